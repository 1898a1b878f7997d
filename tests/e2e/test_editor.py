"""Staff sign in, edit the Arabic text of a page, see it before readers do, and publish it."""

import pytest

from tests.e2e.staff import approve, edit, preview, publish, sign_in, submit, tab
from tests.specimens import TITLES

pytestmark = pytest.mark.browser


@pytest.fixture
def visitor(open_page, child):
    """Return a function that tells which heading a visitor reads in a language."""

    def heading(language):
        with open_page() as (page, _watch):
            page.goto(f"/{language}{child.path}")
            return page.locator("h1").inner_text()

    return heading


def test_a_publisher_edits_arabic_previews_and_publishes(open_page, accounts, child, visitor):
    title = "عنوان كتبه الناشر"
    with open_page() as (page, watch):
        sign_in(page, accounts["publisher"])
        edit(page, child.number, child.parent)
        tab(page, "العربية")
        field = page.locator("[name=title_ar]")
        assert field.evaluate("field => getComputedStyle(field).direction") == "rtl"
        field.fill(title)
        shown = preview(page, "ar")
        assert shown.locator("html").get_attribute("dir") == "rtl"
        shown.get_by_role("heading", level=1, name=title).wait_for()
        assert visitor("ar") != title
        publish(page)
        assert watch.errors + watch.foreign == []
    assert visitor("ar") == title
    assert visitor("fr") == TITLES["fr"]


def test_an_editor_submits_and_a_publisher_approves(open_page, accounts, child, visitor):
    title = "عنوان كتبه المحرر"
    with open_page() as (page, watch):
        sign_in(page, accounts["editor"])
        edit(page, child.number, child.parent)
        tab(page, "العربية")
        page.fill("[name=title_ar]", title)
        assert page.locator("[name=action-publish]").count() == 0
        submit(page)
        assert watch.errors + watch.foreign == []
    assert visitor("ar") != title
    with open_page() as (page, watch):
        sign_in(page, accounts["publisher"])
        edit(page, child.number, child.parent)
        assert page.locator("[name=title_ar]").input_value() == title
        approve(page)
        assert watch.errors + watch.foreign == []
    assert visitor("ar") == title


def test_a_page_without_any_title_is_refused_where_the_title_is_missing(
    open_page, accounts, child, visitor
):
    with open_page() as (page, _watch):
        sign_in(page, accounts["publisher"])
        edit(page, child.number, child.parent)
        for language, name in (("ar", "العربية"), ("en", "English"), ("fr", "Français")):
            tab(page, name)
            page.fill(f"[name=title_{language}]", "")
        page.locator("footer .w-dropdown__toggle").first.click()
        page.locator("footer [name=action-publish]").click()
        page.locator(".messages .error").wait_for()
        errors = page.locator("[data-tabs] [data-tabs-errors-count]").all_inner_texts()
        assert any(text.strip().strip("()") not in {"", "0"} for text in errors)
    assert visitor("en") == TITLES["en"]
