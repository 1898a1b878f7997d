"""Show how complete the project's message catalogues are, or fail when they are not."""

from typing import Any

from django.conf import settings
from django.core.management.base import CommandError, CommandParser

from isesco_site.management.message_command import MessageCommand
from isesco_site.message_checks import problems
from isesco_site.messages import MessagesError, extract


class Command(MessageCommand):
    """List every problem of the catalogues: missing, fuzzy or stale messages, wrong variables."""

    help = "List what is missing or wrong in the message catalogues."

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare the options."""
        parser.add_argument(
            "--check", action="store_true", help="exit with status 1 when there is a problem"
        )

    def handle(self, *, check: bool, **options: Any) -> None:
        """Print one line per problem; with ``check``, fail when there is one."""
        try:
            template = extract(self.source_roots(), settings.BASE_DIR)
            found = [
                f"{self.shown(path)}: {problem}"
                for language, path in self.catalogues().items()
                for problem in problems(path, template, language)
            ]
        except MessagesError as error:
            raise CommandError(str(error)) from error
        for problem in found:
            self.stdout.write(problem)
        if found and check:
            raise CommandError(f"{len(found)} problems in the message catalogues.")
        if not found:
            self.stdout.write("The message catalogues are complete.")
