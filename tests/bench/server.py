"""The site as visitors meet it, started for a benchmark: ``make run`` with one worker."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
READY = "Ready: "
STOP_TIMEOUT = 30  # seconds
TICKS_PER_SECOND = os.sysconf("SC_CLK_TCK")


def free_port() -> int:
    """Return a port of the loopback interface on which nobody listens."""
    with socket.socket() as candidate:
        candidate.bind(("127.0.0.1", 0))
        return candidate.getsockname()[1]


@contextmanager
def running_site(folder: Path) -> Iterator[subprocess.Popen]:
    """Prepare and serve the site from ``folder``; the environment then leads to its database.

    Raises:
        RuntimeError: the site does not start; what it says is in ``folder/server.log``.
    """
    folder.mkdir(parents=True, exist_ok=True)
    port = free_port()
    os.environ |= {
        "BASE_URL": f"http://127.0.0.1:{port}",
        "DJANGO_SETTINGS_MODULE": "isesco_site.settings",
        "HOST": "127.0.0.1",
        "LOG_LEVEL": "WARNING",
        "PORT": str(port),
        "VAR_DIR": str(folder),
        "WORKERS": "1",
    }
    with (folder / "server.log").open("w+") as log:
        command = [sys.executable, "-m", "isesco_site.serve"]
        site = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=log, text=True)
        try:
            if not any(line.startswith(READY) for line in site.stdout):
                raise RuntimeError(f"The site did not start. See {folder / 'server.log'}.")
            yield site
        finally:
            site.terminate()
            site.communicate(timeout=STOP_TIMEOUT)


def descendants(process_id: int) -> Iterator[int]:
    """Yield a process and all that it started, the database server excepted (Linux)."""
    for task in Path(f"/proc/{process_id}/task").glob("*/children"):
        for child in task.read_text().split():
            yield from descendants(int(child))
    if "postgres" not in Path(f"/proc/{process_id}/comm").read_text():
        yield process_id


def processor_seconds(site: subprocess.Popen) -> float | None:
    """Return the processor time that the site's processes have used; ``None`` without /proc."""
    if not Path("/proc/self/stat").exists():
        return None
    ticks = 0
    for process_id in descendants(site.pid):
        fields = Path(f"/proc/{process_id}/stat").read_text().rpartition(")")[2].split()
        ticks += int(fields[11]) + int(fields[12])  # proc(5): utime and stime
    return ticks / TICKS_PER_SECOND
