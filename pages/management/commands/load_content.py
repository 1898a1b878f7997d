"""Loads the institution's content from the applications' content files."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from pages.content_files.files import ContentError
from pages.content_files.loader import load_content


class Command(BaseCommand):
    """Loads what is absent, updates what nobody has edited, leaves everything else."""

    help = (
        "Load the institution's content from the files in <application>/content. "
        "What staff have edited or deleted is left as it is; a second run changes nothing."
    )

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Load, print a line for each item touched and a last one with the sum."""
        try:
            done = load_content(report=self.stdout.write)
        except ContentError as error:
            raise CommandError(str(error)) from error
        sums = ", ".join(f"{number} {outcome}" for outcome, number in done.items())
        self.stdout.write(f"Content: {sums or 'up to date'}.")
