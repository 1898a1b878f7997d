"""Update the project's message catalogues from its sources; needs no system gettext."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import CommandError

from isesco_site.management.message_command import MessageCommand
from isesco_site.messages import MessagesError, extract, forms, read, updated, write_atomically


class Command(MessageCommand):
    """Bring the catalogues up to date, keeping translations and unchanged lines."""

    help = "Update the message catalogues from the Python files and templates of the project."

    def handle(self, **options: Any) -> None:
        """Write each catalogue that changes and say how many messages need a translator."""
        try:
            template = extract(self.source_roots(), settings.BASE_DIR)
            for language, path in self.catalogues().items():
                content = updated(path, template, language)
                if path.exists() and path.read_bytes() == content:
                    self.stdout.write(f"{self.shown(path)} is up to date")
                    continue
                write_atomically(path, content)
                self.stdout.write(f"{self.shown(path)} updated, {self.open_work(path, language)}")
        except MessagesError as error:
            raise CommandError(str(error)) from error

    def open_work(self, path: Path, language: str) -> str:
        """Return how many messages of a catalogue are fuzzy or not translated."""
        messages = [message for message in read(path, language) if message.id]
        fuzzy = sum(message.fuzzy for message in messages)
        empty = sum(not any(forms(message)) for message in messages)
        return f"{len(messages)} messages: {empty} untranslated, {fuzzy} fuzzy"
