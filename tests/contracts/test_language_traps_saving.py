"""Traps 4.1 to 4.3: what is derived from a title, drafts, and titles that are missing."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation
from wagtail.models import PageLogEntry
from wagtail.models.pages import PageLogEntryManager

from isesco_site.languages import CODES
from pages.factories import StandardPageFactory, site_root
from pages.forms import PageForm
from pages.models import BasePage, StandardPage
from tests import interface

pytestmark = pytest.mark.django_db

TITLES = {"title_ar": "من نحن", "title_en": "About us", "title_fr": "Qui sommes-nous"}


def derived_from_title(language: str) -> dict[str, str]:
    """Write a page as an editor whose interface is in ``language``; return what is derived."""
    with translation.override(language):
        page = StandardPage(**TITLES)
        site_root().add_child(instance=page)
        revision = page.save_revision(log_action=True)
        page.title_fr = "Qui nous sommes"
        page.save()
        label = PageLogEntry.objects.filter(page=page.pk, action="wagtail.edit").get().label
    page = StandardPage.objects.get(pk=page.pk)
    return {
        "slug": page.slug,
        "draft title": page.draft_title,
        "revision": revision.object_str,
        "log": label,
    }


CANONICAL = {"slug": "about-us"} | dict.fromkeys(("draft title", "revision", "log"), "About us")


def test_what_is_derived_does_not_depend_on_the_interface(language):
    assert derived_from_title(language) == CANONICAL


def without_canonical_saves(monkeypatch):
    """Give pages back Wagtail's own ways to save."""
    for name in ("save", "save_revision", "full_clean", "minimal_clean", "clean"):
        monkeypatch.delattr(BasePage, name)
    monkeypatch.setattr(
        PageLogEntryManager,
        "get_instance_title",
        PageLogEntryManager.get_instance_title.__wrapped__,
    )


def test_canary_stock_saves_follow_the_interface(monkeypatch):
    without_canonical_saves(monkeypatch)
    derived = derived_from_title("ar")
    assert all(derived[name] != CANONICAL[name] for name in CANONICAL)


def test_log_labels_of_later_actions_are_canonical(language):
    page = StandardPageFactory(**TITLES)
    with translation.override(language):
        page.save_revision().publish(log_action=True)
        page.unpublish(log_action=True)
        page.delete()
    labels = PageLogEntry.objects.filter(page=page.pk).values_list("label", flat=True)
    assert set(labels) == {"About us"}


def test_an_edit_in_the_admin_keeps_the_names_canonical(language):
    page = StandardPageFactory(**TITLES)
    client = interface.signed_in(language)
    response = interface.edit(client, page, **{"action-publish": "1"})
    assert interface.saved(response)
    page.refresh_from_db()
    assert page.draft_title == "About us"
    assert page.latest_revision.object_str == "About us"


def test_the_explorer_shows_titles_in_the_language_of_the_interface(language):
    page = StandardPageFactory(**TITLES)
    with translation.override(language):
        assert page.get_admin_display_title() == TITLES[f"title_{language}"]


def test_the_explorer_shows_the_title_of_the_draft():
    page = StandardPageFactory(**TITLES)
    page.title_en = "About the institution"
    page.save_revision()
    page = BasePage.objects.get(pk=page.pk)
    assert page.get_admin_display_title() == "About the institution"


# --- 4.2 Drafts --------------------------------------------------------------------------------


def french_title_of_a_draft_written_in_english() -> str | None:
    """Save a draft twice as an editor with a French interface; return its French title."""
    with translation.override("fr"):
        page = StandardPage(title_en="Draft", live=False)
        site_root().add_child(instance=page)
        page.save()
    return StandardPage.objects.get(pk=page.pk).title_fr


def test_a_draft_does_not_copy_the_fallback_into_another_language():
    assert not french_title_of_a_draft_written_in_english()


def test_canary_a_stock_draft_copies_the_fallback(monkeypatch):
    monkeypatch.delattr(BasePage, "minimal_clean")
    monkeypatch.delattr(BasePage, "save")
    assert french_title_of_a_draft_written_in_english() == "Draft"


