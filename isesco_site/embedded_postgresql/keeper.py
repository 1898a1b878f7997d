"""Runs PostgreSQL for as long as any process uses it.

usage: keeper.py USERS_LOCK SERVER_LOCK_FD COMMAND...

Every process that uses the server holds a shared lock on USERS_LOCK. The kernel drops it when the
process ends, however it ends, so the exclusive lock that this program waits for means: nobody is
left. SERVER_LOCK_FD is an open, locked file which PostgreSQL and all its processes inherit; as long
as it stays locked, the data directory is in use.
"""

import fcntl
import os
import signal
import subprocess
import sys
import threading


def main() -> int:
    users_path, server_lock, command = sys.argv[1], int(sys.argv[2]), sys.argv[3:]
    server = subprocess.Popen(command, pass_fds=[server_lock])
    os.close(server_lock)
    users = os.open(users_path, os.O_RDWR)

    def stop(*_: object) -> None:
        if server.poll() is None:
            server.send_signal(signal.SIGINT)

    def stop_when_unused() -> None:
        fcntl.flock(users, fcntl.LOCK_EX)
        stop()

    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, stop)
    threading.Thread(target=stop_when_unused, daemon=True).start()
    return server.wait()


if __name__ == "__main__":
    # The waiting thread may still be inside flock(): leave without joining it.
    os._exit(abs(main()))
