"""Trap 4.18: a page never mixes languages silently, and says what it lacks."""

import json
import re

import pytest
from bs4 import BeautifulSoup, NavigableString
from django.test import RequestFactory
from django.utils import translation

from isesco_site.languages import BY_CODE, CODES
from pages import stand_ins
from pages.factories import (
    MilestoneFactory,
    ObjectiveFactory,
    ObjectivesPageFactory,
    StandardPageFactory,
)
from pages.models import BasePage, ObjectivesPage, StandardPage
from tests.site_pages import PAGE_TYPES, address, name_of, page_of_type
from tests.specimens import ARABIC_ONLY, FRENCH_ONLY
from translations.registry import column, translated_fields, translated_models

pytestmark = pytest.mark.django_db

ARABIC = re.compile("[ء-ي]")
READ_ATTRIBUTES = ("alt", "title", "aria-label", "content", "placeholder")
# Open Graph knows no ``lang``.
UNMARKABLE = re.compile("^og:")


def language_of(element) -> tuple[str, str]:
    """Return language and direction of an element as its nearest ancestors declare them."""
    found = {}
    for ancestor in [element, *element.parents]:
        for name in ("lang", "dir"):
            if ancestor.get(name) and name not in found:
                found[name] = ancestor[name]
    return found.get("lang", ""), found.get("dir", "")


def silent_arabic(document: str) -> list[str]:
    """Return the Arabic texts of a document that are not marked as Arabic."""
    soup = BeautifulSoup(document, "html.parser")
    texts = [
        (text.parent, text.strip())
        for text in soup.find_all(string=ARABIC)
        if type(text) is NavigableString and text.parent.name != "script"
    ]
    attributes = [
        (element, element[name])
        for name in READ_ATTRIBUTES
        for element in soup.find_all(attrs={name: ARABIC})
        if not UNMARKABLE.match(element.get("property", ""))
    ]
    return [
        f"<{element.name}> {text[:60]}"
        for element, text in texts + attributes
        if language_of(element) != ("ar", "rtl")
    ]


@pytest.fixture
def only_arabic(db):
    """Leave the site's texts in Arabic only; return a live page of every type."""
    pages = [page_of_type(model) for model in PAGE_TYPES]
    for model in translated_models():
        for name in translated_fields(model):
            columns = {column(name, code): None for code in CODES if code != "ar"}
            model._default_manager.rewrite(mode=False).update(**columns)
    return [type(page).objects.get(pk=page.pk) for page in pages]


def test_text_that_stands_in_says_its_language_everywhere(client, only_arabic):
    silent = {}
    for page in only_arabic:
        for code in ("en", "fr"):
            response = client.get(address(page, code))
            assert response.status_code == 200
            silent[name_of(type(page)), code] = silent_arabic(response.content.decode())
    assert {key: found for key, found in silent.items() if found} == {}


def test_canary_silent_text_is_seen(client, monkeypatch, only_arabic):
    monkeypatch.setattr(stand_ins, "language_shown", lambda *_arguments: None)
    about = next(page for page in only_arabic if page.slug == "about")
    assert len(silent_arabic(client.get(address(about, "en")).content.decode())) > 5


# --- A page that a language lacks ----------------------------------------------------------------


@pytest.mark.parametrize(("slug", "written"), [(FRENCH_ONLY, "fr"), (ARABIC_ONLY, "ar")])
@pytest.mark.parametrize("reading", CODES)
def test_a_page_that_a_language_lacks_is_honest_about_it(client, slug, written, reading):
    page = StandardPage.objects.get(slug=slug)
    response = client.get(address(page, reading))
    assert response.status_code == 200
    soup = BeautifulSoup(response.content.decode(), "html.parser")
    missing = reading != written

    assert (soup.find(id="missing-language") is not None) == missing
    assert (
        soup.find("meta", attrs={"name": "robots", "content": "noindex"}) is not None
    ) == missing
    assert soup.find("link", rel="canonical")["href"].endswith(address(page, written))
    assert language_of(soup.title) == (written, BY_CODE[written].direction)
    assert language_of(soup.h1) == (written, BY_CODE[written].direction)
    hreflangs = {link["hreflang"] for link in soup.find_all("link", rel="alternate")}
    assert hreflangs == {written, "x-default"}

    bar = soup.select_one("header nav ul")
    links = {link["hreflang"]: link for link in bar.find_all("a")}
    assert list(links) == list(CODES)
    assert {code for code, link in links.items() if "data-unavailable" not in link.attrs} == {
        written
    }

    graph = json.loads(soup.find("script", type="application/ld+json").string)["@graph"]
    (described,) = [node for node in graph if node["@type"] == "WebPage"]
    assert described["inLanguage"] == written
    assert described["url"].endswith(address(page, written))


