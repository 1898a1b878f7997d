"""Tags about the institution and the ways through its site."""

import json
from typing import Any

from django import template
from django.utils import translation
from django.utils.safestring import SafeString, mark_safe

from isesco_site.languages import BY_CODE
from pages.alternates import alternates, canonical_address, language_that_exists
from pages.models import InstitutionSettings, MissionPage, ObjectivesPage
from pages.navigation import NavigationLink, breadcrumb_links, menu_links
from pages.stand_ins import best_field
from pages.structured_data import structured_data

register = template.Library()

# What could end a script element, as escapes of JSON.
SCRIPT_ESCAPES = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}


@register.simple_tag(takes_context=True)
def institution(context: template.Context) -> InstitutionSettings | None:
    """``{% institution as institution %}``: the institution's names and addresses."""
    request = context.get("request")
    return InstitutionSettings.for_request(request) if request else None


@register.simple_tag(takes_context=True)
def menu(context: template.Context, key: str) -> list[NavigationLink]:
    """``{% menu "main" as links %}``: the links of a menu."""
    request = context.get("request")
    return menu_links(request, key, context.get("page")) if request else []


@register.simple_tag(takes_context=True)
def breadcrumbs(context: template.Context) -> list[NavigationLink]:
    """``{% breadcrumbs as links %}``: the way from the home page to this page."""
    page, request = context.get("page"), context.get("request")
    return breadcrumb_links(request, page) if page and request else []


@register.simple_tag
def mission() -> MissionPage | None:
    """``{% mission as mission_page %}``: the page that states the mission."""
    return MissionPage.objects.live().first()


@register.simple_tag
def objectives_page() -> ObjectivesPage | None:
    """``{% objectives_page as objectives %}``: the page that lists the objectives."""
    return ObjectivesPage.objects.live().prefetch_related("objectives").first()


@register.inclusion_tag("chrome/metadata.html", takes_context=True)
def head_metadata(context: template.Context) -> dict[str, Any]:
    """``{% head_metadata %}``: title, description, addresses, Open Graph and JSON-LD."""
    page, request = context["page"], context["request"]
    language = BY_CODE[language_that_exists(page)]
    with translation.override(language.code):
        shared = texts_for_machines(page)
    return {
        "page": page,
        **texts_for_machines(page),
        "shared": shared,
        "institution": InstitutionSettings.for_request(request),
        "is_home": page.depth == 2,
        "canonical": canonical_address(page, request),
        "alternates": alternates(page, request),
        "language": language,
        "other_languages": [
            BY_CODE[code] for code in page.available_languages if code != language.code
        ],
        "structured_data": structured_data(request, page),
        "request": request,
    }


def texts_for_machines(page: Any) -> dict[str, str]:
    """Return title and description of a page in the active language, and where they come from."""
    title = best_field(page, "seo_title", "title")
    description = best_field(page, "search_description", "introduction")
    return {
        "title_field": title,
        "title": getattr(page, title),
        "description_field": description,
        "description": getattr(page, description),
    }


@register.filter
def json_ld(value: Any) -> SafeString:
    """Return ``value`` as JSON that may stand in a ``<script type="application/ld+json">``."""
    text = json.dumps(value, ensure_ascii=False).translate(SCRIPT_ESCAPES)
    return mark_safe(text)  # noqa: S308  every "<", ">" and "&" is escaped
