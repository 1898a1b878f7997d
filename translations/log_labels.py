"""Name objects in the log in the canonical language, whoever acts.

Wagtail stores a title with each log entry; it would be in the language of the interface of whoever
did the thing, and the history would change language from line to line.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from wagtail.models.audit_log import BaseLogEntryManager
from wagtail.models.pages import PageLogEntryManager

from translations.registry import canonical_language

TitleOf = Callable[[Any, Any], str]


def in_canonical_language(title_of: TitleOf) -> TitleOf:
    """Return ``title_of`` so that it reads the title in the canonical language."""

    @wraps(title_of)
    def title_in_canonical_language(manager: Any, instance: Any) -> str:
        with canonical_language():
            return title_of(manager, instance)

    return title_in_canonical_language


def label_in_canonical_language() -> None:
    """Make Wagtail's log managers read titles in the canonical language."""
    for manager in (BaseLogEntryManager, PageLogEntryManager):
        if not hasattr(manager.get_instance_title, "__wrapped__"):
            manager.get_instance_title = in_canonical_language(manager.get_instance_title)
