"""Chromium for browser tests, and a page that remembers what a reader must never meet."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, ConsoleMessage, Page, Playwright, Request

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = (320, 1280)  # CSS pixels
HEIGHT = 900


#: axe reads the colour of text from a property that forced colours leave as it was; see
#: https://github.com/dequelabs/axe-core/issues/3978. The site does not use that property.
AXE = AXE_SCRIPT.replace('"-webkit-text-fill-color"', '"color"')


def launch(playwright: Playwright) -> Browser:
    """Start Chromium: the one named in ``CHROMIUM``, on the path, or Playwright's own."""
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    return playwright.chromium.launch(executable_path=path, args=ARGUMENTS)


class Watch:
    """Collects the errors, foreign requests and cookies of a page."""

    def __init__(self, page: Page, origin: str) -> None:
        self.page = page
        self.origin = urlsplit(origin).netloc
        self.errors: list[str] = []
        self.foreign: list[str] = []
        page.on("console", self.remember_console)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("request", self.remember_request)

    def remember_console(self, message: ConsoleMessage) -> None:
        """Note an error or warning of the console."""
        if message.type in {"error", "warning"}:
            self.errors.append(f"{message.text} ({message.location.get('url')})")

    def remember_request(self, request: Request) -> None:
        """Note a request that leaves the site."""
        address = urlsplit(request.url)
        if address.scheme not in {"data", "blob"} and address.netloc != self.origin:
            self.foreign.append(request.url)

    def complaints(self) -> list[str]:
        """Return what was noted, and the cookies that are set."""
        cookies = [f"cookie {cookie['name']}" for cookie in self.page.context.cookies()]
        return [*self.errors, *self.foreign, *cookies]


@contextmanager
def new_page(browser: Browser, origin: str, **options: Any) -> Iterator[tuple[Page, Watch]]:
    """Open a page in a context of its own; options are those of a Playwright context."""
    context = browser.new_context(
        base_url=origin, viewport={"width": WIDTHS[-1], "height": HEIGHT}, **options
    )
    try:
        page = context.new_page()
        yield page, Watch(page, origin)
    finally:
        context.close()


def open_without_scripts(page: Page, path: str) -> None:
    """Open a page whose scripts do not run, as for a reader who has turned them off.

    Scripts are allowed again once the page is loaded, so that axe can look at it.
    """
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setScriptExecutionDisabled", {"value": True})
    page.goto(path, wait_until="load")
    session.send("Emulation.setScriptExecutionDisabled", {"value": False})
    session.detach()


def resize(page: Page, width: int) -> None:
    """Give the window another width, in CSS pixels."""
    page.set_viewport_size({"width": width, "height": HEIGHT})


def accessibility_violations(page: Page) -> list[str]:
    """Return what axe finds against WCAG 2.2 AA and its best practices."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    options = {
        "runOnly": {"type": "tag", "values": TAGS},
        "resultTypes": ["violations"],
        "preload": False,
    }
    result = page.evaluate("options => axe.run(options)", options)
    return [
        f"{violation['id']}: {node['html'][:200]} ({node['failureSummary']})"
        for violation in result["violations"]
        for node in violation["nodes"]
    ]


def overflow(page: Page) -> list[str]:
    """Return the elements that make the page scroll sideways; none if it does not."""
    return page.evaluate(
        """() => {
            const root = document.documentElement;
            if (root.scrollWidth <= root.clientWidth) return [];
            const outside = element => {
                const box = element.getBoundingClientRect();
                return box.width && (box.right > root.clientWidth + 1 || box.left < -1);
            };
            return ['the page scrolls sideways',
                ...[...document.body.querySelectorAll('*')].filter(outside).slice(0, 5)
                    .map(element => element.outerHTML.slice(0, 120))];
        }"""
    )
