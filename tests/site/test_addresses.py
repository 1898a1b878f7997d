"""Addresses: language from the address only, honest alternates, files for machines."""

import re
from datetime import datetime, timedelta
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from django.contrib.staticfiles import finders
from django.utils.timezone import now

from isesco_site.languages import BY_CODE, CODES
from pages.models import BasePage, StandardPage
from tests import specimens

pytestmark = pytest.mark.django_db
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"
ALTERNATE = re.compile(r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">')
CANONICAL = re.compile(r'<link rel="canonical" href="([^"]+)">')


@pytest.mark.parametrize(
    ("wish", "language"),
    [
        ("ar", "ar"),
        ("ar-MA,ar;q=0.9,fr;q=0.8", "ar"),
        ("fr-CA;q=0.3, de, en;q=0.2", "fr"),
        ("FR", "fr"),
        ("de", "en"),
        ("ar;q=0, fr;q=0.1", "fr"),
        ("*", "en"),
        ("", "en"),
        ("ar;q=x", "en"),
        ("\u202e,,;;", "en"),
        ("ar," * 5000, "ar"),
    ],
)
def test_the_bare_address_negotiates_once(client, wish, language):
    response = client.get("/", headers={"accept-language": wish})
    assert (response.status_code, response.url) == (302, f"/{language}/")
    assert response.headers["Vary"] == "Accept-Language"


def test_no_cookie_chooses_the_language(client):
    client.cookies["django_language"] = "fr"
    assert client.get("/").url == "/en/"


def test_the_address_alone_decides_the_language(client, language):
    for wish in CODES:
        response = client.get(f"/{language}/about/", headers={"accept-language": wish})
        start = f'<html lang="{language}" dir="{BY_CODE[language].direction}">'
        assert start in response.content.decode()
        assert "Accept-Language" not in response.headers.get("Vary", "")


def test_rendering_leaves_no_language_behind(client):
    first, _, again = (client.get(f"/{code}/mission/").content for code in ("ar", "fr", "ar"))
    assert first == again


def entries(client) -> dict[str, dict[str, str]]:
    """Return the alternates of each address in the sitemap."""
    response = client.get("/sitemap.xml")
    assert response.headers["Content-Type"] == "application/xml; charset=utf-8"
    return {
        entry.find(f"{SITEMAP}loc").text: {
            link.get("hreflang"): link.get("href") for link in entry.findall(f"{XHTML}link")
        }
        for entry in ElementTree.fromstring(response.content)
    }


def test_the_sitemap_lists_what_exists_and_nothing_else(client):
    listed = entries(client)
    pages = BasePage.objects.live().public().filter(depth__gt=1)
    assert len(listed) == sum(len(page.available_languages) for page in pages)
    french = f"/{specimens.SECTION}/{specimens.FRENCH_ONLY}/"
    assert [urlsplit(loc).path for loc in listed if loc.endswith(french)] == [f"/fr{french}"]
    for location, links in listed.items():
        assert location in links.values()


def test_every_listed_address_exists_and_agrees(client):
    listed = entries(client)
    for location, links in listed.items():
        html = client.get(urlsplit(location).path).content.decode()
        alternates = dict(ALTERNATE.findall(html))
        assert CANONICAL.findall(html) == [location]
        assert 'name="robots" content="noindex"' not in html
        assert alternates.pop("x-default") in links.values()
        assert {code: alternates[code] for code in links} == links


def test_drafts_are_not_listed(client):
    page = StandardPage.objects.live().last()
    page.unpublish()
    assert not [location for location in entries(client) if location.endswith(page.url[3:])]


def test_a_language_that_a_page_lacks_is_not_indexed(client, language):
    path = f"/{specimens.SECTION}/{specimens.FRENCH_ONLY}/"
    html = client.get(f"/{language}{path}").content.decode()
    assert ('name="robots" content="noindex"' in html) == (language != "fr")
    assert CANONICAL.findall(html)[0].endswith(f"/fr{path}")
    assert set(dict(ALTERNATE.findall(html))) <= {"fr", "x-default"}


def test_robots(client):
    response = client.get("/robots.txt")
    assert response.headers["Content-Type"].startswith("text/plain")
    lines = response.content.decode().splitlines()
    assert "Disallow: /admin/" in lines
    assert [line for line in lines if line.startswith("Sitemap: http")]


def test_security_txt_is_in_force(client):
    response = client.get("/.well-known/security.txt")
    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    fields = dict(line.split(": ", 1) for line in response.content.decode().splitlines())
    assert {"Contact", "Expires", "Canonical"} <= set(fields)
    expires = datetime.fromisoformat(fields["Expires"])
    assert now() < expires < now() + timedelta(days=366)
    assert client.get(urlsplit(fields["Contact"]).path).status_code == 200


def test_the_manifest_is_in_its_language(client, language):
    html = client.get(f"/{language}/").content.decode()
    (path,) = re.findall(r'<link rel="manifest" href="([^"]+)">', html)
    response = client.get(path)
    assert response.headers["Content-Type"] == "application/manifest+json"
    manifest = response.json()
    assert (manifest["lang"], manifest["dir"]) == (language, BY_CODE[language].direction)
    assert manifest["name"]
    assert manifest["start_url"] == f"/{language}/"
    for icon in manifest["icons"]:
        assert finders.find(icon["src"].removeprefix("/static/"))
    assert client.get("/manifest-xx.webmanifest").status_code == 404


def test_the_favicon_is_where_browsers_look(client):
    response = client.get("/favicon.ico")
    assert response.status_code == 302
    assert finders.find(response.url.removeprefix("/static/"))
