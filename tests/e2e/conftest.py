"""One browser and one real server per worker."""

import json
import os
import shutil
import uuid
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import sync_playwright

from pages.models import BasePage
from tests import database, specimens
from tests.e2e.browser import launch, new_page
from tests.e2e.server import running_server
from tests.e2e.staff import sign_in
from tests.site_pages import PAGE_TYPES, address, name_of, page_of_type


@pytest.fixture(scope="session")
def browser():
    """Return a running Chromium."""
    with sync_playwright() as playwright, pytest.MonkeyPatch.context() as patch:
        # Playwright keeps an event loop in this thread, in which Django refuses the database.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        running = launch(playwright)
        yield running
        running.close()


@pytest.fixture(scope="session")
def server_database(django_db_setup, django_db_blocker, template_database):
    """Return the name of a copy of the site's content for the server alone."""
    name = f"{database.worker_database()}_server"
    with django_db_blocker.unblock():
        database.copy(template_database, name)
    yield name
    with django_db_blocker.unblock():
        database.drop(name)


@pytest.fixture(scope="session")
def server_folder(server_database):
    """Return the ``VAR_DIR`` of the server, with the media that belong to its database."""
    folder = Path(settings.VAR_DIR) / f"server-{os.getpid()}"
    folder.mkdir(parents=True)
    (folder / "media").symlink_to(database.media_folder(server_database))
    yield folder
    shutil.rmtree(folder)


@pytest.fixture(scope="session")
def origin(server_database, server_folder):
    """Return the address of a running server with the site's content."""
    with running_server(server_database, server_folder) as url:
        yield url


@pytest.fixture(scope="session")
def addresses(django_db_setup, django_db_blocker):
    """Return the address of every kind of page, by name, without the language in front."""
    with django_db_blocker.unblock():
        found = {name_of(model): address(page_of_type(model), "en") for model in PAGE_TYPES}
        found |= {
            "every block": f"/en/{specimens.ALL_BLOCKS}/",
            "in French only": f"/en/{specimens.SECTION}/{specimens.FRENCH_ONLY}/",
            "in Arabic only": f"/en/{specimens.SECTION}/{specimens.ARABIC_ONLY}/",
            "nothing found": found["InterventionIndexPage"] + "?sector=culture",
            "not found": "/en/there-is-no-such-page/",
        }
    return {name: path.removeprefix("/en") for name, path in found.items()}


@pytest.fixture(scope="session")
def accounts(origin, server_folder):
    """Return user name and password of the server's account for each role."""
    return json.loads((server_folder / "credentials.json").read_text())


@pytest.fixture
def open_page(browser, origin):
    """Return a function that opens a page at the running site, with options of Playwright."""

    def opened(**options):
        return new_page(browser, origin, **options)

    return opened


@dataclass(frozen=True)
class Place:
    """Where a page is: its number, its parent's number and its path without the language."""

    number: int
    parent: int
    path: str


@pytest.fixture
def own_page(server_database, django_db_setup, django_db_blocker):
    """Return the place of a new page on the server, in all languages, for one test to change."""
    slug = f"page-{uuid.uuid4().hex[:8]}"
    with django_db_blocker.unblock(), database.use(server_database):
        section = BasePage.objects.get(slug=specimens.SECTION)
        page = specimens.make_page(section, slug=slug)
        return Place(page.pk, section.pk, f"/{specimens.SECTION}/{slug}/")


@pytest.fixture(scope="session")
def sessions():
    """Return the browser state of the members of the staff who have signed in, by role."""
    return {}


@pytest.fixture
def staff(open_page, accounts, sessions):
    """Return a function that opens a page for a member of the staff, by role."""

    @contextmanager
    def opened(role):
        with open_page(storage_state=sessions.get(role)) as (page, watch):
            if role not in sessions:
                sign_in(page, accounts[role])
                sessions[role] = page.context.storage_state()
            yield page
            assert watch.errors + watch.foreign == []

    return opened


@pytest.fixture
def page(open_page):
    """Return a page at the running site; its tests say themselves what must not happen."""
    with open_page() as (page, _watch):
        yield page
