"""One embedded PostgreSQL server per directory, shared by all processes that use the directory.

The first process starts it, the last one out stops it; nobody has to ask for either. It listens on
a Unix socket inside its data directory only. Files, all under the given directory:

- `data/`: the PostgreSQL cluster, with the socket;
- `users.lock`: held, shared, by every process that uses the server;
- `server.lock`: held by the server's own processes while any of them runs;
- `server.log`: what the server said since it was last started.
"""

from __future__ import annotations

import atexit
import os
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

from isesco_site.embedded_postgresql import cluster, locks
from isesco_site.embedded_postgresql.account import Account
from isesco_site.embedded_postgresql.errors import ServerError

START_TIMEOUT = 60.0
STOP_TIMEOUT = 20.0
POLL_INTERVAL = 0.02

SOCKET_NAME = ".s.PGSQL.5432"
# Bytes in sockaddr_un.sun_path, less the final NUL: 108 on Linux, 104 on BSD and macOS.
SOCKET_PATH_LIMIT = 107 if sys.platform == "linux" else 103

PARAMETERS = {
    "listen_addresses": "",
    "unix_socket_directories": ".",
    "log_checkpoints": "off",
    "jit": "off",
    "max_wal_size": "256MB",
}
# Faster, and lost in a power failure: for data that can be made again.
DISPOSABLE = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


class Server:
    """The server whose files are under `directory`, made when it is first needed.

    With `durable` false the data may be lost when the machine (not the server) crashes.
    """

    def __init__(self, directory: Path, *, durable: bool = True) -> None:
        self.directory = directory
        self.data = directory / "data"
        self.durable = durable
        self._users_path = directory / "users.lock"
        self._server_path = directory / "server.lock"
        self._log_path = directory / "server.log"
        self._users: int | None = None
        self._folder: int | None = None
        self._mutex = threading.Lock()

    def ensure_running(self) -> None:
        """Hold the server in use by this process until it ends, and start it if it does not run.

        Raises ServerError with a message for people when that is impossible.
        """
        with self._mutex:
            try:
                self._hold()
                self._wait_until_running()
            except OSError as error:
                raise ServerError(
                    f"The embedded PostgreSQL cannot use {self.directory}: {error}. Make the "
                    f"folder writable for the user who runs the site, or choose another VAR_DIR."
                ) from error

    def is_running(self) -> bool:
        """Whether the server accepts connections."""
        with locks.tried(self._server_path, exclusive=False) as unused:
            return unused is None and self._status() == "ready" and self._accepts()

    @property
    def host(self) -> str:
        """The folder of the server's socket, as libpq's parameter `host` wants it."""
        path = os.fsencode(self.data / SOCKET_NAME)
        # libpq reads a comma as the end of one host name.
        if len(path) <= SOCKET_PATH_LIMIT and b"," not in path:
            return str(self.data)
        if sys.platform != "linux":
            raise ServerError(f"The path {self.data} is too long for a socket: shorten VAR_DIR.")
        if self._folder is None:
            self._folder = os.open(self.data, os.O_PATH | os.O_DIRECTORY)
        return f"/proc/self/fd/{self._folder}"

    def release(self) -> None:
        """Let go of the server; when nobody else uses it, return after it has stopped."""
        with self._mutex:
            if self._users is None:
                return
            os.close(self._users)
            self._users = None
            deadline = time.monotonic() + STOP_TIMEOUT
            while not self._stopped() and not self._used() and time.monotonic() < deadline:
                time.sleep(POLL_INTERVAL)

    def _hold(self) -> None:
        if self._users is not None:
            return
        self.directory.mkdir(parents=True, exist_ok=True)
        account = Account.for_directory(self.directory)
        for path in (self._users_path, self._server_path, self._log_path):
            if not path.exists():
                path.touch(mode=0o600)
                account.own(path)
        self._users = locks.wait_for_shared_lock(self._users_path)
        atexit.register(self.release)

    def _wait_until_running(self) -> None:
        deadline = time.monotonic() + START_TIMEOUT
        while not self.is_running():
            with locks.tried(self._server_path, exclusive=True) as lock:
                if lock is not None:
                    self._start(lock, deadline)
            if time.monotonic() > deadline:
                raise ServerError(
                    f"The embedded PostgreSQL does not answer after {START_TIMEOUT:.0f} seconds. "
                    f"It may still be recovering; its log is {self._log_path}."
                )
            time.sleep(POLL_INTERVAL)

    def _start(self, lock: int, deadline: float) -> None:
        account = Account.for_directory(self.directory)
        if self.data.exists():
            cluster.check(self.data)
            # Nobody holds the lock, so the server that wrote these files is gone.
            for name in ("postmaster.pid", SOCKET_NAME, f"{SOCKET_NAME}.lock"):
                (self.data / name).unlink(missing_ok=True)
        else:
            cluster.create(self.data, account)
        keeper = self._spawn_keeper(lock, account)
        while self._status() != "ready" and time.monotonic() < deadline:
            if keeper.poll() is not None:
                raise cluster.damaged(self.data, self._last_words())
            time.sleep(POLL_INTERVAL)
        # Collect the keeper's exit status when it ends, lest it stay behind as a zombie.
        threading.Thread(target=keeper.wait, daemon=True).start()

    def _spawn_keeper(self, lock: int, account: Account) -> subprocess.Popen[bytes]:
        parameters = PARAMETERS if self.durable else PARAMETERS | DISPOSABLE
        command = [cluster.program("postgres"), "-D", str(self.data)]
        for name, value in parameters.items():
            command += ["-c", f"{name}={value}"]
        keeper = [sys.executable, "-I", str(Path(__file__).with_name("keeper.py"))]
        with self._log_path.open("wb") as log:
            return subprocess.Popen(
                [
                    *keeper,
                    str(self._users_path),
                    str(lock),
                    *account.command(self.directory, command),
                ],
                cwd=self.directory,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                pass_fds=[lock],
                start_new_session=True,
            )

    def _status(self) -> str:
        try:
            lines = (self.data / "postmaster.pid").read_text().splitlines()
        except FileNotFoundError:
            return ""
        # The eighth line; see src/include/utils/pidfile.h of PostgreSQL.
        return lines[7].strip() if len(lines) > 7 else ""

    def _accepts(self) -> bool:
        """Whether anybody listens: the last processes of a killed server outlive it a while."""
        with socket.socket(socket.AF_UNIX) as client:
            return client.connect_ex(f"{self.host}/{SOCKET_NAME}") == 0

    def _stopped(self) -> bool:
        with locks.tried(self._server_path, exclusive=False) as lock:
            return lock is not None

    def _used(self) -> bool:
        """Whether another process uses the server (as opposed to the keeper stopping it)."""
        with locks.tried(self._users_path, exclusive=True) as unused:
            if unused is not None:
                return False
        with locks.tried(self._users_path, exclusive=False) as shared:
            return shared is not None

    def _last_words(self) -> str:
        lines = self._log_path.read_text(errors="replace").splitlines()
        telling = [line for line in lines if "FATAL" in line or "PANIC" in line or "HINT" in line]
        return "\n".join(telling or lines[-3:]) or "it ended without a word."


_servers: dict[Path, Server] = {}


def get_server(directory: Path, *, durable: bool = True) -> Server:
    """The one Server object of this process for `directory`."""
    directory = Path(directory).resolve()
    return _servers.setdefault(directory, Server(directory, durable=durable))
