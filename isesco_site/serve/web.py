"""The web server: Granian, with the site's WSGI application."""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import signal
import sys
import threading
import time
from typing import TYPE_CHECKING, Any

from granian.constants import HTTPModes, Interfaces
from granian.log import LogLevels
from granian.server import Server

from isesco_site.serve import health
from isesco_site.serve.options import Options

if TYPE_CHECKING:
    from collections.abc import Callable

APPLICATION = "isesco_site.wsgi:application"
# More threads make uncached pages slower; see docs/decisions/web-server.md.
BLOCKING_THREADS = 1
BACKLOG = 1024
STOP_TIMEOUT = 10
READY_TIMEOUT = 90.0
POLL_INTERVAL = 0.1
PR_SET_PDEATHSIG = 1


def load_application(_target: str) -> Callable[..., Any]:
    """Load the WSGI application inside a worker.

    The worker hears of Ctrl-C from the main process alone, and ends when that one ends.
    """
    os.setsid()
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
    from isesco_site.wsgi import application

    return application


class WebServer:
    """Runs the workers in the foreground until SIGINT, SIGTERM or SIGHUP."""

    def __init__(self, options: Options, on_ready: Callable[[], None]) -> None:
        self.options = options
        self.on_ready = on_ready
        self.failure = ""
        self._server = Server(
            APPLICATION,
            address=options.host,
            port=options.port,
            interface=Interfaces.WSGI,
            http=HTTPModes.http1,
            websockets=False,
            workers=options.workers,
            blocking_threads=BLOCKING_THREADS,
            backlog=BACKLOG,
            respawn_failed_workers=True,
            workers_kill_timeout=STOP_TIMEOUT,
            log_level=LogLevels.warning,
        )
        self._server.on_startup(self._started)

    def run(self) -> None:
        """Serve until told to stop; `failure` then says whether something went wrong."""
        multiprocessing.set_start_method("spawn", force=True)
        try:
            self._server.serve(target_loader=load_application)
        except SystemExit:
            self.failure = self.failure or "The web server's workers ended; see above."

    def _started(self) -> None:
        signal.signal(signal.SIGHUP, self._server.signal_handler_interrupt)
        threading.Thread(target=self._announce, daemon=True).start()

    def _announce(self) -> None:
        deadline = time.monotonic() + READY_TIMEOUT
        status = None
        while time.monotonic() < deadline:
            status = health.status(self.options)
            if health.is_healthy(status):
                self.on_ready()
                return
            time.sleep(POLL_INTERVAL)
        self.failure = (
            f"The site does not answer at {self.options.local_url}."
            if status is None
            else f"The site answers {self.options.local_url} with the error {status}; see above."
        )
        self._server.signal_handler_interrupt()
