"""Marks text that stands in for a missing translation (WCAG 2.2, 3.1.2 Language of Parts)."""

from typing import Any

from django.utils import translation
from django.utils.html import format_html
from django.utils.safestring import SafeString

from isesco_site.languages import BY_CODE
from translations.registry import language_shown


def stand_in_attributes(instance: Any, field_name: str) -> SafeString:
    """Return ``lang`` and ``dir`` when the field's text comes from another language, else "".

    The attributes begin with a space, ready to follow the name of an element.
    """
    shown = language_shown(instance, field_name) if instance else None
    if shown is None or shown == translation.get_language():
        return SafeString("")
    return format_html(' lang="{}" dir="{}"', shown, BY_CODE[shown].direction)
