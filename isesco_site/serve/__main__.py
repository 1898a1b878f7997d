"""Prepare and serve the site in the foreground.

Reads HOST, PORT, VAR_DIR, WORKERS and the variables of the settings from the environment. With the
argument --only-web nothing is prepared: database, messages and static files must be in order, and
DATABASE_URL and SECRET_KEY be set.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from isesco_site.embedded_postgresql.errors import ServerError
from isesco_site.embedded_postgresql.server import get_server
from isesco_site.serve import checks
from isesco_site.serve.options import Options, StartError

if TYPE_CHECKING:
    from collections.abc import Iterator

BASE_DIR = Path(__file__).resolve().parents[2]
INTERRUPTED = 128 + signal.SIGINT


def say(text: str) -> None:
    """Show progress at once, even through a pipe."""
    print(text, flush=True)


def interrupt(*_: Any) -> None:
    """Handle SIGTERM and SIGHUP as Ctrl-C."""
    raise KeyboardInterrupt


@contextlib.contextmanager
def database(options: Options) -> Iterator[None]:
    """Keep the embedded PostgreSQL running; nothing is done for a server of one's own."""
    if not options.has_own_database:
        yield
        return
    say("Starting the embedded PostgreSQL ...")
    server = get_server(options.var_dir / "postgresql")
    try:
        server.ensure_running()
        yield
    finally:
        server.release()


def manage(*arguments: str) -> None:
    """Run a management command; raises StartError when it fails, having said why."""
    # Progress is what the command prints; what it logs at every page it makes is no news here.
    environment = {"LOG_LEVEL": "WARNING", **os.environ}
    line = [sys.executable, "manage.py", *arguments]
    with subprocess.Popen(line, cwd=BASE_DIR, env=environment) as command:
        try:
            status = command.wait()
        except KeyboardInterrupt:
            command.terminate()
            raise
    if status:
        raise StartError(f"manage.py {' '.join(arguments)} failed; see above.")


def serve_all() -> None:
    """Prepare everything, serve until told to stop, and stop everything; raises StartError."""
    options = Options.from_environment()
    os.environ["VAR_DIR"] = str(options.var_dir)
    if not os.environ.get("BASE_URL"):
        os.environ["BASE_URL"] = options.url.rstrip("/")
    checks.prepare_folder(options.var_dir)
    with checks.claim(options.var_dir):
        checks.check_port(options)
        if not os.environ.get("SECRET_KEY"):
            checks.prepare_secret_key(options.var_dir)
        with database(options):
            manage("prepare")
            run_web_server(options)


def serve_only_web() -> None:
    """Serve what is prepared, with the database and key of the environment; raises StartError."""
    for name in ("DATABASE_URL", "SECRET_KEY"):
        if not os.environ.get(name):
            raise StartError(f"The environment variable {name} is missing. Set it and try again.")
    options = Options.from_environment()
    checks.check_port(options)
    run_web_server(options)


def run_web_server(options: Options) -> None:
    """Run the workers until told to stop; raises StartError when they fail."""
    from isesco_site.serve.web import WebServer

    say("Starting the web server ...")
    os.chdir(BASE_DIR)
    web = WebServer(options, on_ready=lambda: say(f"Ready: {options.url}"))
    web.run()
    if web.failure:
        raise StartError(web.failure)
    say("Stopped.")


def main() -> int:
    """Serve; the exit status: 0 when stopped, 1 when something is wrong."""
    parser = argparse.ArgumentParser(prog="python -m isesco_site.serve", description=__doc__)
    parser.add_argument("--only-web", action="store_true", help="serve without preparing")
    arguments = parser.parse_args()
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, interrupt)
    os.environ["DJANGO_SETTINGS_MODULE"] = "isesco_site.settings"
    try:
        serve_only_web() if arguments.only_web else serve_all()
    except KeyboardInterrupt:
        say("Stopped.")
        return INTERRUPTED
    except (StartError, ServerError) as error:
        print(f"Error: {error}", file=sys.stderr, flush=True)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
