"""A French translator changes French texts and nothing else, whatever the browser sends."""

import pytest

from tests.e2e.staff import edit, save_draft, sign_in

pytestmark = pytest.mark.browser


@pytest.fixture
def translator(open_page, accounts, child):
    """Return a page with the editing form, opened by the French translator."""
    with open_page() as (page, watch):
        sign_in(page, accounts["translator_fr"])
        edit(page, child.number, child.parent)
        yield page
        assert watch.foreign == []


@pytest.fixture
def draft(open_page, accounts, child):
    """Return a function that tells what the draft holds, as the publisher sees it."""

    def value(name):
        with open_page() as (page, _watch):
            sign_in(page, accounts["publisher"])
            edit(page, child.number, child.parent)
            return page.locator(f"[name={name}]").input_value()

    return value


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
    assert draft("title_fr") == "Un titre du traducteur"


def test_forged_fields_change_nothing(translator, draft):
    before = {name: draft(name) for name in ("title_ar", "title_en", "slug")}
    translator.evaluate(
        """names => {
            const form = document.querySelector('#page-edit-form');
            for (const name of names) {
                const field = document.createElement('input');
                field.name = name;
                field.value = 'forged';
                form.append(field);
            }
        }""",
        list(before),
    )
    translator.fill("[name=title_fr]", "Un autre titre")
    assert "success" in save_draft(translator)
    assert draft("title_fr") == "Un autre titre"
    assert {name: draft(name) for name in before} == before


def test_a_forged_click_on_publish_publishes_nothing(translator, open_page, child):
    translator.fill("[name=title_fr]", "Un titre jamais publié")
    translator.evaluate(
        """() => {
            const field = document.createElement('input');
            field.name = 'action-publish';
            field.value = 'action-publish';
            document.querySelector('#page-edit-form').append(field);
        }"""
    )
    save_draft(translator)
    with open_page() as (page, _watch):
        page.goto(f"/fr{child.path}")
        assert page.locator("h1").inner_text() != "Un titre jamais publié"


@pytest.mark.parametrize("place", ["users", "groups", "settings/pages/institutionsettings/1"])
def test_places_of_administrators_are_closed(translator, place):
    if place.startswith("settings"):
        translator.goto(f"/admin/{place}/")
        names = translator.locator("form [name]").evaluate_all("all => all.map(one => one.name)")
        assert not [name for name in names if name.endswith(("_ar", "_en"))]
    else:
        translator.goto(f"/admin/{place}/")
        assert f"/admin/{place}/" not in translator.url or translator.locator("h1").count() == 0
