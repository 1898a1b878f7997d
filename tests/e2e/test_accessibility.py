"""Every kind of page is accessible to WCAG 2.2 AA in each language, width and way of reading.

Each is read as it is, in forced colours and without scripts.
"""

import pytest

from tests.e2e.browser import (
    AXE,
    TAGS,
    WIDTHS,
    accessibility_violations,
    open_without_scripts,
    overflow,
    resize,
)
from tests.e2e.kinds import KINDS, WITH_FORM

pytestmark = pytest.mark.browser


def at_each_width(page, mode: str, check) -> list[str]:
    """Return what a check of an open page finds at each width."""
    found = []
    for width in WIDTHS:
        resize(page, width)
        found += [f"{mode}, {width} px: {problem}" for problem in check(page)]
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_page_is_accessible(open_page, addresses, kind, language):
    path = f"/{language}{addresses[kind]}"
    # axe styles its own elements, which the site's policy forbids.
    with open_page(bypass_csp=True) as (page, _watch):
        page.goto(path)
        found = at_each_width(page, "default", accessibility_violations)
        page.emulate_media(forced_colors="active")
        found += at_each_width(page, "forced colours", accessibility_violations)
        page.emulate_media(forced_colors="none")
        open_without_scripts(page, path)
        found += at_each_width(page, "no scripts", accessibility_violations)
    assert found == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_page_fits_and_keeps_to_itself(open_page, addresses, kind, language):
    path = f"/{language}{addresses[kind]}"
    with open_page() as (page, watch):
        page.goto(path)
        found = at_each_width(page, "default", overflow)
        page.emulate_media(forced_colors="active")
        found += at_each_width(page, "forced colours", overflow)
        page.emulate_media(forced_colors="none")
        open_without_scripts(page, path)
        found += at_each_width(page, "no scripts", overflow)
        if kind in WITH_FORM:
            page.context.clear_cookies()
        found += watch.complaints()
    if kind == "not found":
        found = [complaint for complaint in found if "status of 404" not in complaint]
    assert found == []


BAD = """<!doctype html><html lang="en"><title>Bad</title><style>a { font-size: 5px }</style>
<main><h1>Bad</h1><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">
<p style="color: #aaa">pale</p><p style="width: 2000px">wide</p>
<p><a href="#1">a</a><a href="#2">b</a></p></main><p>outside</p>"""


def test_canary_violations_and_overflow_are_found(page):
    page.set_content(BAD)
    resize(page, 320)
    found = "\n".join(accessibility_violations(page))
    for rule in ("image-alt", "color-contrast", "target-size", "region"):
        assert rule in found
    assert overflow(page)


def test_canary_errors_foreign_requests_and_cookies_are_noticed(open_page):
    with open_page() as (page, watch):
        page.goto("/en/")
        page.route("https://example.org/*", lambda route: route.abort())
        page.evaluate("document.cookie = 'a=b'; console.error('broken')")
        page.evaluate("new Image().src = 'https://example.org/x.png'")
        page.wait_for_timeout(200)
        noticed = "\n".join(watch.complaints())
    for sign in ("broken", "https://example.org/x.png", "cookie a"):
        assert sign in noticed


def test_axe_knows_the_rules_of_wcag_2_2(page):
    page.evaluate(AXE)
    version = tuple(int(part) for part in page.evaluate("axe.version").split(".")[:2])
    assert version >= (4, 10)
    assert "-webkit-text-fill-color" not in AXE
    for tag in TAGS:
        assert page.evaluate("tag => axe.getRules([tag]).length", tag)
