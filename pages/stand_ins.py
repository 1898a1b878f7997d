"""Marks text that stands in for a missing translation (WCAG 2.2, 3.1.2 Language of Parts)."""

from typing import Any

from django.utils import translation
from django.utils.html import format_html
from django.utils.safestring import SafeString

from isesco_site.languages import BY_CODE
from translations.registry import language_shown, stands_in


def stand_in_attributes(instance: Any, field_name: str) -> SafeString:
    """Return ``lang`` and ``dir`` when the field's text comes from another language, else "".

    The attributes begin with a space, ready to follow the name of an element.
    """
    shown = language_shown(instance, field_name) if instance else None
    if shown is None or shown == translation.get_language():
        return SafeString("")
    return format_html(' lang="{}" dir="{}"', shown, BY_CODE[shown].direction)


def best_field(instance: Any, *field_names: str) -> str:
    """Return the first field with a text in the active language, else the first with any.

    A special text that is missing in a language must not hide an ordinary one that is there: an
    English title for search engines does not replace a French title.
    """
    filled = [name for name in field_names if language_shown(instance, name)]
    ours = [name for name in filled if not stands_in(instance, name)]
    return [*ours, *filled, field_names[-1]][0]
