"""A visitor reads the site by keyboard, in another language, without scripts and on paper."""

from io import BytesIO

import pytest
from PIL import Image, ImageChops

from tests.e2e.browser import open_without_scripts, overflow, resize
from tests.e2e.kinds import KINDS

pytestmark = pytest.mark.browser

LANGUAGES = {"ar": ("العربية", "rtl"), "en": ("English", "ltr"), "fr": ("Français", "ltr")}
WITH_MANY_STOPS = ["HomePage", "every block", "InterventionIndexPage", "ContactPage"]
LONGEST_PATH = 150
#: The text spacing that WCAG 1.4.12 asks to bear; Arabic is exempt from letter spacing.
TEXT_SPACING = """* { line-height: 1.5 !important; word-spacing: .16em !important }
p { margin-block-end: 2em !important }
:not(:lang(ar)) { letter-spacing: .12em !important }"""


def pixels(page, box) -> Image.Image:
    """Return what the window shows in a box and 8 pixels around it."""
    size = page.viewport_size
    start, top = max(box["x"] - 8, 0), max(box["y"] - 8, 0)
    clip = {
        "x": start,
        "y": top,
        "width": max(min(box["x"] + box["width"] + 8, size["width"]) - start, 1),
        "height": max(min(box["y"] + box["height"] + 8, size["height"]) - top, 1),
    }
    return Image.open(BytesIO(page.screenshot(clip=clip))).convert("L")


def focus_is_visible(page) -> bool:
    """Tell whether the focused element looks different from the same element without focus."""
    element = page.evaluate_handle("document.activeElement").as_element()
    # The frame of an entry or card may be what shows that its link has the focus.
    frame = element.evaluate_handle("element => element.closest('li, article') ?? element")
    box = frame.as_element().bounding_box()
    focused = pixels(page, box)
    element.evaluate("element => element.blur()")
    plain = pixels(page, box)
    element.evaluate("element => element.focus({preventScroll: true})")
    changed = ImageChops.difference(focused, plain).point(lambda value: 255 * (value > 40))
    return sum(changed.histogram()[255:]) >= min(box["width"], 40)


def describe(page) -> dict:
    """Return what has the focus: its markup, whether it is on top, and whether it is the body."""
    return page.evaluate(
        """() => {
            const element = document.activeElement, box = element.getBoundingClientRect();
            const inside = (low, value, high) => Math.min(Math.max(low, value), high);
            const x = inside(0, box.x + box.width / 2, innerWidth - 1);
            const y = inside(0, box.y + Math.min(box.height, 40) / 2, innerHeight - 1);
            const top = document.elementFromPoint(x, y);
            return {
                markup: element.outerHTML.slice(0, 150),
                left: element === document.body,
                covered: !(top && (element.contains(top) || top.contains(element)))
            };
        }"""
    )


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("kind", WITH_MANY_STOPS)
def test_the_keyboard_reaches_everything_with_visible_focus(page, addresses, kind, language, width):
    resize(page, width)
    page.goto(f"/{language}{addresses[kind]}")
    stops = []
    for _ in range(LONGEST_PATH):
        page.keyboard.press("Tab")
        stop = describe(page)
        if stop["left"]:
            break
        assert not stop["covered"], f"covered: {stop['markup']}"
        assert focus_is_visible(page), f"focus is not seen: {stop['markup']}"
        stops.append(stop["markup"])
    else:
        pytest.fail(f"no end after {LONGEST_PATH} stops, at {stops[-1]}")
    focusable = page.evaluate(
        """() => [...document.querySelectorAll(
            'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]'
        )].filter(element => element.checkVisibility({visibilityProperty: true})
            && !element.disabled).length"""
    )
    assert len(stops) >= focusable * 0.9


