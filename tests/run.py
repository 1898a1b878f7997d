"""Run all tests: ``python -m tests.run [PYTEST ARGUMENTS]``; ``make test`` calls it.

Finds a Chromium for the browser tests, or installs one, and names it to them in CHROMIUM. The data
of the tests lives in VAR_DIR/tests, apart from that of the site.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from types import FrameType

ROOT = Path(__file__).resolve().parent.parent
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
DEBIAN_PACKAGE = "chromium"


def from_path() -> str | None:
    """The Chromium (or Chrome) that is installed on this machine."""
    return next(filter(None, map(shutil.which, NAMES)), None)


def from_playwright() -> str | None:
    """The Chromium that Playwright has downloaded earlier."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def install() -> None:
    """Install a Chromium: Debian's package as root, else Playwright's own."""
    if os.geteuid() == 0 and shutil.which("apt-get"):
        print(f"Installing the Debian package {DEBIAN_PACKAGE} ...", flush=True)
        options = ["--yes", "--quiet=2", "--no-install-recommends"]
        commands = [
            ["apt-get", "--quiet=2", "update"],
            ["apt-get", "install", *options, DEBIAN_PACKAGE],
        ]
    else:
        print("Downloading Playwright's Chromium ...", flush=True)
        commands = [[sys.executable, "-m", "playwright", "install", "chromium"]]
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in commands:
        subprocess.run(command, env=environment, check=True)


def chromium() -> str:
    """Path of a Chromium, installed now if there was none; ends the program if that fails."""
    chosen = os.environ.get("CHROMIUM")
    if chosen:
        if not shutil.which(chosen):
            sys.exit(f"Error: CHROMIUM={chosen} is not a program.")
        return chosen
    found = from_path() or from_playwright()
    if not found:
        try:
            install()
        except (OSError, subprocess.CalledProcessError) as error:
            sys.exit(
                f"Error: the browser tests need Chromium, and installing it failed: {error}. "
                f"Install Chromium, or name one: make test CHROMIUM=/path/to/chromium"
            )
        found = from_path() or from_playwright()
    if not found:
        sys.exit("Error: Chromium was installed but cannot be found; name it in CHROMIUM.")
    return found


def main() -> int:
    """Run pytest in a process of its own; its exit status."""
    os.environ["CHROMIUM"] = chromium()
    var_dir = Path(os.environ.get("VAR_DIR") or "var").expanduser().absolute()
    os.environ["VAR_DIR"] = str(var_dir / "tests")
    workers = ["--numprocesses=logical", "--maxprocesses=8", "--dist=worksteal"]
    command = [sys.executable, "-m", "pytest", *workers, *sys.argv[1:]]
    with subprocess.Popen(command, cwd=ROOT) as tests:

        def forward(number: int, _frame: FrameType | None) -> None:
            tests.send_signal(number)

        signal.signal(signal.SIGTERM, forward)
        # The terminal sends Ctrl-C to pytest itself.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        return tests.wait()


if __name__ == "__main__":
    sys.exit(main())
