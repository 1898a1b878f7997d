"""A French translator changes French texts and nothing else, whatever the browser sends."""

import pytest

from tests.e2e.staff import edit, save_draft
from tests.specimens import TITLES

pytestmark = pytest.mark.browser


@pytest.fixture
def translator(staff, own_page):
    """Return a page with the editing form, opened by the French translator."""
    with staff("translator_fr") as page:
        edit(page, own_page)
        yield page


@pytest.fixture
def draft(staff, own_page):
    """Return a function that tells what the draft holds, as the publisher sees it."""

    def values(*names):
        with staff("publisher") as page:
            edit(page, own_page)
            return [page.locator(f"[name={name}]").input_value() for name in names]

    return values


def test_the_form_shows_french_only_and_no_way_to_publish(translator):
    names = translator.locator("#page-edit-form [name]").evaluate_all(
        "fields => fields.map(field => field.name)"
    )
    assert "title_fr" in names
    assert not [name for name in names if name.endswith(("_ar", "_en"))]
    assert not {"slug", "action-publish", "source_language"} & set(names)


def test_the_interface_speaks_french(translator):
    assert translator.locator("html").get_attribute("lang") == "fr"


def test_french_texts_can_be_changed(translator, draft):
    translator.fill("[name=title_fr]", "Un titre du traducteur")
    assert "success" in save_draft(translator)
    assert draft("title_fr", "title_en") == ["Un titre du traducteur", TITLES["en"]]


def forge(page, *names):
    """Add fields to the form that the server did not offer."""
    page.evaluate(
        """names => {
            const form = document.querySelector('#page-edit-form');
            for (const name of names) {
                const field = document.createElement('input');
                field.name = name;
                field.value = 'forged';
                form.append(field);
            }
        }""",
        list(names),
    )


def test_forged_fields_change_nothing(translator, draft, own_page):
    translator.fill("[name=title_fr]", "Un autre titre")
    forge(translator, "title_ar", "title_en", "slug")
    assert "success" in save_draft(translator)
    slug = own_page.path.strip("/").rpartition("/")[2]
    expected = ["Un autre titre", TITLES["ar"], TITLES["en"], slug]
    assert draft("title_fr", "title_ar", "title_en", "slug") == expected


def test_a_forged_click_on_publish_publishes_nothing(translator, open_page, own_page):
    translator.fill("[name=title_fr]", "Un titre jamais publié")
    forge(translator, "action-publish")
    save_draft(translator)
    with open_page() as (page, _watch):
        page.goto(f"/fr{own_page.path}")
        assert page.locator("h1").inner_text() == TITLES["fr"]


@pytest.mark.parametrize("place", ["users", "groups", "sites", "redirects", "workflows/list"])
def test_places_of_others_are_closed(staff, place):
    with staff("translator_fr") as page:
        page.goto(f"/admin/{place}/")
        assert page.url.endswith("/admin/")
        assert page.locator(".messages .error").is_visible()


def test_the_settings_show_french_only(staff):
    with staff("translator_fr") as page:
        page.goto("/admin/settings/pages/institutionsettings/")
        names = page.locator("form [name]").evaluate_all("all => all.map(one => one.name)")
        assert "name_fr" in names
        assert not [name for name in names if name.endswith(("_ar", "_en"))]
