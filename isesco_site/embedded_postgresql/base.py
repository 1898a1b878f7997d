"""The database backend: Django's own for PostgreSQL, with a server that starts when needed.

Settings::

    {"ENGINE": "isesco_site.embedded_postgresql", "NAME": "isesco",
     "OPTIONS": {"data_directory": VAR_DIR / "postgresql", "durable": True}}
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.db import OperationalError
from django.db.backends.postgresql import base

from isesco_site.embedded_postgresql import cluster
from isesco_site.embedded_postgresql.errors import ServerError
from isesco_site.embedded_postgresql.server import Server, get_server


class ServerUnavailableError(OperationalError):
    """The embedded server cannot run; the message says why and what to do."""


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection to the embedded server, which the first connection starts."""

    @property
    def server(self) -> Server:
        """The server this connection belongs to."""
        options = self.settings_dict["OPTIONS"]
        return get_server(Path(options["data_directory"]), durable=options.get("durable", True))

    def get_connection_params(self) -> dict[str, Any]:
        """Add the user; the server and its address are settled when it is known to run."""
        parameters = super().get_connection_params()
        del parameters["data_directory"]
        parameters.pop("durable", None)
        return {**parameters, "user": cluster.USER}

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """Connect, starting the server first if it does not run (or has crashed)."""
        try:
            self.server.ensure_running()
            try:
                return super().get_new_connection({**conn_params, "host": self.server.host})
            except self.Database.OperationalError:
                if self.server.is_running():
                    raise
                self.server.ensure_running()
                return super().get_new_connection({**conn_params, "host": self.server.host})
        except ServerError as error:
            raise ServerUnavailableError(str(error)) from error
