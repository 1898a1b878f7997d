"""Names of translated columns as people read them in forms."""

from django.conf import settings
from django.utils.functional import Promise
from django.utils.text import format_lazy


def localized_verbose_name(verbose_name: str | Promise, language: str) -> str | Promise:
    """Return the lazy label of a translated column: ``"title" , "fr"`` → "title (Français)"."""
    return format_lazy("{} ({})", verbose_name, dict(settings.LANGUAGES)[language])
