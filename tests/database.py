"""Test databases: migrated and filled with the site's content once, then copied.

A template database is named after a digest of the code and content it was made from, so it is
made again exactly when one of them changes. Each worker, and each server that the browser tests
start, has a copy of its own, which PostgreSQL makes in a fraction of a second.
"""

import fcntl
import hashlib
import os
import re
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection, connections
from django.test import override_settings

from tests import specimens
from tests.project_files import APPS, ROOT

TEMPLATE = "tests_template_"
WORKER = "tests_worker_"


def digest_of(paths: Iterable[Path]) -> str:
    """Return a digest of the names and contents of files, and of all files in folders."""
    files = {path for path in paths if path.is_file()}
    files |= {file for path in paths for file in path.rglob("*") if file.is_file()}
    sha = hashlib.sha256()
    for path in sorted(files):
        if path.suffix != ".pyc":
            sha.update(str(path).encode())
            sha.update(path.read_bytes())
    return sha.hexdigest()[:16]


def sources() -> list[Path]:
    """Return the files and folders that decide what is in a test database."""
    return [
        *(ROOT / app for app in APPS),
        ROOT / "requirements",
        ROOT / "tests" / "specimens.py",
    ]


def media_folder(name: str) -> Path:
    """Return the folder for the media files that belong to a database."""
    return Path(settings.VAR_DIR) / f"media-{name}"


@contextmanager
def use(name: str) -> Iterator[None]:
    """Work with another database and its media within the block."""
    before = connection.settings_dict["NAME"]
    connections.close_all()
    connection.settings_dict["NAME"] = name
    try:
        with override_settings(MEDIA_ROOT=str(media_folder(name))):
            yield
    finally:
        connections.close_all()
        connection.settings_dict["NAME"] = before


def execute(statement: str, *parameters: str) -> list[tuple[str, ...]]:
    """Run a statement outside any database of the site; return its rows."""
    with connection._nodb_cursor() as cursor:
        cursor.execute(statement, parameters or None)
        return cursor.fetchall() if cursor.description else []


def quoted(name: str) -> str:
    """Return a database name as SQL."""
    return connection.ops.quote_name(name)


def drop(name: str) -> None:
    """Delete a database and its media, if they exist."""
    execute(f"DROP DATABASE IF EXISTS {quoted(name)} WITH (FORCE)")
    shutil.rmtree(media_folder(name), ignore_errors=True)


def copy(source: str, target: str) -> None:
    """Make ``target`` a copy of the database ``source`` and its media."""
    drop(target)
    execute(f"CREATE DATABASE {quoted(target)} TEMPLATE {quoted(source)}")
    if media_folder(source).exists():
        shutil.copytree(media_folder(source), media_folder(target))


def worker_database() -> str:
    """Return the name of this process's own database."""
    return f"{WORKER}{os.getpid()}"


def is_running(process_id: int) -> bool:
    """Tell whether a process exists."""
    try:
        os.kill(process_id, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def is_left_over(name: str) -> bool:
    """Tell whether a database is an old template or belongs to a process that is gone."""
    if name.startswith(WORKER):
        return not is_running(int(re.findall(r"\d+", name)[0]))
    return name.startswith(TEMPLATE)


def make_template() -> str:
    """Return the name of the template database for the present code, making it when needed."""
    name = TEMPLATE + digest_of(sources())
    Path(settings.VAR_DIR).mkdir(parents=True, exist_ok=True)
    with (Path(settings.VAR_DIR) / "tests.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        existing = {row[0] for row in execute("SELECT datname FROM pg_database")}
        if name in existing:
            return name
        for old in filter(is_left_over, existing):
            drop(old)
        building = TEMPLATE + "building"
        execute(f"CREATE DATABASE {quoted(building)}")
        with use(building):
            call_command("migrate", verbosity=0)
            call_command("load_content", verbosity=0)
            specimens.create()
        execute(f"ALTER DATABASE {quoted(building)} RENAME TO {quoted(name)}")
        if media_folder(building).exists():
            media_folder(building).rename(media_folder(name))
    return name
