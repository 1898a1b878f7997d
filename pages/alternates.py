"""The same page in the other languages."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils import translation

from isesco_site.languages import CANONICAL, CODES, FALLBACK_ORDER, LANGUAGES, Language


@dataclass(frozen=True)
class LanguageLink:
    """A link of the language bar; ``available`` says that the page exists in that language."""

    language: Language
    url: str
    current: bool
    available: bool

    @property
    def code(self) -> str:
        """The language's tag."""
        return self.language.code

    @property
    def name(self) -> str:
        """The language's own name."""
        return self.language.name

    @property
    def direction(self) -> str:
        """The direction of the language's script."""
        return self.language.direction


@dataclass(frozen=True)
class Alternate:
    """An absolute address of the page for ``<link rel="alternate">``."""

    hreflang: str
    url: str


def language_links(page: Any = None, request: HttpRequest | None = None) -> list[LanguageLink]:
    """Return a link to the same page in each language, or to the home pages without a page."""
    active = translation.get_language()
    links = []
    for language in LANGUAGES:
        with translation.override(language.code):
            url = page.get_url(request) if page else None
        links.append(
            LanguageLink(
                language=language,
                url=url or f"/{language.code}/",
                current=language.code == active,
                available=page is None or language.code in page.available_languages,
            )
        )
    return links


def address_in(page: Any, code: str, request: HttpRequest | None = None) -> str:
    """Return the absolute address of ``page`` in the language ``code``."""
    with translation.override(code):
        return page.get_full_url(request) or ""


def alternates(page: Any, request: HttpRequest | None = None) -> list[Alternate]:
    """Return the addresses of the languages the page exists in, then ``x-default``."""
    available = [code for code in CODES if code in page.available_languages]
    addresses = {code: address_in(page, code, request) for code in available}
    result = [Alternate(code, address) for code, address in addresses.items() if address]
    if result:
        default = addresses.get(CANONICAL) or result[0].url
        result.append(Alternate("x-default", default))
    return result


def language_that_exists(page: Any) -> str:
    """Return the active language if the page exists in it, else the first in which it does."""
    active = translation.get_language() or CANONICAL
    available = page.available_languages
    return next((code for code in (active, *FALLBACK_ORDER) if code in available), active)


def canonical_address(page: Any, request: HttpRequest | None = None) -> str:
    """Return the address search engines should keep: of a language in which the page exists."""
    return address_in(page, language_that_exists(page), request)
