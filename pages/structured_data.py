"""What machines read of a page: JSON-LD with schema.org's vocabulary."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import translation

from isesco_site.languages import CODES
from pages.alternates import address_in, language_that_exists
from pages.models import InstitutionSettings
from pages.navigation import breadcrumb_links
from pages.stand_ins import best_field
from translations.registry import column


def structured_data(request: HttpRequest, page: Any) -> dict[str, Any]:
    """Return the graph of the organisation, the website, the page and its breadcrumbs."""
    institution = InstitutionSettings.for_request(request)
    return {
        "@context": "https://schema.org",
        "@graph": [
            organization(institution),
            website(institution),
            web_page(request, page),
            breadcrumb_list(request, page),
        ],
    }


def identifier(name: str) -> str:
    """Return the identifier of a node that is the same on every page."""
    return f"{settings.BASE_URL}/#{name}"


def without_empty(node: dict[str, Any]) -> dict[str, Any]:
    """Return the node without the properties that say nothing."""
    return {key: value for key, value in node.items() if value}


def organization(institution: InstitutionSettings) -> dict[str, Any]:
    """Return the institution itself, with its names in every language."""
    names = [
        getattr(institution, column(field, code))
        for field in ("name", "acronym", "former_name")
        for code in CODES
    ]
    alternate_names = [name for name in dict.fromkeys(names) if name and name != institution.name]
    return without_empty(
        {
            "@type": "Organization",
            "@id": identifier("organization"),
            "name": institution.name,
            "alternateName": alternate_names,
            "url": f"{settings.BASE_URL}/{translation.get_language()}/",
            "email": institution.email,
            "telephone": institution.telephone,
            "address": institution.address,
            "sameAs": [account.value["url"] for account in institution.social_accounts],
        }
    )


def website(institution: InstitutionSettings) -> dict[str, Any]:
    """Return the website as a whole."""
    return without_empty(
        {
            "@type": "WebSite",
            "@id": identifier("website"),
            "name": institution.name,
            "url": f"{settings.BASE_URL}/",
            "inLanguage": list(CODES),
            "publisher": {"@id": identifier("organization")},
        }
    )


def web_page(request: HttpRequest, page: Any) -> dict[str, Any]:
    """Return the page that is being read, in a language in which it exists."""
    language = language_that_exists(page)
    address = address_in(page, language, request)
    with translation.override(language):
        return without_empty(
            {
                "@type": "WebPage",
                "@id": f"{address}#webpage",
                "url": address,
                "name": page.title,
                "description": getattr(
                    page, best_field(page, "search_description", "introduction")
                ),
                "inLanguage": language,
                "isPartOf": {"@id": identifier("website")},
                "publisher": {"@id": identifier("organization")},
                "datePublished": iso(page.first_published_at),
                "dateModified": iso(page.last_published_at),
            }
        )


def breadcrumb_list(request: HttpRequest, page: Any) -> dict[str, Any]:
    """Return the way from the home page to the page."""
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": position,
                "name": link.label,
                "item": f"{settings.BASE_URL}{link.url}",
            }
            for position, link in enumerate(breadcrumb_links(request, page), start=1)
        ],
    }


def iso(moment: Any) -> str:
    """Return a date and time in ISO 8601, or nothing."""
    return moment.isoformat() if moment else ""
