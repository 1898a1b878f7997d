"""What the three commands about interface messages share."""

from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.management.base import BaseCommand

from isesco_site.languages import CANONICAL, LANGUAGES
from isesco_site.messages import catalogue_path


class MessageCommand(BaseCommand):
    """A command over the project's own catalogues; needs no database."""

    requires_system_checks = ()

    def source_roots(self) -> list[Path]:
        """Return the folders of the project's own apps and its template folders."""
        base = Path(settings.BASE_DIR)
        own = [Path(config.path) for config in apps.get_app_configs()]
        engine: dict[str, Any] = settings.TEMPLATES[0]
        templates = [Path(folder) for folder in engine["DIRS"]]
        return [
            folder
            for folder in own + templates
            if folder.is_relative_to(base) and "site-packages" not in folder.parts
        ]

    def catalogues(self) -> dict[str, Path]:
        """Return the catalogue of each translated language, by language code."""
        locale = Path(settings.LOCALE_PATHS[0])
        return {
            language.code: catalogue_path(locale, language.code)
            for language in LANGUAGES
            if language.code != CANONICAL
        }

    def shown(self, path: Path) -> str:
        """Return a path as messages show it: relative to the project."""
        return str(path.relative_to(settings.BASE_DIR))
