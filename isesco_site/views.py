"""Addresses outside the page tree."""

import mimetypes
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.db import connection
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.utils._os import safe_join
from django.utils.cache import patch_vary_headers
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from isesco_site.languages import BY_CODE, CODES
from isesco_site.negotiation import preferred_language
from pages.models import BasePage, InstitutionSettings

PUBLIC_MEDIA = ("images", "original_images")
MEDIA_MAX_AGE = 30 * 24 * 60 * 60  # seconds
SECURITY_TXT_VALIDITY = timedelta(days=180)


@require_safe
def choose_language(request: HttpRequest) -> HttpResponse:
    """Send the reader of ``/`` to the language the browser asks for, once."""
    response = redirect(f"/{preferred_language(request)}/")
    patch_vary_headers(response, ("Accept-Language",))
    return response


@require_safe
def serve_media(request: HttpRequest, path: str) -> FileResponse:
    """Serve a picture; documents have their own view, which knows who may read them.

    Raises:
        Http404: no such picture.
    """
    if path.split("/", 1)[0] not in PUBLIC_MEDIA:
        raise Http404
    file = Path(safe_join(settings.MEDIA_ROOT, path))
    try:
        is_file = file.is_file()
    except OSError as error:  # a name longer than any file's
        raise Http404 from error
    if not is_file:
        raise Http404
    content_type = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    response = FileResponse(file.open("rb"), content_type=content_type)
    response.headers["Cache-Control"] = f"public, max-age={MEDIA_MAX_AGE}, immutable"
    return response


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """Send browsers that ask for ``/favicon.ico`` to the static file."""
    return redirect(staticfiles_storage.url("favicon/favicon.ico"))


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Welcome robots everywhere but in the admin, and name the sitemap."""
    lines = [
        "User-agent: *",
        "Disallow: /admin/",
        "Disallow: /documents/",
        f"Sitemap: {settings.BASE_URL}/sitemap.xml",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@require_safe
def security_txt(request: HttpRequest) -> HttpResponse:
    """Say where to report a weakness (RFC 9116)."""
    expires = (timezone.now() + SECURITY_TXT_VALIDITY).strftime("%Y-%m-%dT00:00:00Z")
    lines = [
        f"Contact: {settings.BASE_URL}/en/contact/",
        f"Expires: {expires}",
        f"Preferred-Languages: {', '.join(CODES)}",
        f"Canonical: {settings.BASE_URL}/.well-known/security.txt",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@require_safe
def web_manifest(request: HttpRequest, language: str) -> JsonResponse:
    """Name the site to devices that keep it on their home screen.

    Raises:
        Http404: the site has no such language.
    """
    if language not in BY_CODE:
        raise Http404
    with translation.override(language):
        institution = InstitutionSettings.for_request(request)
        manifest = {
            "name": institution.name,
            "short_name": institution.acronym or institution.name,
            "lang": language,
            "dir": BY_CODE[language].direction,
            "start_url": f"/{language}/",
            "display": "browser",
            "background_color": "#fbf8f1",
            "theme_color": "#0b4f4a",
            "icons": [
                {
                    "src": staticfiles_storage.url(f"favicon/icon-{size}.png"),
                    "sizes": f"{size}x{size}",
                    "type": "image/png",
                }
                for size in (192, 512)
            ],
        }
    return JsonResponse(manifest, content_type="application/manifest+json")


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """List every public page in every language it exists in, with its alternates."""
    entries = []
    for page in BasePage.objects.live().public().filter(depth__gt=1).order_by("path").specific():
        addresses = {}
        for code in page.available_languages:
            with translation.override(code):
                addresses[code] = page.get_full_url(request)
        entries += [
            {"address": address, "alternates": addresses, "lastmod": page.last_published_at}
            for address in addresses.values()
            if address
        ]
    return render(
        request, "sitemap.xml", {"entries": entries}, content_type="application/xml; charset=utf-8"
    )


@never_cache
@require_safe
def liveness(request: HttpRequest) -> JsonResponse:
    """Say that the process answers."""
    return JsonResponse({"status": "alive"})


@never_cache
@require_safe
def readiness(request: HttpRequest) -> JsonResponse:
    """Say that the database answers, too; without it the answer is 503."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return JsonResponse({"status": "ready"})
