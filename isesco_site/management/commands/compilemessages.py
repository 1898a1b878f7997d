"""Compile the project's message catalogues with Babel; needs no system gettext."""

from typing import Any

from django.core.management.base import CommandError

from isesco_site.management.message_command import MessageCommand
from isesco_site.messages import MessagesError, compile_catalogue


class Command(MessageCommand):
    """Compile the catalogues that changed since they were last compiled."""

    help = "Compile the message catalogues of the project that have changed."

    def handle(self, *args: Any, verbosity: int, **options: Any) -> None:
        """Compile each stale catalogue and name it."""
        for language, path in self.catalogues().items():
            if not path.exists():
                raise CommandError(f"{self.shown(path)} is missing: run makemessages.")
            try:
                if compile_catalogue(path, language) and verbosity:
                    self.stdout.write(f"Compiled {self.shown(path)}")
            except MessagesError as error:
                raise CommandError(str(error)) from error
