"""Traps 4.14, 4.15, 4.19 and 4.20: revisions, copies, aliases, comparisons."""

import json

import pytest
from django.urls import reverse
from django.utils import translation
from wagtail.actions.copy_page import CopyPageAction
from wagtail.models import ReferenceIndex, Revision

from isesco_site.languages import CODES
from pages.factories import (
    AboutPageFactory,
    MilestoneFactory,
    ObjectiveFactory,
    ObjectivesPageFactory,
    SectionIndexPageFactory,
    StandardPageFactory,
)
from pages.models import AboutPage, BasePage, StandardPage
from tests import interface
from translations.registry import column, translated_fields

pytestmark = pytest.mark.django_db

TITLES = {"title_ar": "التاريخ", "title_en": "History", "title_fr": "Histoire"}


def texts(page: BasePage) -> dict[str, object]:
    """Return every translated column of a page; streams as their stored JSON."""
    names = [column(name, code) for name in translated_fields(type(page)) for code in CODES]
    return {name: page._meta.get_field(name).value_to_string(page) for name in names}


def revision_without(page: BasePage, *names: str) -> Revision:
    """Return a revision of ``page`` as it was stored before the columns ``names`` existed."""
    revision = page.save_revision()
    content = json.loads(json.dumps(revision.content, default=str))
    for name in names:
        del content[name]
    revision.content = content
    revision.save()
    return Revision.objects.get(pk=revision.pk)


# --- 4.14 Revisions ------------------------------------------------------------------------------


def test_a_revision_comes_back_as_it_was_in_any_language(language):
    page = StandardPageFactory(title_ar="التاريخ", languages=("ar", "fr"))
    page = StandardPage.objects.get(pk=page.pk)
    before = texts(page)
    with translation.override(language):
        page.save_revision().publish()
        assert texts(page.get_latest_revision_as_object()) == before
    assert texts(StandardPage.objects.get(pk=page.pk)) == before


def test_a_revision_older_than_a_language_leaves_that_language_empty(language):
    revision = revision_without(StandardPageFactory(**TITLES), "title_fr", "body_fr")
    with translation.override(language):
        page = revision.as_object()
    assert (page.title_ar, page.title_en, page.title_fr) == ("التاريخ", "History", None)
    assert not page.body_fr
    assert page.body_en


def test_canary_a_stock_revision_fills_the_language_of_the_viewer(monkeypatch):
    revision = revision_without(StandardPageFactory(**TITLES), "title_fr")
    monkeypatch.delattr(BasePage, "with_content_json")
    with translation.override("fr"):
        assert revision.as_object().title_fr == "History"


def test_a_revision_older_than_the_translation_keeps_its_text(language):
    page = StandardPageFactory(**TITLES, source_language="fr")
    columns = [column("introduction", code) for code in CODES]
    revision = revision_without(page, *columns)
    revision.content["introduction"] = "Une phrase."
    with translation.override(language):
        introductions = [getattr(revision.as_object(), name) for name in columns]
    assert introductions == [None, None, "Une phrase."]


def test_a_row_of_an_old_revision_is_rebuilt_the_same_way(language):
    page = AboutPageFactory()
    MilestoneFactory(page=page)
    revision = AboutPage.objects.get(pk=page.pk).save_revision()
    (row,) = revision.content["milestones"]
    del row["title_fr"]
    with translation.override(language):
        milestone = revision.as_object().milestones.get()
    assert (milestone.title_ar, milestone.title_en, milestone.title_fr) == ("صفحة", "Page", None)


def test_reading_a_revision_leaves_what_is_stored_alone():
    revision = revision_without(StandardPageFactory(**TITLES), "title_fr")
    stored = dict(revision.content)
    revision.as_object()
    assert revision.content == stored


# --- 4.15 Copies and aliases ---------------------------------------------------------------------


def test_a_copy_keeps_every_language_and_the_identity_of_blocks(language):
    page = StandardPageFactory(**TITLES)
    with translation.override(language):
        copy = page.copy(update_attrs={"slug": "copy"})
    copy = StandardPage.objects.get(pk=copy.pk)
    assert texts(copy) == texts(StandardPage.objects.get(pk=page.pk))
    assert copy.draft_title == "History"
    assert [block.id for block in copy.body_ar] == [block.id for block in page.body_ar]


