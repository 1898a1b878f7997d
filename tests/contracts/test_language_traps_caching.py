"""Trap 4.13: what is cached in one language is never served in another."""

import pytest
from django.core.cache import cache
from django.template import Context, Template
from django.test import RequestFactory
from django.utils import translation

from isesco_site.languages import CODES
from pages.factories import StandardPageFactory
from pages.models import BasePage
from tests.project_files import templates
from tests.site_pages import address

pytestmark = pytest.mark.django_db

FRAGMENT = Template(
    "{% load wagtail_cache %}"
    "{% wagtailpagecache 60 'title' %}{{ page.title }}{% endwagtailpagecache %}"
)
TITLES = {"title_ar": "ع", "title_en": "English", "title_fr": "Français"}


def fragments(page: BasePage) -> list[str]:
    """Render a cached fragment of ``page`` in each language, one after the other."""
    shown = []
    for code in CODES:
        with translation.override(code):
            request = RequestFactory().get("/")
            shown.append(FRAGMENT.render(Context({"page": page, "request": request})))
    return shown


def test_a_cached_fragment_of_a_page_keeps_to_its_language():
    assert fragments(StandardPageFactory(**TITLES)) == list(TITLES.values())


def test_canary_a_stock_key_serves_the_first_language_to_all(monkeypatch):
    monkeypatch.delattr(BasePage, "get_cache_key_components")
    assert fragments(StandardPageFactory(**TITLES)) == ["ع"] * 3


def test_keys_differ_by_language_and_change_when_the_page_is_published():
    page = StandardPageFactory()

    def keys() -> set[str]:
        found = set()
        for code in CODES:
            with translation.override(code):
                found.add(page.cache_key)
        return found

    before = keys()
    page.save_revision().publish()
    page.refresh_from_db()
    assert len(before) == len(CODES)
    assert not before & keys()


def careless_cache_tags(source: str) -> list[str]:
    """Return the uses of Django's ``cache`` tag that do not name the language."""
    return [
        line.strip()
        for line in source.splitlines()
        if ("{% cache " in line or "{% wagtailcache " in line) and "LANGUAGE_CODE" not in line
    ]


def test_templates_name_the_language_of_what_they_cache():
    found = {name: careless_cache_tags(source) for name, source in templates()}
    assert {name: tags for name, tags in found.items() if tags} == {}


@pytest.mark.parametrize("tag", ["{% cache 60 menu %}", "{% wagtailcache 60 'menu' %}"])
def test_canary_a_fragment_cached_without_its_language_is_seen(tag):
    assert careless_cache_tags(tag)
    assert not careless_cache_tags(tag.replace(" %}", " LANGUAGE_CODE %}"))


def test_nothing_a_process_remembers_mixes_languages(client):
    page = StandardPageFactory(**TITLES)
    first = {code: client.get(address(page, code)).content for code in CODES}
    for code in reversed(CODES):
        assert client.get(address(page, code)).content == first[code]
    cache.clear()
    for code in CODES:
        assert client.get(address(page, code)).content == first[code]