@pytest.mark.parametrize(("slug", "written"), [(FRENCH_ONLY, "fr"), (ARABIC_ONLY, "ar")])
def test_the_sitemap_lists_only_languages_that_exist(client, slug, written):
    document = client.get("/sitemap.xml").content.decode()
    found = re.findall(rf'(?:<loc>|href=")[^<"]*/(\w\w)/[^<"]*{slug}/', document)
    assert set(found) == {written}


# --- A page that is in part in a language --------------------------------------------------------


def test_a_title_alone_is_no_page(client):
    page = StandardPageFactory(languages=("en",), title_fr="Titre seul")
    assert page.available_languages == ["en"]
    document = client.get(address(page, "fr")).content.decode()
    soup = BeautifulSoup(document, "html.parser")
    assert soup.find(id="missing-language")
    assert soup.find("link", rel="canonical")["href"].endswith(address(page, "en"))
    assert soup.find("meta", property="og:locale")["content"] == BY_CODE["en"].open_graph_locale
    assert soup.find("meta", property="og:title")["content"] == page.title_en
    assert "/fr/" + page.slug not in client.get("/sitemap.xml").content.decode()


def test_a_text_that_no_language_has_is_not_missed():
    assert StandardPageFactory(body_ar=[], body_en=[], body_fr=[]).available_languages == list(
        CODES
    )


def test_a_page_with_a_stand_in_part_says_so(client):
    page = ObjectivesPageFactory()
    ObjectiveFactory(page=page, languages=("en", "fr"))
    page = ObjectivesPage.objects.get(pk=page.pk)
    for code, expected in (("ar", ["objectives"]), ("en", []), ("fr", [])):
        with translation.override(code):
            assert page.stand_in_fields == expected
            assert page.is_available
        document = client.get(address(page, code)).content.decode()
        soup = BeautifulSoup(document, "html.parser")
        assert (soup.find(id="incomplete-language") is not None) == bool(expected)
        assert soup.find(id="missing-language") is None


def test_a_missing_introduction_is_announced_and_marked(client):
    page = StandardPageFactory(introduction_ar=None)
    soup = BeautifulSoup(client.get(address(page, "ar")).content.decode(), "html.parser")
    assert soup.find(id="incomplete-language")
    assert soup.select_one(".c-opening__introduction")["lang"] == "en"
    assert soup.find("meta", attrs={"name": "robots"}) is None


def test_the_notice_costs_no_query(django_assert_num_queries):
    page = page_of_type(ObjectivesPage)
    request = RequestFactory().get(address(page, "ar"))
    routed = BasePage.route_for_request(request, page.slug).page
    with django_assert_num_queries(0):
        assert routed.is_complete


@pytest.mark.parametrize("model", PAGE_TYPES, ids=name_of)
def test_the_real_pages_are_complete_in_every_language(model, language):
    page = page_of_type(model)
    with translation.override(language):
        assert page.stand_in_fields == []


def test_canary_an_incomplete_page_is_seen():
    milestone = MilestoneFactory(languages=("ar",))
    with translation.override("fr"):
        assert milestone.page.stand_in_fields == ["milestones"]


# --- Texts for search engines --------------------------------------------------------------------


def test_a_foreign_search_title_does_not_hide_the_page_s_own(client):
    page = StandardPageFactory(seo_title_en="Search title", search_description_en="Found")
    soup = BeautifulSoup(client.get(address(page, "fr")).content.decode(), "html.parser")
    assert soup.title.string.startswith(page.title_fr)
    assert soup.find("meta", attrs={"name": "description"})["content"] == page.introduction_fr
    english = BeautifulSoup(client.get(address(page, "en")).content.decode(), "html.parser")
    assert english.title.string.startswith("Search title")