@pytest.mark.parametrize("kind", KINDS)
def test_the_skip_link_comes_first_and_leads_to_the_content(page, addresses, kind, language):
    page.goto(f"/{language}{addresses[kind]}")
    page.keyboard.press("Tab")
    link = page.locator(":focus")
    target = link.get_attribute("href")
    assert page.locator(f"main{target}, main {target}").count() == 1
    assert link.bounding_box()["y"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.closest('main') !== null")
    page.keyboard.press("Tab")
    assert page.evaluate(
        "document.activeElement === document.body || document.activeElement.closest('main, footer')"
    )


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "not found"])
def test_the_language_bar_leads_to_the_same_page(page, addresses, kind):
    path = addresses[kind].partition("?")[0]
    page.goto(f"/ar{path}")
    for code in ("fr", "en", "ar"):
        name, direction = LANGUAGES[code]
        link = page.locator(f"header a[hreflang='{code}'][lang='{code}']").first
        assert name in link.inner_text()
        link.click()
        page.wait_for_url(f"**/{code}{path}")
        assert page.locator(f"html[lang='{code}'][dir='{direction}']").count() == 1
    links = page.locator("header a[hreflang]")
    assert links.evaluate_all("links => links.map(link => link.lang)")[:3] == ["ar", "en", "fr"]


@pytest.mark.parametrize("kind", ["HomePage", "every block", "InterventionIndexPage"])
def test_wider_text_spacing_loses_nothing(page, addresses, kind, language):
    page.goto(f"/{language}{addresses[kind]}")
    page.evaluate(
        """css => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css);
            document.adoptedStyleSheets = [sheet]; }""",
        TEXT_SPACING,
    )
    for width in (320, 1280):
        resize(page, width)
        assert overflow(page) == []
        clipped = page.evaluate(
            """() => [...document.querySelectorAll('main *, header *, footer *')]
                .filter(element => element.children.length === 0 && element.textContent.trim()
                    && element.clientHeight > 0 && element.clientWidth > 1
                    && getComputedStyle(element).overflow !== 'visible'
                    && (element.scrollHeight > element.clientHeight + 2
                        || element.scrollWidth > element.clientWidth + 2))
                .map(element => element.outerHTML.slice(0, 120))"""
        )
        assert clipped == []


@pytest.mark.parametrize("kind", ["HomePage", "AboutPage", "every block"])
def test_paper_shows_the_content_without_the_chrome(page, addresses, kind, language):
    page.goto(f"/{language}{addresses[kind]}")
    page.emulate_media(media="print")
    assert page.locator("h1").is_visible()
    assert not page.locator("nav").filter(visible=True).count()
    assert not page.locator(".c-skip-link").filter(visible=True).count()


@pytest.mark.parametrize("kind", ["HomePage", "every block"])
def test_nothing_moves_for_those_who_ask_for_rest(open_page, addresses, kind, language):
    with open_page(reduced_motion="reduce") as (page, _watch):
        page.goto(f"/{language}{addresses[kind]}")
        moving = page.evaluate(
            """() => document.getAnimations().filter(animation =>
                animation.effect.getComputedTiming().duration > 10).length"""
        )
        assert moving == 0
        assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


@pytest.mark.parametrize("width", [320, 1280])
def test_the_menu_works_without_scripts(open_page, language, width):
    with open_page() as (page, _watch):
        resize(page, width)
        open_without_scripts(page, f"/{language}/")
        if not page.locator(f"header nav a[href='/{language}/about/']").first.is_visible():
            page.locator("header summary").first.click()
        page.locator(f"header nav a[href='/{language}/about/']").first.click()
        page.wait_for_url(f"**/{language}/about/")
        assert page.locator("h1").is_visible()


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_the_first_visit_leads_to_the_language_of_the_browser(open_page, language):
    with open_page(locale=language) as (page, _watch):
        page.goto("/")
        assert page.url.endswith(f"/{language}/")


def test_canary_invisible_focus_is_noticed(page):
    page.set_content("<a href='#'>link</a><style>a:focus { outline: none }</style>")
    page.keyboard.press("Tab")
    assert not focus_is_visible(page)


def test_canary_visible_focus_is_noticed(page):
    page.set_content("<a href='#'>a longer link</a><style>a:focus { outline: 3px solid }</style>")
    page.keyboard.press("Tab")
    assert focus_is_visible(page)
