"""From an address to a page: few queries, at any depth, and never past a closed door."""

import pytest
from django.test import RequestFactory
from wagtail.models import PageViewRestriction, Site

from pages.factories import ObjectivesPageFactory, SectionIndexPageFactory, StandardPageFactory
from pages.models import BasePage, HomePage, StandardPage
from tests.site_pages import address

pytestmark = pytest.mark.django_db


def route(path: str):
    """Return the page at ``path``, or nothing."""
    result = BasePage.route_for_request(RequestFactory().get("/"), path)
    return result.page if result else None


@pytest.fixture
def deep():
    """Return a page five levels below the home page."""
    page = SectionIndexPageFactory(slug="a")
    for slug in "bcd":
        page = SectionIndexPageFactory(slug=slug, parent=page)
    return StandardPageFactory(slug="e", parent=page)


def test_a_deep_page_is_found_with_its_way(deep, django_assert_num_queries):
    Site.find_for_request(RequestFactory().get("/"))
    with django_assert_num_queries(3):
        page = route("a/b/c/d/e")
        assert type(page) is StandardPage
        slugs = [ancestor.slug for ancestor in page.site_ancestors]
    assert page.pk == deep.pk
    assert slugs == ["home", "a", "b", "c", "d"]


def test_the_way_is_the_same_when_it_is_not_routed(deep):
    routed = route("a/b/c/d/e").site_ancestors
    assert StandardPage.objects.get(pk=deep.pk).site_ancestors == routed


def test_the_home_page_is_found():
    assert type(route("")) is HomePage
    assert route("").site_ancestors == []


@pytest.mark.parametrize("path", ["a/x", "a/b/c/d/e/f", "e", "b/c", "home", "a/../a"])
def test_what_is_not_there_is_not_found(deep, path):
    assert route(path) is None


def test_a_page_that_is_not_live_is_not_found(deep):
    deep.unpublish()
    assert route("a/b/c/d/e") is None
    assert route("a/b/c/d") is not None


def test_rows_are_fetched_with_the_page(django_assert_num_queries):
    ObjectivesPageFactory(slug="aims")
    page = route("aims")
    with django_assert_num_queries(0):
        assert list(page.objectives.all()) == []


def close(page: BasePage) -> None:
    """Let only those in who are signed in."""
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


@pytest.mark.parametrize("level", range(5))
def test_a_closed_page_closes_all_below_it(client, deep, level):
    assert client.get(address(deep, "ar")).status_code == 200
    close([*deep.site_ancestors[1:], deep][level])
    assert client.get(address(deep, "ar")).status_code == 302
    assert address(deep, "ar") not in client.get("/sitemap.xml").content.decode()


def test_a_closed_site_is_closed(client, deep):
    close(BasePage.get_first_root_node())
    assert client.get(address(deep, "ar")).status_code == 302
    assert client.get("/ar/").status_code == 302


def test_an_alias_is_closed_with_its_page(client, deep):
    alias = deep.create_alias(update_slug="alias", parent=deep.site_ancestors[0])
    assert client.get(address(alias, "fr")).status_code == 200
    close(deep)
    assert client.get(address(alias, "fr")).status_code == 302


def test_a_closed_page_closes_no_other(client, deep):
    close(deep.site_ancestors[1])
    assert client.get(address(StandardPageFactory(slug="aa"), "en")).status_code == 200
