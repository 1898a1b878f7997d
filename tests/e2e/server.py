"""The real server for browser tests: production settings, Granian, a database of its own."""

import fcntl
import os
import socket
import subprocess
import sys
import tempfile
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep
from urllib.parse import quote, urlsplit, urlunsplit

from django.conf import settings
from django.db import connection

from tests.project_files import ROOT

START_TIMEOUT = 60  # seconds


def free_port() -> int:
    """Return a port of the loopback interface on which nobody listens."""
    with socket.socket() as candidate:
        candidate.bind(("127.0.0.1", 0))
        return candidate.getsockname()[1]


@contextmanager
def database_url(name: str) -> Iterator[str]:
    """Return the address of a database on the server that the tests use."""
    if configured := os.environ.get("DATABASE_URL"):
        yield urlunsplit(urlsplit(configured)._replace(path=f"/{name}"))
        return
    with tempfile.TemporaryDirectory() as folder:
        # A short path: the address of a Unix socket may have about a hundred bytes.
        link = Path(folder) / "s"
        link.symlink_to(Path(connection.server.data).resolve())
        Path(folder).chmod(0o755)
        user = connection.get_connection_params()["user"]
        yield f"postgres://{user}@/{name}?host={quote(str(link), safe='')}"


def manage(environment: dict[str, str], *arguments: str) -> None:
    """Run a management command with the settings of production."""
    subprocess.run(
        [sys.executable, "manage.py", *arguments, "--verbosity=0"],
        cwd=ROOT,
        env=environment,
        check=True,
        stdout=subprocess.DEVNULL,
    )


def collect_static(environment: dict[str, str]) -> None:
    """Bring the static files up to date, which the servers of all workers share."""
    with (Path(settings.VAR_DIR) / "static.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        manage(environment, "prepare", "files")


def wait_until_ready(server: subprocess.Popen, url: str) -> None:
    """Return when the server answers; raises ``RuntimeError`` when it does not start."""
    deadline = monotonic() + START_TIMEOUT
    while monotonic() < deadline and server.poll() is None:
        try:
            urllib.request.urlopen(f"{url}/-/readiness", timeout=5)
        except OSError:
            sleep(0.1)
        else:
            return
    raise RuntimeError(f"The server at {url} did not start.")


@contextmanager
def running_server(database_name: str, folder: Path) -> Iterator[str]:
    """Serve a database as production does; yield the address of the site, without a final slash.

    ``folder`` becomes the ``VAR_DIR`` of the server; it gets the log and the first accounts.
    """
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    folder.mkdir(parents=True, exist_ok=True)
    with database_url(database_name) as address, (folder / "server.log").open("w") as log:
        environment = os.environ | {
            "BASE_URL": url,
            "DATABASE_URL": address,
            "DJANGO_SETTINGS_MODULE": "isesco_site.settings",
            "HOST": "127.0.0.1",
            "PORT": str(port),
            "STATIC_ROOT": str(Path(settings.VAR_DIR) / "static"),
            "VAR_DIR": str(folder),
            "WORKERS": "1",
        }
        collect_static(environment)
        manage(environment, "bootstrap")
        server = subprocess.Popen(
            [sys.executable, "-m", "isesco_site.serve", "--only-web"],
            cwd=ROOT,
            env=environment,
            stdout=log,
            stderr=log,
        )
        try:
            wait_until_ready(server, url)
            yield url
        finally:
            server.terminate()
            server.wait(timeout=30)
