"""Redirects in every language when a page's address changes.

Wagtail makes the redirect of the language that is active while the editor saves; the addresses of
a page differ by language, so its handlers run again for the other languages.
"""

from collections.abc import Iterator
from typing import Any

from django.utils import translation
from wagtail.contrib.redirects import signal_handlers
from wagtail.signals import page_slug_changed, post_page_move

from translations.registry import codes


def other_languages() -> Iterator[None]:
    """Activate, one after the other, the languages that are not active now."""
    active = translation.get_language()
    for code in codes():
        if code != active:
            with translation.override(code):
                yield


def redirect_after_slug_change(instance_before: Any, instance: Any, **kwargs: Any) -> None:
    """Make the redirects of a changed slug under the other language prefixes."""
    for _language in other_languages():
        signal_handlers.autocreate_redirects_on_slug_change(instance_before, instance)


def redirect_after_move(
    instance: Any, url_path_after: str, url_path_before: str, **kwargs: Any
) -> None:
    """Make the redirects of a moved page under the other language prefixes."""
    for _language in other_languages():
        signal_handlers.autocreate_redirects_on_page_move(instance, url_path_after, url_path_before)


def connect() -> None:
    """Listen beside Wagtail's own receivers."""
    page_slug_changed.connect(redirect_after_slug_change, dispatch_uid="slug-change-redirects")
    post_page_move.connect(redirect_after_move, dispatch_uid="page-move-redirects")
