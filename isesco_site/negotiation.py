"""Which language a request is answered in."""

from django.http import HttpRequest
from django.utils.translation.trans_real import parse_accept_lang_header

from isesco_site.languages import BY_CODE, CANONICAL


def language_from_path(path: str) -> str | None:
    """Return the language that an address names (``"/fr/about/"`` → "fr"), or ``None``."""
    prefix = path.lstrip("/").split("/", 1)[0]
    return prefix if prefix in BY_CODE else None


def preferred_language(request: HttpRequest) -> str:
    """Return the site's language that fits ``Accept-Language`` best, else the canonical one.

    Cookies have no say: they would make the answer differ for readers who share a cache.
    """
    header = request.headers.get("Accept-Language", "")
    for tag, quality in parse_accept_lang_header(header):
        code = tag.split("-")[0]
        if quality and code in BY_CODE:
            return code
    return CANONICAL


def language_of(request: HttpRequest) -> str:
    """Return the language of an answer: the address decides, else the browser's wish."""
    return language_from_path(request.path_info) or preferred_language(request)
