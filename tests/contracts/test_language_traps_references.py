"""Trap 4.9: every reference is indexed once, whoever saved and however often."""

import pytest
from django.core.management import call_command
from django.utils import translation
from wagtail.models import ReferenceIndex

from isesco_site.languages import CODES
from pages.factories import ImageFactory, StandardPageFactory
from pages.models import BasePage, StandardPage
from translations.reference_index import ignore_original_fields
from translations.registry import translated_fields, translated_models

pytestmark = pytest.mark.django_db


def link_to(target: BasePage) -> list[tuple[str, str]]:
    """Return a body with a link to a page."""
    return [("rich_text", f'<p><a linktype="page" id="{target.pk}">here</a></p>')]


def figure_of(image) -> list[tuple[str, dict]]:
    """Return a body with an image."""
    return [("figure", {"image": image, "caption": "", "width": "m"})]


def places(target) -> list[str]:
    """Return where ``target`` is referred to, as indexed."""
    references = ReferenceIndex.get_references_to(target)
    return sorted(reference.model_path.split(".")[0] for reference in references)


@pytest.fixture
def target():
    return StandardPageFactory()


def page_with_links(target: BasePage, language: str) -> StandardPage:
    """Return a page saved in ``language`` that links to ``target`` in Arabic and in English."""
    with translation.override(language):
        return StandardPageFactory(
            body_ar=link_to(target), body_en=link_to(target), body_fr=[("rich_text", "<p>x</p>")]
        )


def test_each_reference_is_indexed_once_whoever_saved(target, language):
    page_with_links(target, language)
    assert places(target) == ["body_ar", "body_en"]


def test_each_reference_is_indexed_once_after_a_rebuild_in_any_language(target, language):
    page_with_links(target, "en")
    with translation.override(language):
        call_command("rebuild_references_index", verbosity=0)
    assert places(target) == ["body_ar", "body_en"]


def test_an_edit_of_one_language_changes_its_references_only(target, language):
    page = StandardPage.objects.get(pk=page_with_links(target, "en").pk)
    image = ImageFactory()
    with translation.override(language):
        page.body_en = figure_of(image)
        page.save_revision().publish()
        page.body_fr = link_to(target)
        page.save_revision().publish()
    assert places(target) == ["body_ar", "body_fr"]
    assert places(image) == ["body_en"]


def test_usage_counts_a_page_once(target, language):
    page = page_with_links(target, language)
    usage = list(ReferenceIndex.get_grouped_references_to(target))
    assert [(found.pk, len(references)) for found, references in usage] == [(page.pk, 2)]


def test_no_original_field_is_indexed():
    for model in translated_models():
        fields = [model._meta.get_field(name) for name in translated_fields(model)]
        assert all(field.wagtail_reference_index_ignore for field in fields)


def test_canary_a_stock_index_counts_a_reference_twice(target, monkeypatch):
    body = StandardPage._meta.get_field("body")
    monkeypatch.delattr(body, "extract_references")
    monkeypatch.setattr(body, "wagtail_reference_index_ignore", False)
    page_with_links(target, "ar")
    assert places(target) == ["body", "body_ar", "body_en"]
    ignore_original_fields()


@pytest.mark.parametrize("code", CODES)
def test_the_columns_themselves_are_indexed(code):
    column = StandardPage._meta.get_field(f"body_{code}")
    assert not getattr(column, "wagtail_reference_index_ignore", False)
