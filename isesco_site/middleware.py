"""What every request passes through."""

import logging
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation
from django.utils.cache import patch_vary_headers

from isesco_site import errors
from isesco_site.negotiation import language_from_path, language_of

logger = logging.getLogger(__name__)
GetResponse = Callable[[HttpRequest], HttpResponse]

PERMISSIONS_POLICY = ", ".join(
    f"{feature}=()"
    for feature in (
        "accelerometer",
        "camera",
        "display-capture",
        "geolocation",
        "gyroscope",
        "magnetometer",
        "microphone",
        "midi",
        "payment",
        "usb",
    )
)
# Wagtail's admin starts its widgets with inline scripts and styles.
ADMIN_POLICY = {
    **settings.CONTENT_SECURITY_POLICY["DIRECTIVES"],
    "script-src": ["'self'", "'unsafe-inline'"],
    "style-src": ["'self'", "'unsafe-inline'"],
    "img-src": ["'self'", "data:", "blob:"],
    "frame-src": ["'self'", *settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]["frame-src"]],
}


class SecurityHeadersMiddleware:
    """Sets the headers Django has no setting for, and relaxes the policy inside the admin.

    The public pages and the login page keep the strict policy of the settings.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        response.headers.setdefault("X-Permitted-Cross-Domain-Policies", "none")
        return response


class AdminPolicyMiddleware:
    """Relaxes the Content-Security-Policy for those who are signed in to the admin."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.path_info.startswith(reverse("wagtailadmin_home")):
            response.headers.setdefault("Cache-Control", "private, no-store")
            if request.user.is_authenticated:
                vars(response)["_csp_replace"] = ADMIN_POLICY
        return response


class ServiceUnavailableMiddleware:
    """Answers 503 in the reader's language while the database cannot be reached."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Turn a lost database into a 503; every other failure stays what it is."""
        if isinstance(exception, errors.LOST_DATABASE):
            logger.error("The database cannot be reached: %s", exception)
            return errors.service_unavailable(request)
        return None


class MalformedRequestMiddleware:
    """Refuses what no page can answer, in the reader's language.

    These are addresses that no database takes, bodies longer than any form needs, and methods
    that an address does not know.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        query = request.META.get("QUERY_STRING", "")
        if "\x00" in request.path_info or "\x00" in query or "%00" in query:
            return errors.bad_request(request)
        if content_length(request) > longest_body(request):
            return errors.content_too_large(request)
        response = self.get_response(request)
        if response.status_code == 405 and not response.streaming and not response.content:
            return errors.method_not_allowed(request, response.headers["Allow"])
        return response


def content_length(request: HttpRequest) -> int:
    """Return the announced length of the body in bytes; 0 if none is announced."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    return int(length) if length.isdecimal() else 0


def longest_body(request: HttpRequest) -> int:
    """Return how many bytes may be sent to an address: files go to the admin only."""
    longest: int = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
    if request.path_info.startswith(reverse("wagtailadmin_home")):
        longest += settings.WAGTAILDOCS_MAX_UPLOAD_SIZE
    return longest


class URLLanguageMiddleware:
    """Activates the language that the address names; no cookie, no session, no redirect.

    Pages outside the language prefixes (the admin's login, errors) follow ``Accept-Language``.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        language = language_of(request)
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
            response.headers.setdefault("Content-Language", translation.get_language() or language)
        if language_from_path(request.path_info) is None:
            patch_vary_headers(response, ("Accept-Language",))
        return response
