"""Headers: no cookie where people only read, a strict policy, HTTPS-only rules under HTTPS."""

import json
import os
import subprocess
import sys

import pytest
from django.conf import settings as current_settings
from django.test import Client

from isesco_site.languages import CODES
from pages.models import ContactPage
from tests.project_files import ROOT
from tests.site_pages import PAGE_TYPES, address, name_of, page_of_type

READ = [model for model in PAGE_TYPES if model is not ContactPage]
FILES = ["/", "/robots.txt", "/sitemap.xml", "/manifest-ar.webmanifest", "/favicon.ico"]
FILES += ["/.well-known/security.txt", "/ar/no-such-page/", "/no-such-page"]
HTTPS = {
    "BASE_URL": "https://www.example.org",
    "SECRET_KEY": "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_",
}
#: Prints the settings that depend on the public address.
PRINT_SETTINGS = """
import json
from isesco_site import settings
names = [n for n in dir(settings) if n.startswith(("SECURE_", "CSRF_", "SESSION_", "CONTENT_"))]
print(json.dumps({name: getattr(settings, name) for name in [*names, "ALLOWED_HOSTS"]}))
"""


def policy(response) -> dict[str, list[str]]:
    """Return the Content-Security-Policy of a response as directives and their sources."""
    parts = response.headers["Content-Security-Policy"].split(";")
    return {words[0]: words[1:] for words in map(str.split, parts) if words}


def check_strict(response):
    directives = policy(response)
    assert directives["default-src"] == ["'none'"]
    assert directives["script-src"] == directives["style-src"] == ["'self'"]
    assert directives["object-src"] == directives["base-uri"] == ["'none'"]
    assert directives["form-action"] == directives["frame-ancestors"] == ["'self'"]
    assert "unsafe" not in response.headers["Content-Security-Policy"]
    assert "*" not in response.headers["Content-Security-Policy"]


def run(*arguments: str) -> subprocess.CompletedProcess:
    """Run Python with the settings of a site under HTTPS."""
    environment = os.environ | HTTPS | {"DJANGO_SETTINGS_MODULE": "isesco_site.settings"}
    # Browser tests in the same process set it for themselves.
    environment.pop("DJANGO_ALLOW_ASYNC_UNSAFE", None)
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def https(settings):
    """Apply the settings of a site under HTTPS; return a client that uses it."""
    for name, value in json.loads(run("-c", PRINT_SETTINGS).stdout).items():
        setattr(settings, name, value)
    return Client(headers={"host": "www.example.org"})


@pytest.mark.django_db
@pytest.mark.parametrize("model", READ, ids=name_of)
def test_pages_that_are_read_set_no_cookie(client, model):
    for language in CODES:
        response = client.get(address(page_of_type(model), language))
        assert response.status_code == 200
        assert not response.cookies
        assert "Cookie" not in response.headers.get("Vary", "")
        assert response.headers["Content-Language"] == language
        check_strict(response)


@pytest.mark.django_db
@pytest.mark.parametrize("path", FILES)
def test_other_addresses_set_no_cookie(client, path):
    response = client.get(path)
    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")
    check_strict(response)


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/ar/", "/ar/contact/", "/admin/login/", "/ar/none/", "/x"])
def test_every_answer_carries_the_headers(client, path):
    headers = client.get(path).headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]
    assert "Strict-Transport-Security" not in headers


@pytest.mark.django_db
def test_the_login_page_is_as_strict_as_the_public_pages(client):
    check_strict(client.get("/admin/login/"))


@pytest.mark.django_db
def test_the_admin_policy_is_for_those_who_are_signed_in(client, admin_client):
    check_strict(client.get("/admin/"))
    response = admin_client.get("/admin/")
    assert policy(response)["default-src"] == ["'none'"]
    assert "no-store" in response.headers["Cache-Control"]
    check_strict(admin_client.get("/ar/"))


@pytest.mark.django_db
def test_https_is_enforced_under_https(https):
    plain = https.get("/ar/")
    assert (plain.status_code, plain.url) == (301, "https://www.example.org/ar/")
    response = https.get("/ar/", secure=True)
    assert response.status_code == 200
    hsts = response.headers["Strict-Transport-Security"]
    assert int(hsts.split(";")[0].removeprefix("max-age=")) >= 365 * 24 * 60 * 60
    assert "includeSubDomains" in hsts
    assert "upgrade-insecure-requests" in policy(response)


@pytest.mark.django_db
def test_cookies_are_bound_to_the_host_under_https(https):
    (cookie,) = https.get("/ar/contact/", secure=True).cookies.values()
    assert cookie.key == "__Host-csrftoken" == current_settings.CSRF_COOKIE_NAME
    assert cookie["secure"]
    assert cookie["httponly"]
    assert cookie["path"] == "/"
    assert not cookie["domain"]
    assert current_settings.SESSION_COOKIE_NAME == "__Host-sessionid"
    assert current_settings.SESSION_COOKIE_SECURE


def test_the_deployment_check_is_clean():
    result = run("manage.py", "check", "--deploy", "--fail-level", "WARNING")
    assert result.returncode == 0, result.stderr