def test_a_copy_takes_new_titles_for_each_language(language):
    titles = {"title_ar": "نسخة", "title_en": "Copy", "title_fr": "Copie"}
    with translation.override(language):
        copy = StandardPageFactory(**TITLES).copy(update_attrs={"slug": "copy"} | titles)
    copy = StandardPage.objects.get(pk=copy.pk)
    for version in (copy, copy.get_latest_revision().as_object()):
        assert {name: getattr(version, name) for name in titles} == titles
    assert copy.draft_title == "Copy"


def test_a_copy_keeps_its_rows_and_those_below_it(language):
    page = ObjectivesPageFactory(parent=SectionIndexPageFactory())
    ObjectiveFactory(page=page)
    StandardPageFactory(parent=page, **TITLES)
    with translation.override(language):
        copy = page.copy(recursive=True, update_attrs={"slug": "copy"})
    assert [row.title_ar for row in type(page).objects.get(pk=copy.pk).objectives.all()] == ["صفحة"]
    assert [child.specific.title_fr for child in copy.get_children()] == ["Histoire"]


def copied_in_the_admin(language: str, **values: str) -> StandardPage:
    """Copy a page through the admin with an interface in ``language``."""
    page = StandardPageFactory(**TITLES)
    parent = page.get_parent()
    data = {"new_slug": "copied", "new_parent_page": parent.pk} | values
    response = interface.signed_in(language).post(
        reverse("wagtailadmin_pages:copy", args=(page.pk,)), data
    )
    assert interface.saved(response)
    return StandardPage.objects.child_of(parent).get(slug="copied")


NEW_TITLES = {"title_ar": "نسخة", "title_en": "Copy", "title_fr": "Copie"}


def test_the_copy_form_asks_for_a_title_in_every_language(language):
    copy = copied_in_the_admin(language, **NEW_TITLES)
    assert [copy.title_ar, copy.title_en, copy.title_fr] == list(NEW_TITLES.values())
    assert copy.draft_title == "Copy"


def test_the_copy_form_refuses_a_copy_without_a_title():
    page = StandardPageFactory(**TITLES)
    data = {"new_slug": "copied", "new_parent_page": page.get_parent().pk}
    address = reverse("wagtailadmin_pages:copy", args=(page.pk,))
    response = interface.signed_in("ar").post(address, data)
    assert response.status_code == 200
    assert response.context["form"].errors


def test_canary_a_stock_copy_renames_one_language():
    page = StandardPageFactory(**TITLES)
    with translation.override("ar"):
        attributes = {"title": "نسخة", "slug": "copied"}
        copy = CopyPageAction(page, update_attrs=attributes).execute(skip_permission_checks=True)
    copy = StandardPage.objects.get(pk=copy.pk)
    assert [copy.title_ar, copy.title_en, copy.title_fr] == ["نسخة", "History", "Histoire"]


def test_an_alias_follows_its_page_in_every_language(language):
    page = StandardPageFactory(**TITLES)
    with translation.override(language):
        alias = page.create_alias(update_slug="alias")
        assert StandardPage.objects.get(pk=alias.pk).draft_title == "History"
        page.title_fr, page.title_en = "Une histoire", "A history"
        page.save_revision().publish()
    alias = StandardPage.objects.get(pk=alias.pk)
    assert texts(alias) == texts(StandardPage.objects.get(pk=page.pk))
    assert alias.draft_title == "A history"


def test_canary_an_alias_would_be_named_in_the_language_of_the_interface(monkeypatch):
    monkeypatch.delattr(BasePage, "save")
    with translation.override("ar"):
        alias = StandardPageFactory(**TITLES).create_alias(update_slug="alias")
    assert alias.draft_title == "التاريخ"


def test_the_references_of_a_copy_are_its_own():
    target = StandardPageFactory()
    link = [("rich_text", f'<p><a linktype="page" id="{target.pk}">here</a></p>')]
    page = StandardPageFactory(body_ar=link, body_en=[], body_fr=[])
    copy = page.copy(update_attrs={"slug": "copy"}, keep_live=True)
    references = ReferenceIndex.get_references_to(target)
    assert {reference.object_id for reference in references} == {str(page.pk), str(copy.pk)}


# --- 4.19 Comparisons ----------------------------------------------------------------------------


def test_two_versions_are_compared_language_by_language(language):
    page = StandardPageFactory(**TITLES)
    before = page.save_revision()
    page.title_fr = "Une histoire"
    after = page.save_revision()
    address = reverse("wagtailadmin_pages:revisions_compare", args=(page.pk, before.pk, after.pk))
    response = interface.signed_in(language).get(address)
    (change,) = response.context["comparison"]
    assert change.field.name == "title_fr"
    assert "Français" in str(change.field_label())
