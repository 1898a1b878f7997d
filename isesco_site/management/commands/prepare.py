"""Bring database, messages and static files up to date with the code."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import OperationalError, connection
from django.db.migrations.executor import MigrationExecutor
from django.db.utils import NotSupportedError

from isesco_site.embedded_postgresql.base import ServerUnavailableError


class Command(BaseCommand):
    """Everything between an installed program and a site that can be served."""

    help = "Prepare the site: compile messages, collect static files, migrate, load the content."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the part to prepare."""
        parser.add_argument(
            "part",
            nargs="?",
            choices=["files", "database"],
            help="files: messages and static files; database: tables, accounts and content",
        )

    def handle(self, *, part: str | None, **options: Any) -> None:
        """Prepare one part, or both; each step is skipped where nothing has changed."""
        if part != "files":
            connect()
        if part != "database":
            self.prepare_files()
        if part != "files":
            self.prepare_database()

    def prepare_files(self) -> None:
        """Compile messages and collect static files."""
        self.run("Compiling messages", "compilemessages")
        fingerprint = fingerprint_of_static_files()
        root = Path(settings.STATIC_ROOT)
        record = root.with_name("static.fingerprint")
        if root.is_dir() and record.exists() and record.read_text() == fingerprint:
            return
        self.run("Collecting static files", "collectstatic", interactive=False)
        record.write_text(fingerprint)

    def prepare_database(self) -> None:
        """Migrate, and make the first accounts and pages."""
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            self.run("Migrating the database", "migrate", interactive=False)
        self.run("Checking groups and accounts", "bootstrap")
        self.run("Loading the content", "load_content")

    def run(self, title: str, command: str, **options: Any) -> None:
        """Announce and run another command."""
        self.stdout.write(f"{title} ...")
        self.stdout.flush()
        call_command(command, verbosity=0, stdout=self.stdout, stderr=self.stderr, **options)


def fingerprint_of_static_files() -> str:
    """A digest that changes whenever a static file or the place of the copies does."""
    lines = [settings.STATIC_ROOT, settings.STORAGES["staticfiles"]["BACKEND"]]
    for finder in get_finders():
        for name, storage in finder.list([]):
            status = Path(storage.path(name)).stat()
            lines.append(f"{name} {status.st_size} {status.st_mtime_ns}")
    return hashlib.sha256("\n".join(sorted(lines)).encode()).hexdigest()


def connect() -> None:
    """Connect to the database; raises CommandError that says what is wrong with DATABASE_URL."""
    if connection.vendor != "postgresql":
        raise CommandError(
            f"DATABASE_URL names a {connection.vendor} database; the site needs PostgreSQL: "
            f"postgres://user:password@host:5432/name"
        )
    try:
        connection.ensure_connection()
    except ServerUnavailableError:
        raise
    except OperationalError as error:
        address = connection.settings_dict
        raise CommandError(
            f"The database in DATABASE_URL (host '{address['HOST']}', port "
            f"'{address['PORT'] or 5432}', name '{address['NAME']}') cannot be reached: "
            f"{str(error).strip()}\n"
            f"Start that server or correct DATABASE_URL; without DATABASE_URL the site starts a "
            f"PostgreSQL of its own."
        ) from None
    except NotSupportedError as error:
        raise CommandError(f"The database server in DATABASE_URL is too old: {error}") from None
