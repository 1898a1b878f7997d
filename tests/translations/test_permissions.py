"""Which field belongs to which language, and who may change it."""

import pytest
from django.core.exceptions import FieldDoesNotExist

from pages.models import AboutPage, Milestone, SiteImage
from tests.staff import account
from translations.permissions import (
    column_language,
    languages_of,
    may_change_field,
    may_change_shared,
)


@pytest.mark.parametrize(
    ("model", "name", "language"),
    [
        (AboutPage, "title_ar", "ar"),
        (AboutPage, "body_fr", "fr"),
        (Milestone, "description_en", "en"),
        (AboutPage, "slug", None),
        (AboutPage, "title", None),
        (SiteImage, "decorative", None),
    ],
)
def test_column_language(model, name, language):
    assert column_language(model, name) == language


def test_unknown_field_has_no_language():
    with pytest.raises(FieldDoesNotExist):
        column_language(AboutPage, "title_xx")


@pytest.mark.django_db
def test_translator_changes_one_language():
    user = account("translator_fr")
    assert languages_of(user) == ["fr"]
    assert not may_change_shared(user)
    names = ["title_ar", "title_en", "title_fr", "title", "slug", "id", "no_field_of_the_model"]
    allowed = [name for name in names if may_change_field(user, Milestone, name)]
    assert allowed == ["title_fr", "slug", "id", "no_field_of_the_model"]
    assert not may_change_field(user, AboutPage, "slug")


@pytest.mark.django_db
@pytest.mark.parametrize("role", ["editor", "publisher", "administrator"])
def test_others_change_everything(role):
    user = account(role)
    assert languages_of(user) == ["ar", "en", "fr"]
    assert all(may_change_field(user, AboutPage, name) for name in ("title_ar", "slug"))
