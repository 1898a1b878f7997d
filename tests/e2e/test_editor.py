"""Staff sign in, edit the Arabic text of a page, see it before readers do, and publish it."""

import pytest

from tests.e2e.staff import approve, edit, preview, publish, refused, sign_in, submit, tab
from tests.specimens import TITLES

pytestmark = pytest.mark.browser


@pytest.fixture
def visitor(open_page, own_page):
    """Return a function that tells which heading a visitor reads in a language."""

    def heading(language):
        with open_page() as (page, _watch):
            page.goto(f"/{language}{own_page.path}")
            return page.locator("h1").inner_text()

    return heading


def test_a_publisher_edits_arabic_previews_and_publishes(open_page, accounts, own_page, visitor):
    title = "عنوان كتبه الناشر"
    with open_page() as (page, watch):
        sign_in(page, accounts["publisher"])
        edit(page, own_page)
        tab(page, "العربية")
        field = page.locator("[name=title_ar]")
        assert field.evaluate("field => getComputedStyle(field).direction") == "rtl"
        field.fill(title)
        shown = preview(page, "ar")
        assert shown.locator("html").get_attribute("dir") == "rtl"
        shown.get_by_role("heading", level=1, name=title).wait_for()
        assert visitor("ar") == TITLES["ar"]
        publish(page)
        assert watch.errors + watch.foreign == []
    assert visitor("ar") == title
    assert visitor("fr") == TITLES["fr"]


def test_an_editor_submits_and_a_publisher_approves(staff, own_page, visitor):
    title = "عنوان كتبه المحرر"
    with staff("editor") as page:
        edit(page, own_page)
        tab(page, "العربية")
        page.fill("[name=title_ar]", title)
        assert page.locator("[name=action-publish]").count() == 0
        submit(page)
    assert visitor("ar") == TITLES["ar"]
    with staff("publisher") as page:
        edit(page, own_page)
        assert page.locator("[name=title_ar]").input_value() == title
        approve(page)
    assert visitor("ar") == title


def test_a_page_without_any_title_is_refused_where_the_title_is_missing(staff, own_page, visitor):
    with staff("publisher") as page:
        edit(page, own_page)
        for language, name in (("ar", "العربية"), ("en", "English"), ("fr", "Français")):
            tab(page, name)
            page.fill(f"[name=title_{language}]", "")
        assert refused(page, "[name=action-publish]") == ["English"]
    assert visitor("en") == TITLES["en"]
