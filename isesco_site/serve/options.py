"""What the environment asks of the server."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path


class StartError(Exception):
    """The site cannot start; the message says why and what to do."""


@dataclass(frozen=True)
class Options:
    """Where the site listens and where it keeps its data."""

    host: str
    port: int
    var_dir: Path
    workers: int
    has_own_database: bool

    @classmethod
    def from_environment(cls) -> Options:
        """Read HOST, PORT, VAR_DIR, WORKERS and DATABASE_URL; raises StartError."""
        port = _number("PORT", 8000, maximum=65535)
        return cls(
            host=os.environ.get("HOST") or "127.0.0.1",
            port=port,
            var_dir=Path(os.environ.get("VAR_DIR") or "var").expanduser().absolute(),
            workers=_number("WORKERS", 2, maximum=256),
            has_own_database=not os.environ.get("DATABASE_URL"),
        )

    @property
    def url(self) -> str:
        """The address of the site, as a visitor on this machine types it."""
        return f"http://{_bracketed(self.host)}:{self.port}/"

    @property
    def local_url(self) -> str:
        """The address at which this machine itself reaches the site."""
        # The addresses that mean every interface are compared here, not listened on.
        local = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(self.host, self.host)  # noqa: S104
        return f"http://{_bracketed(local)}:{self.port}/"


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _number(name: str, default: int, *, maximum: int) -> int:
    text = os.environ.get(name) or str(default)
    if not (text.isascii() and text.isdecimal() and 1 <= int(text) <= maximum):
        raise StartError(f"{name} is '{text}'; it must be a number from 1 to {maximum}.")
    return int(text)