@pytest.mark.parametrize(("written", "reading"), [("en", "fr"), ("fr", "ar"), ("ar", "en")])
def test_a_draft_saved_in_the_admin_leaves_other_languages_empty(written, reading):
    client = interface.signed_in(reading)
    interface.create(client, site_root(), **{f"title_{written}": "Only one language"})
    page = interface.child(site_root())
    interface.edit(client, page)
    titles = {
        code: getattr(page.get_latest_revision_as_object(), f"title_{code}") for code in CODES
    }
    assert [code for code, title in titles.items() if title] == [written]


# --- 4.3 Titles that are missing -----------------------------------------------------------------

ACTIONS = {"draft": {}, "publish": {"action-publish": "1"}}
BLANK = ["", " \u00a0\u200f\u200e\u2066\u2069"]
# The language a page is written in, and that of the writer's interface.
WRITERS = [("ar", "ar"), ("ar", "en"), ("en", "ar"), ("fr", "ar")]


@pytest.mark.parametrize("action", ACTIONS.values(), ids=ACTIONS)
@pytest.mark.parametrize("title", BLANK, ids=repr)
def test_a_page_without_a_title_is_a_form_error(title, action):
    client = interface.signed_in("ar")
    titles = {f"title_{code}": title for code in ("ar", "en", "fr")}
    response = interface.create(client, site_root(), **titles, **action)
    assert response.status_code == 200
    assert "title_en" in response.context["form"].errors


@pytest.mark.parametrize("action", ACTIONS.values(), ids=ACTIONS)
@pytest.mark.parametrize(("written", "reading"), WRITERS)
def test_a_title_in_one_language_is_enough(written, reading, action):
    client = interface.signed_in(reading)
    titles = {f"title_{written}": TITLES[f"title_{written}"]}
    response = interface.create(client, site_root(), **titles, **action, source_language=written)
    assert interface.saved(response)
    page = interface.child(site_root())
    assert page.title == TITLES[f"title_{written}"]
    assert page.slug.isascii()
    assert page.slug


@pytest.mark.parametrize("title", ["؟", "🕌", "س" * 255, "سَلَامٌ", "---"], ids=repr)
def test_odd_titles_are_saved_with_a_slug(title):
    client = interface.signed_in("en")
    response = interface.create(client, site_root(), title_ar=title, **{"action-publish": "1"})
    assert interface.saved(response)
    assert interface.child(site_root()).slug.isascii()


@pytest.mark.parametrize("action", ACTIONS.values(), ids=ACTIONS)
def test_a_slug_in_another_script_is_a_form_error(action):
    client = interface.signed_in("ar")
    response = interface.create(client, site_root(), title_ar="المكتبة", slug="المكتبة", **action)
    assert response.status_code == 200
    assert "slug" in response.context["form"].errors


def test_a_page_saved_by_itself_is_saved_canonically():
    client = interface.signed_in("fr")
    client.defaults["HTTP_ACCEPT"] = "application/json"
    created = interface.create(client, site_root(), title_en="First words")
    assert created.json()["success"]
    page = interface.child(site_root())
    assert (page.title_fr, page.draft_title, page.slug) == (None, "First words", "first-words")
    overwritten = {"overwrite_revision_id": page.latest_revision_id}
    assert interface.edit(client, page, title_en="Next words", **overwritten).json()["success"]
    page = StandardPage.objects.get(pk=page.pk)
    assert (page.draft_title, page.latest_revision.object_str) == ("Next words", "Next words")
    assert page.get_latest_revision_as_object().title_fr is None
    assert interface.create(client, site_root()).status_code == 400


def test_a_title_too_long_is_a_form_error():
    client = interface.signed_in("ar")
    response = interface.create(client, site_root(), title_ar="س" * 256)
    assert response.status_code == 200
    assert "title_ar" in response.context["form"].errors


def test_canary_without_the_form_check_the_page_is_a_server_error(monkeypatch):
    monkeypatch.setattr(PageForm, "clean_titles", lambda form, cleaned_data: None)
    monkeypatch.delattr(BasePage, "clean")
    client = interface.signed_in("en")
    with pytest.raises(ValidationError):
        interface.create(client, site_root(), slug="nameless")


@pytest.mark.parametrize("live", [True, False])
@pytest.mark.parametrize("title", ["", "  ", "س" * 256], ids=["none", "blank", "long"])
def test_code_cannot_save_a_bad_title_either(title, live):
    with pytest.raises(ValidationError):
        site_root().add_child(instance=StandardPage(title_ar=title, slug="bad", live=live))
