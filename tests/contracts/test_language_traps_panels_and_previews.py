"""Traps 4.10 and 4.11: forms name their language, and previews show it."""

from collections.abc import Iterator
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import translation
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.models import get_page_models

from isesco_site.languages import BY_CODE, CODES
from pages.factories import StandardPageFactory, site_root
from pages.models import BasePage, InstitutionSettings, Menu, SiteDocument, SiteImage, StandardPage
from tests import interface
from tests.site_pages import PAGE_TYPES
from translations.registry import column, is_registered, translated_fields

TITLES = {"title_ar": "معاينة", "title_en": "Preview", "title_fr": "Aperçu"}


# --- 4.10 Panels ---------------------------------------------------------------------------------


def fields_edited(panel: Any, model: type) -> Iterator[tuple[type, str]]:
    """Yield model and name of every field that a panel and those within it edit."""
    if isinstance(panel, InlinePanel):
        relation = panel.db_field.related_model
        for child in panel.child_edit_handler.children:
            yield from fields_edited(child, relation)
    elif isinstance(panel, FieldPanel):
        yield model, panel.field_name
    else:
        for child in getattr(panel, "children", ()):
            yield from fields_edited(child, model)


def original_fields(edited: Iterator[tuple[type, str]]) -> set[str]:
    """Return those of the edited fields that follow the interface's language."""
    return {
        f"{model._meta.label}.{name}"
        for model, name in edited
        if is_registered(model) and name in translated_fields(model)
    }


def page_form(model: type[BasePage]) -> Iterator[tuple[type, str]]:
    """Yield what the editing form of a page type edits."""
    return fields_edited(model.get_edit_handler(), model)


@pytest.mark.parametrize("model", PAGE_TYPES, ids=lambda model: model.__name__)
def test_forms_of_pages_edit_columns_of_a_language_only(model):
    edited = list(page_form(model))
    assert original_fields(edited) == set()
    offered = {name for owner, name in edited if owner is model}
    expected = {column(name, code) for name in translated_fields(model) for code in CODES}
    assert expected <= offered
    assert {
        field.name for field in model.get_edit_handler().get_form_class()._meta.model._meta.fields
    }


def test_every_row_of_a_page_is_edited_in_every_language():
    for model in PAGE_TYPES:
        rows = {owner for owner, _name in page_form(model)} - {model}
        for row in filter(is_registered, rows):
            offered = {name for owner, name in page_form(model) if owner is row}
            assert {
                column(name, code) for name in translated_fields(row) for code in CODES
            } <= offered


@pytest.mark.parametrize("model", [Menu, InstitutionSettings])
def test_forms_of_menus_and_settings_edit_columns_of_a_language_only(model):
    panels = [model.edit_handler] if hasattr(model, "edit_handler") else model.panels
    bound = [panel.bind_to_model(model) for panel in panels]
    edited = [entry for panel in bound for entry in fields_edited(panel, model)]
    assert edited
    assert original_fields(iter(edited)) == set()


@pytest.mark.parametrize("model", [SiteImage, SiteDocument])
def test_forms_of_files_edit_columns_of_a_language_only(model):
    assert not set(model.admin_form_fields) & set(translated_fields(model))


def test_canary_a_panel_of_an_original_field_is_seen():
    panel = FieldPanel("seo_title").bind_to_model(StandardPage)
    assert original_fields(fields_edited(panel, StandardPage)) == {"pages.StandardPage.seo_title"}


@pytest.mark.django_db
def test_what_is_typed_for_a_language_is_stored_in_that_language(language):
    page = StandardPageFactory(**TITLES)
    typed = {"seo_title_en": "For engines", "search_description_fr": "Pour les moteurs"}
    response = interface.edit(
        interface.signed_in(language), page, **typed, **{"action-publish": "1"}
    )
    assert interface.saved(response)
    page = StandardPage.objects.get(pk=page.pk)
    stored = {
        column(name, code): getattr(page, column(name, code))
        for name in ("seo_title", "search_description")
        for code in CODES
    }
    assert {name: text for name, text in stored.items() if text} == typed


# --- 4.11 Previews -------------------------------------------------------------------------------


def shown(response: Any) -> tuple[str, str, str]:
    """Return language, direction and heading of a document."""
    soup = BeautifulSoup(response.content.decode(), "html.parser")
    return soup.html["lang"], soup.html["dir"], soup.h1.get_text(strip=True)


def expected(code: str) -> tuple[str, str, str]:
    """Return what the preview in a language shows."""
    return code, BY_CODE[code].direction, TITLES[f"title_{code}"]


@pytest.mark.django_db
@pytest.mark.parametrize("mode", CODES)
def test_a_preview_is_in_the_language_it_names(mode, language):
    page = StandardPageFactory(**TITLES)
    with translation.override(language):
        assert shown(page.make_preview_request(preview_mode=mode)) == expected(mode)


@pytest.mark.django_db
@pytest.mark.parametrize("mode", CODES)
def test_a_page_that_is_nowhere_yet_is_previewed_in_the_language_it_names(mode):
    page = StandardPage(**TITLES, slug="new")
    page.set_url_path(None)
    with translation.override("ar"):
        assert shown(page.make_preview_request(preview_mode=mode)) == expected(mode)


@pytest.mark.django_db
def test_previews_in_the_editor_are_in_each_language():
    page = StandardPageFactory(**TITLES)
    client = interface.signed_in("ar")
    address = reverse("wagtailadmin_pages:preview_on_edit", args=(page.pk,))
    data = interface.page_data(**TITLES, slug=page.slug)
    assert client.post(address, data).json()["is_valid"]
    for code in CODES:
        assert shown(client.get(address, {"mode": code})) == expected(code)


@pytest.mark.django_db
def test_previews_of_a_new_page_are_in_each_language():
    client = interface.signed_in("fr")
    arguments = ("pages", "standardpage", site_root().pk)
    address = reverse("wagtailadmin_pages:preview_on_add", args=arguments)
    assert client.post(address, interface.page_data(**TITLES)).json()["is_valid"]
    for code in CODES:
        assert shown(client.get(address, {"mode": code})) == expected(code)


@pytest.mark.django_db
def test_drafts_and_revisions_are_shown_in_the_source_language(language):
    page = StandardPageFactory(**TITLES, source_language="fr")
    revision = page.save_revision()
    client = interface.signed_in(language)
    draft = reverse("wagtailadmin_pages:view_draft", args=(page.pk,))
    older = reverse("wagtailadmin_pages:revisions_view", args=(page.pk, revision.pk))
    assert shown(client.get(draft)) == shown(client.get(older)) == expected("fr")


@pytest.mark.django_db
def test_canary_a_stock_preview_follows_the_interface(monkeypatch):
    monkeypatch.delattr(BasePage, "make_preview_request")
    monkeypatch.delattr(BasePage, "serve_preview")
    page = StandardPageFactory(**TITLES)
    with translation.override("ar"):
        assert shown(page.make_preview_request(preview_mode="fr")) == expected("ar")


def test_every_page_type_is_previewed_in_three_languages():
    for model in get_page_models():
        assert [code for code, _name in model().preview_modes] == list(CODES)
