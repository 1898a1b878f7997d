"""Error pages: the reader's language, right direction, no database."""

import re

import pytest
from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.db import OperationalError
from django.test import Client

from isesco_site import errors
from isesco_site.languages import BY_CODE
from pages.models import ContactPage

PAGES = {
    "400": errors.bad_request,
    "403": errors.permission_denied,
    "404": errors.page_not_found,
    "405": lambda request: errors.method_not_allowed(request, "GET"),
    "413": errors.content_too_large,
    "500": errors.server_error,
    "503": errors.service_unavailable,
    "403 csrf": errors.csrf_failure,
}


def check(response, language: str, status: int) -> str:
    """Check that a response is a whole error page in a language; return its HTML."""
    html = response.content.decode()
    assert response.status_code == status
    assert f'<html lang="{language}" dir="{BY_CODE[language].direction}">' in html
    assert response.headers["Content-Language"] == language
    assert re.search(r"<title>[^<]+</title>", html)
    assert re.search(r"<h1[^>]*>[^<]+</h1>", html)
    assert 'name="robots" content="noindex"' in html
    return html


@pytest.mark.parametrize("name", PAGES)
def test_each_error_has_a_page_that_needs_no_database(rf, messages_compiled, language, name):
    html = check(PAGES[name](rf.get(f"/{language}/x/")), language, int(name[:3]))
    assert f'href="/{language}/"' in html


@pytest.mark.parametrize("name", PAGES)
def test_error_pages_say_something_else_in_each_language(rf, messages_compiled, name):
    headings = {
        re.search(r"<h1[^>]*>([^<]+)</h1>", PAGES[name](rf.get(f"/{code}/x/")).content.decode())[1]
        for code in BY_CODE
    }
    assert len(headings) == len(BY_CODE)


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (PermissionDenied, 403),
        (RequestDataTooBig, 413),
        (ZeroDivisionError, 500),
        (OperationalError, 503),
    ],
)
@pytest.mark.django_db
def test_a_failing_page_answers_in_its_language(monkeypatch, language, error, status):
    def fail(*args, **kwargs):
        raise error

    monkeypatch.setattr(ContactPage, "serve", fail)
    client = Client(raise_request_exception=False)
    response = client.get(f"/{language}/contact/")
    check(response, language, status)
    assert ("Retry-After" in response.headers) == (status == 503)
    assert "default-src 'none'" in response.headers["Content-Security-Policy"]
    assert not response.cookies


@pytest.mark.django_db
def test_a_database_lost_between_views_is_503(monkeypatch, language):
    def fail(*args, **kwargs):
        raise OperationalError

    monkeypatch.setattr("wagtail.contrib.redirects.models.Redirect.get_for_site", fail)
    client = Client(raise_request_exception=False)
    check(client.get(f"/{language}/no-such-page/"), language, 503)


@pytest.mark.django_db
def test_errors_without_a_language_follow_the_browser(client, language):
    response = client.get("/no/such/page", headers={"accept-language": language})
    check(response, language, 404)
    assert "Accept-Language" in response.headers["Vary"]


@pytest.mark.django_db
def test_a_form_without_its_token(language):
    response = Client(enforce_csrf_checks=True).post(f"/{language}/contact/", {})
    check(response, language, 403)


def test_an_error_page_that_fails_is_a_plain_one(rf, monkeypatch):
    def fail(*args, **kwargs):
        raise ZeroDivisionError

    monkeypatch.setattr(errors, "render_to_string", fail)
    html = errors.server_error(rf.get("/ar/")).content.decode()
    assert '<p lang="ar" dir="rtl">' in html
