"""Error pages in the reader's language, with the site's face, without the database."""

import logging
import sys
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import translation

from isesco_site.languages import BY_CODE, LANGUAGES
from isesco_site.negotiation import language_of

logger = logging.getLogger(__name__)
RETRY_AFTER = 30  # seconds
LOST_DATABASE = (InterfaceError, OperationalError)


def error_page(request: HttpRequest, status: int, name: str | None = None) -> HttpResponse:
    """Render ``templates/errors/<name>.html`` in the language of the address, else the browser's.

    A failure while rendering leads to a plain sentence in three languages instead.
    """
    language = BY_CODE[language_of(request)]
    with translation.override(language.code):
        context = {
            "LANGUAGE_CODE": language.code,
            "LANGUAGE_BIDI": language.direction == "rtl",
            "language": language,
            "languages": LANGUAGES,
            "status": status,
        }
        try:
            body: str = render_to_string(f"errors/{name or status}.html", context)
        except Exception:
            logger.exception("The error page %s cannot be rendered", name or status)
            body = plain_page()
    response = HttpResponse(body, status=status)
    response.headers["Content-Language"] = language.code
    return response


def plain_page() -> str:
    """Return an error page that needs no template and no catalogue."""
    return (
        '<!doctype html><html lang="en" dir="ltr"><meta charset="utf-8"><title>Error</title>'
        '<p lang="ar" dir="rtl">حدث خطأ. يُرجى المحاولة لاحقًا.</p>'
        '<p lang="en">Something went wrong. Please try again later.</p>'
        '<p lang="fr">Une erreur est survenue. Veuillez réessayer plus tard.</p></html>'
    )


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer 400, or 413 when the data sent is more than the settings allow."""
    return error_page(request, 413 if isinstance(exception, RequestDataTooBig) else 400)


def permission_denied(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer 403."""
    return error_page(request, 403)


def page_not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer 404."""
    return error_page(request, 404)


def method_not_allowed(request: HttpRequest, allowed: str) -> HttpResponse:
    """Answer 405 and name the methods that the address knows."""
    response = error_page(request, 405)
    response.headers["Allow"] = allowed
    return response


def content_too_large(request: HttpRequest) -> HttpResponse:
    """Answer 413 when a body is longer than any form needs."""
    return error_page(request, 413)


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer 500, or 503 when what failed is the database."""
    if isinstance(sys.exc_info()[1], LOST_DATABASE):
        return service_unavailable(request)
    return error_page(request, 500)


def service_unavailable(request: HttpRequest) -> HttpResponse:
    """Answer 503 and say when to come back."""
    response = error_page(request, 503)
    response.headers["Retry-After"] = str(RETRY_AFTER)
    return response


def csrf_failure(request: HttpRequest, reason: str = "", **kwargs: Any) -> HttpResponse:
    """Answer 403 when a form's token is missing or too old."""
    return error_page(request, 403, "csrf")
