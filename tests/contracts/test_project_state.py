"""Registration is complete, no migration is pending, the message catalogues are complete."""

import re
from io import StringIO

import pytest
from django.apps import apps
from django.core import checks
from django.core.management import CommandError, call_command
from django.db import models
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage, AbstractRendition
from wagtail.models import AbstractPage

from isesco_site.languages import CODES
from isesco_site.messages import PLURAL_FORMS, forms, read
from pages.models import BasePage, StandardPage
from tests.project_files import ROOT
from translations import checks as translation_checks
from translations.registry import translated_fields, translated_models


def test_the_system_checks_find_nothing():
    assert checks.run_checks() == []


def test_every_text_of_a_page_type_is_stored_in_every_language():
    for model in translated_models():
        columns = {field.name for field in model._meta.get_fields()}
        for name in translated_fields(model):
            assert {f"{name}_{code}" for code in CODES} <= columns


#: What Wagtail's own models store beside the titles and texts that readers see.
FRAMEWORK = (AbstractPage, AbstractImage, AbstractRendition, AbstractDocument)
FRAMEWORK_FIELDS = {field.name for model in FRAMEWORK for field in model._meta.get_fields()}


def text_fields(model: type[models.Model]) -> set[str]:
    """Return the names of the fields of a model in which somebody writes text."""
    return {
        field.name
        for field in model._meta.get_fields()
        if isinstance(field, models.CharField | models.TextField)
        and not isinstance(field, models.URLField | models.EmailField | models.SlugField)
        and not field.choices
        and field.name not in FRAMEWORK_FIELDS - {"title", "seo_title", "search_description"}
    }


#: Text that is the same in every language, or that no reader sees.
SHARED_TEXT = {
    ("ContactFormField", "clean_name"),
    ("ContactPage", "to_address"),
    ("ContactSubmission", "sender_digest"),
    ("InstitutionSettings", "telephone"),
    ("SiteImage", "title"),
    ("SocialAccount", "name"),
}
#: Models whose text nobody reads.
BOOK_KEEPING = {"LoadedContent"}


def untranslated_text(model: type[models.Model]) -> set[tuple[str, str]]:
    """Return the text fields of a model that are neither translated nor known to be shared."""
    names = translated_fields(model)
    covered = {*names, *(f"{name}_{code}" for name in names for code in CODES)}
    found = {(model.__name__, name) for name in text_fields(model) - covered}
    return set() if model.__name__ in BOOK_KEEPING else found - SHARED_TEXT


@pytest.mark.parametrize(
    "model",
    [
        model
        for label in ("pages", "programmes")
        for model in apps.get_app_config(label).get_models()
    ],
    ids=lambda model: model.__name__,
)
def test_every_text_field_is_translated_or_shared_on_purpose(model):
    assert untranslated_text(model) == set()


def test_canary_an_untranslated_text_field_is_caught(monkeypatch):
    monkeypatch.setattr(f"{__name__}.translated_fields", lambda model: ["title"])
    assert ("StandardPage", "introduction") in untranslated_text(StandardPage)


def test_canary_a_page_type_that_is_not_registered_is_refused(monkeypatch):
    monkeypatch.setattr(
        translation_checks, "is_registered", lambda model: model is not StandardPage
    )
    refused = [error.obj for error in translation_checks.check_registration(None)]
    assert refused == [StandardPage]


@pytest.mark.django_db
def test_no_migration_is_pending():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


@pytest.mark.django_db
def test_canary_a_pending_migration_is_seen(monkeypatch):
    monkeypatch.setattr(BasePage._meta.get_field("introduction"), "help_text", "changed")
    with pytest.raises(SystemExit):
        call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_the_message_catalogues_are_complete():
    output = StringIO()
    try:
        call_command("messages", check=True, stdout=output)
    except CommandError as error:
        pytest.fail(f"{error}\n{output.getvalue()}")


def test_every_arabic_plural_has_its_six_forms():
    path = ROOT / "locale" / "ar" / "LC_MESSAGES" / "django.po"
    assert re.findall(r"nplurals=(\d+)", path.read_text()) == ["6"]
    plurals = [message for message in read(path, "ar") if message.id and message.pluralizable]
    assert plurals
    for message in plurals:
        assert len(forms(message)) == 6
        assert all(forms(message)), message.id


def test_every_language_but_english_has_a_catalogue():
    present = {path.name for path in (ROOT / "locale").iterdir() if path.is_dir()}
    assert present == set(PLURAL_FORMS) == set(CODES) - {"en"}
