"""The files of the project, as the contract tests read them."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
APPS = ("isesco_site", "programmes", "pages", "translations")


def tracked_files() -> list[Path]:
    """Return every file under version control that is present."""
    listing = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files", "-z"],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    ).stdout
    paths = [ROOT / name for name in listing.split("\0") if name]
    return [path for path in paths if path.is_file()]


def files_below(folder: str, suffix: str) -> Iterator[tuple[str, str]]:
    """Yield name (relative to the project) and text of the files with a suffix in a folder."""
    for path in sorted((ROOT / folder).rglob(f"*{suffix}")):
        yield path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")


def templates() -> Iterator[tuple[str, str]]:
    """Yield name and source of every HTML template of the project."""
    for folder in ("templates", *APPS):
        yield from files_below(folder, ".html")
