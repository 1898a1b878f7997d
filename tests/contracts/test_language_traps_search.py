"""Traps 4.7 and 4.8: search fields, and an index that does not depend on who saved last."""

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import translation
from wagtail.models import AbstractPage, DefaultBasePageMixin
from wagtail.search import index
from wagtail.search.backends.base import OrderByFieldError
from wagtail.search.models import IndexEntry

from isesco_site.languages import CODES
from pages.blocks.streams import BodyStream
from pages.factories import DocumentFactory, StandardPageFactory
from pages.models import BasePage, MissionPage, SiteDocument, StandardPage
from tests import interface
from tests.site_pages import PAGE_TYPES
from translations.registry import column, translated_fields

pytestmark = pytest.mark.django_db

# Texts for search engines, and those of a form that readers meet after sending it.
NOT_ON_THE_PAGE = {"seo_title", "search_description", "thanks", "receipt_subject", "receipt_text"}

TITLES = {"title_ar": "المخطوطات", "title_en": "Manuscripts", "title_fr": "Manuscrits"}
BODIES = {
    "body_ar": [("rich_text", "<p>ترميم المكتبات</p>")],
    "body_en": [("rich_text", "<p>restoring libraries</p>")],
    "body_fr": [("rich_text", "<p>restauration de bibliothèques</p>")],
}
WORDS = ["المخطوطات", "Manuscripts", "Manuscrits", "ترميم", "restoring", "restauration"]


def page_saved_in(language: str) -> StandardPage:
    """Return a page that an editor with an interface in ``language`` saved last."""
    page = StandardPageFactory(**TITLES, **BODIES)
    with translation.override(language):
        page.save_revision().publish()
    return page


def words_found(page: StandardPage) -> list[str]:
    """Return the words by which the page is found."""
    return [word for word in WORDS if page in StandardPage.objects.search(word).get_queryset()]


def test_a_page_is_found_in_every_language_whoever_saved_it(language):
    assert words_found(page_saved_in(language)) == WORDS


def test_a_page_is_found_after_the_index_is_rebuilt_in_any_language(language):
    page = page_saved_in("en")
    IndexEntry.objects.all().delete()
    with translation.override(language):
        call_command("update_index", verbosity=0)
    assert words_found(page) == WORDS


def test_titles_are_completed_in_every_language(language):
    page = page_saved_in(language)
    for beginning in ("المخط", "Manuscri"):
        found = BasePage.objects.autocomplete(beginning).get_queryset()
        assert page.pk in [match.pk for match in found]


def test_canary_a_stock_index_holds_one_language(monkeypatch):
    stock = [index.SearchField("title"), index.AutocompleteField("title")]
    filters = [
        field for field in StandardPage.search_fields if isinstance(field, index.FilterField)
    ]
    monkeypatch.setattr(
        StandardPage, "search_fields", [*stock, *filters, index.SearchField("body")]
    )
    assert words_found(page_saved_in("fr")) == ["Manuscripts", "restoring"]


def test_a_document_is_found_in_every_language_whoever_saved_it(language):
    with translation.override(language):
        document = DocumentFactory(**TITLES)
    found = [list(SiteDocument.objects.search(title)) for title in TITLES.values()]
    assert found == [[document]] * 3


def test_the_words_of_the_interface_are_not_indexed(language):
    heading = [("heading", {"text": "Libraries", "level": "h2"})]
    with translation.override(language):
        page = StandardPageFactory(body_ar=heading, body_en=heading, body_fr=heading)
        label = str(BodyStream().child_blocks["heading"].child_blocks["level"].field.choices[0][1])
    assert page not in list(StandardPage.objects.search(label))
    assert page in list(StandardPage.objects.search("Libraries"))


def test_a_text_that_is_missing_is_not_indexed_as_a_word():
    page = StandardPageFactory(languages=("ar",))
    assert page.introduction_fr is None
    assert page not in list(StandardPage.objects.search("None"))


def test_canary_a_stock_field_indexes_the_word_none(monkeypatch):
    fields = [*StandardPage.search_fields, index.SearchField("introduction_fr")]
    monkeypatch.setattr(StandardPage, "search_fields", fields)
    page = StandardPageFactory(languages=("ar",))
    assert page in list(StandardPage.objects.search("None"))


# --- 4.7 No search field is lost by inheritance ---------------------------------------------------


def field_names(fields: list, kind: type) -> set[str]:
    """Return the names of the search fields of a kind."""
    return {field.field_name for field in fields if isinstance(field, kind)}


def lost_fields(model: type[BasePage]) -> set[str]:
    """Return what Wagtail filters and searches by that ``model`` does not index."""
    wagtail = [*AbstractPage.search_fields, *DefaultBasePageMixin.search_fields]
    return {
        f"{kind.__name__} {name}"
        for kind in (index.SearchField, index.FilterField, index.AutocompleteField)
        for name in field_names(wagtail, kind) - field_names(model.search_fields, kind)
    }


@pytest.mark.parametrize("model", PAGE_TYPES, ids=lambda model: model.__name__)
def test_no_page_type_loses_a_search_field(model):
    assert lost_fields(model) == set()


def test_canary_a_lost_search_field_is_seen(monkeypatch):
    monkeypatch.setattr(StandardPage, "search_fields", DefaultBasePageMixin.search_fields)
    assert "FilterField id" in lost_fields(StandardPage)


@pytest.mark.parametrize("model", PAGE_TYPES, ids=lambda model: model.__name__)
def test_every_text_of_a_page_is_searched_in_its_own_language(model):
    searched = field_names(model.search_fields, index.SearchField)
    texts = set(translated_fields(model)) - NOT_ON_THE_PAGE - {"title"}
    assert {column(name, code) for name in texts for code in CODES} <= searched
    assert not texts & searched
    sortable = field_names(model.search_fields, index.FilterField)
    assert {column("title", code) for code in CODES} <= sortable


def test_canary_a_text_that_is_not_searched_is_seen():
    with_statement = field_names(MissionPage.search_fields, index.SearchField)
    without_statement = field_names(StandardPage.search_fields, index.SearchField)
    assert "statement_ar" in with_statement - without_statement


# --- The explorer --------------------------------------------------------------------------------

ORDERINGS = ["title", "-title", "latest_revision_created_at", "live", "content_type"]


def test_the_explorer_searches_and_sorts_in_every_interface_language(language):
    page = page_saved_in("en")
    client = interface.signed_in(language)
    address = reverse("wagtailadmin_explore", args=(page.get_parent().pk,))
    for ordering in ORDERINGS:
        for query in ("", "Manuscripts", "المخطوطات"):
            response = client.get(address, {"q": query, "ordering": ordering})
            assert response.status_code == 200
            if query:
                assert TITLES[f"title_{language}"] in response.content.decode()
    chooser = client.get(reverse("wagtailadmin_choose_page_search"), {"q": "Manuscri"})
    assert chooser.status_code == 200


def test_canary_sorting_needs_the_columns_of_the_title(monkeypatch):
    page_saved_in("en")
    columns = {column("title", code) for code in CODES}
    kept = [field for field in BasePage.search_fields if field.field_name not in columns]
    monkeypatch.setattr(BasePage, "search_fields", kept)
    with translation.override("fr"), pytest.raises(OrderByFieldError):
        list(BasePage.objects.order_by("title").search("Manuscrits", order_by_relevance=False))
