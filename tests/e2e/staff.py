"""What members of the staff do in the admin, click by click."""

from typing import Any

from playwright.sync_api import FrameLocator, Page


def sign_in(page: Page, account: dict[str, str]) -> None:
    """Sign in through the form."""
    page.goto("/admin/")
    page.fill("input[name=username]", account["username"])
    page.fill("input[name=password]", account["password"])
    page.click("button[type=submit]")
    page.wait_for_url("**/admin/")


def edit(page: Page, place: Any) -> None:
    """Open a page's editing form from the list of the pages beside it."""
    page.goto(f"/admin/pages/{place.parent}/")
    page.locator(f"a[href='/admin/pages/{place.number}/edit/']").first.click()
    page.locator("#page-edit-form").wait_for()
    page.wait_for_load_state("networkidle")


def tab(page: Page, name: str) -> None:
    """Show a tab of the editing form."""
    page.get_by_role("tab", name=name).click()


def preview(page: Page, language: str) -> FrameLocator:
    """Show the preview beside the form in a language; return its document."""
    page.click("[data-side-panel-toggle=preview]")
    page.select_option("#id_preview_mode", language)
    frame = page.frame_locator(".w-preview__iframe").last
    frame.locator(f"html[lang={language}]").wait_for()
    return frame


def choose(page: Page, button: str) -> str:
    """Click a button in the menu under the form; return the message that follows."""
    page.locator("footer .w-dropdown__toggle").first.click()
    page.locator(f"footer {button}").first.click()
    message = page.locator(".messages li").first
    message.wait_for()
    return message.get_attribute("class")


def refused(page: Page, button: str) -> list[str]:
    """Click a button that leads to errors; return the names of the tabs that have them."""
    assert "error" in choose(page, button)
    return page.locator("[role=tab]").evaluate_all(
        """tabs => tabs.filter(tab => /[1-9]/.test(tab.textContent))
            .map(tab => tab.textContent.trim().split(/\\s/)[0])"""
    )


def publish(page: Page) -> None:
    """Publish from the editing form."""
    assert "success" in choose(page, "[name=action-publish]")


def submit(page: Page) -> None:
    """Submit the page to the publishers."""
    assert "success" in choose(page, "[name=action-submit]")


def approve(page: Page) -> None:
    """Approve and publish what somebody submitted."""
    assert "success" in choose(page, "[data-workflow-action-name=approve]")


def save_draft(page: Page) -> str:
    """Save without publishing; return the kind of message that follows."""
    page.locator("footer .action-save").click()
    message = page.locator(".messages li").first
    message.wait_for()
    return message.get_attribute("class")
