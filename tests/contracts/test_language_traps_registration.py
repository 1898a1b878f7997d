"""Traps 4.4 to 4.6 and 4.22: registration, its order, the first pages, and the size of forms."""

from typing import Any

import pytest
from django.conf import settings
from django.db import connection, models
from django.test import RequestFactory
from modelcluster.models import get_all_child_relations
from modeltranslation.fields import TranslationField
from modeltranslation.translator import TranslationOptions, translator
from wagtail.models import Site

from isesco_site.languages import CODES
from pages.fields import StreamField
from pages.models import BasePage, Objective, StandardPage
from tests.site_pages import PAGE_TYPES
from translations import checks, registry
from translations.registry import column, is_registered, translated_fields, translated_models

# Text that is no sentence, the same in every language: addresses, codes, names of files.
TEXT_FIELDS = (models.CharField, models.TextField, StreamField)
SAME_EVERYWHERE = (models.URLField, models.EmailField, models.SlugField, models.UUIDField)
SAME_BY_NAME = {
    "pages.ContactPage.to_address",
    "pages.InstitutionSettings.telephone",
    "pages.InstitutionSettings.social_accounts",
}


def test_every_model_with_translated_fields_is_registered():
    assert checks.unregistered_subclasses() == []
    assert all(is_registered(model) for model in PAGE_TYPES)


def test_canary_the_check_sees_a_page_type_that_is_not_registered(monkeypatch):
    registered = [model for model in translated_models() if model is not StandardPage]
    for module in (checks, registry):
        monkeypatch.setattr(module, "translated_models", lambda: registered)
    assert checks.unregistered_subclasses() == [StandardPage]
    assert [error.id for error in checks.check_registration(None)] == ["translations.E001"]


def wagtail_fields(model: type[models.Model]) -> set[str]:
    """Return the names of the fields that a model has from Wagtail's own classes."""
    bases = [base for base in model.__mro__ if base.__module__.startswith("wagtail")]
    return {
        field.name for base in bases if hasattr(base, "_meta") for field in base._meta.local_fields
    }


def own_texts(model: type[models.Model]) -> set[str]:
    """Return the fields of a model that hold text of our own, which readers may see."""
    return {
        field.name
        for field in model._meta.get_fields()
        if isinstance(field, TEXT_FIELDS)
        and not isinstance(field, SAME_EVERYWHERE)
        and not field.choices
        and not hasattr(field, "translated_field")
        and field.name not in wagtail_fields(model)
    }


def untranslated_texts(model: type[models.Model]) -> set[str]:
    """Return the text fields of a model that are not translated."""
    return {
        f"{model._meta.label}.{name}" for name in own_texts(model) - set(translated_fields(model))
    }


def models_readers_see() -> set[type[models.Model]]:
    """Return the page types, what hangs on them, and everything else that is translated."""
    found = {*PAGE_TYPES, *translated_models()}
    rows = {relation.related_model for model in found for relation in child_relations(model)}
    return found | {model for model in rows if not model.__module__.startswith("wagtail")}


def child_relations(model: type[models.Model]) -> list[Any]:
    """Return the relations of a model to the rows that are edited with it."""
    return list(get_all_child_relations(model))


def test_every_text_that_readers_see_is_translated():
    missing = set().union(*map(untranslated_texts, models_readers_see()))
    assert missing - SAME_BY_NAME == set()


def test_canary_a_text_that_is_not_translated_is_seen(monkeypatch):
    monkeypatch.setattr(f"{__name__}.translated_fields", lambda model: ["explanation"])
    assert untranslated_texts(Objective) == {"pages.Objective.title"}


def test_every_fallback_is_listed(settings):
    assert checks.check_fallback_languages(None) == []
    settings.MODELTRANSLATION_FALLBACK_LANGUAGES = ("en", "fr")
    errors = checks.check_fallback_languages(None)
    assert [error.id for error in errors] == ["translations.E002"]
    assert "ar" in errors[0].msg


# --- 4.5 Order -----------------------------------------------------------------------------------


def test_applications_come_in_the_order_that_registration_needs():
    order = settings.INSTALLED_APPS
    needed = ["modeltranslation", "translations", "pages", "programmes", "wagtail.admin", "wagtail"]
    assert sorted(needed, key=order.index) == needed
    assert order[0] == "modeltranslation"


def test_a_field_is_registered_once_on_the_base_and_reaches_every_page_type():
    for model in PAGE_TYPES:
        local = set(translator.get_options_for_model(model).local_fields)
        assert not local & {"title", "introduction", "seo_title", "search_description"}
        assert {"title", "introduction"} <= set(translated_fields(model))


def test_streams_have_a_column_for_every_language():
    columns = [StandardPage._meta.get_field(column("body", code)) for code in CODES]
    assert all(isinstance(field, TranslationField) for field in columns)
    assert all(isinstance(field, StreamField) for field in columns)


def test_canary_the_base_cannot_be_registered_after_its_subclasses():
    with pytest.raises(Exception, match="registered"):
        translator.register(BasePage, TranslationOptions)


# --- 4.6 The first pages -------------------------------------------------------------------------


@pytest.mark.django_db
def test_the_root_and_the_home_page_have_titles_in_every_language():
    for page in (BasePage.get_first_root_node(), Site.objects.get(is_default_site=True).root_page):
        assert all(getattr(page, column("title", code)) for code in CODES)
        assert page.draft_title


@pytest.mark.django_db
def test_canary_the_raw_column_is_no_title():
    home = Site.objects.get(is_default_site=True).root_page
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE pages_basepage SET title_ar = NULL, title_en = NULL, title_fr = NULL "
            "WHERE id = %s",
            [home.pk],
        )
    assert BasePage.objects.get(pk=home.pk).title == ""


# --- 4.22 Three bodies in one form ---------------------------------------------------------------


def fields_accepted(number: int) -> int:
    """Post a form of ``number`` fields; return how many arrive."""
    request = RequestFactory().post("/", {f"field-{index}": "1" for index in range(number)})
    return len(request.POST)


def test_a_form_with_three_long_bodies_is_accepted():
    blocks, fields_of_a_block = 150, 8
    assert fields_accepted(len(CODES) * blocks * fields_of_a_block) == 3600


def test_canary_a_stock_limit_refuses_it(settings):
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 1000
    with pytest.raises(Exception, match="number of GET/POST parameters"):
        fields_accepted(3600)
