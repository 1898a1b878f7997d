"""The editing forms: a tab per language, each text once, errors that say where they are."""

import pytest
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from django.utils import translation
from modeltranslation.translator import translator
from wagtail.admin.panels import FieldPanel, InlinePanel, ObjectList, TabbedInterface
from wagtail.models import Site

from pages.models import AboutPage, BasePage, HomePage, InstitutionSettings, Menu, StandardPage
from tests.staff import admin_url, form_data, latest, signed_in
from translations.registry import codes, column, translated_fields

pytestmark = pytest.mark.django_db

PAGE_MODELS = [
    model for model in apps.get_models() if issubclass(model, BasePage) and model is not BasePage
]


def edit_handler(model):
    """Return the editing form of a page, setting or snippet, bound to its model."""
    if issubclass(model, BasePage):
        return model.get_edit_handler()
    handler = getattr(model, "edit_handler", None) or ObjectList(model.panels)
    return handler.bind_to_model(model)


def panels_of(handler):
    """Yield each field panel under a handler with its model, rows included."""
    if isinstance(handler, FieldPanel):
        yield handler.model, handler.field_name
    if isinstance(handler, InlinePanel):
        yield from panels_of(handler.child_edit_handler)
    for child in getattr(handler, "children", ()):
        yield from panels_of(child)


def faults(handler):
    """Return what an editing form shows twice, in no language, or not at all."""
    shown = list(panels_of(handler))
    twice = {item for item in shown if shown.count(item) > 1}
    models = {model for model, _name in shown}
    originals = {
        (model, name)
        for model in models
        if model in translator.get_registered_models()
        for name in translated_fields(model)
        if (model, name) in shown
    }
    missing = {
        (handler.model, column(name, code))
        for name in translated_fields(handler.model)
        for code in codes()
    } - set(shown)
    return twice | originals | missing


@pytest.mark.parametrize("model", [*PAGE_MODELS, InstitutionSettings, Menu])
def test_every_text_is_shown_once_per_language(model):
    assert faults(edit_handler(model)) == set()


@pytest.mark.parametrize(
    "panels",
    [["title_ar", "title_ar"], ["title"], ["title_en"]],
    ids=["twice", "in no language", "missing"],
)
def test_faulty_form_is_noticed(panels):
    assert faults(ObjectList(panels).bind_to_model(HomePage))


@pytest.mark.parametrize("model", PAGE_MODELS)
def test_tabs_are_in_the_order_of_the_languages(model):
    handler = model.get_edit_handler()
    assert isinstance(handler, TabbedInterface)
    assert [tab.heading for tab in handler.children][:3] == ["العربية", "English", "Français"]


@pytest.mark.parametrize("model", PAGE_MODELS)
def test_every_page_type_opens_in_every_interface(model, language):
    """Also: no original field reaches the page, and texts carry language and direction."""
    page = model.objects.first()
    if page is None:
        pytest.skip("the site has no page of this type")
    html = signed_in("editor", language).get(admin_url("edit", page.pk)).content.decode()
    assert 'name="title_ar"' in html
    assert 'name="title"' not in html
    assert f'<html lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}"' in html
    assert 'lang="ar" dir="rtl"' in html
    assert 'data-text-language="ar"' in html


def new_page(client, **values):
    """Send the form for a new standard page under the home page; return the answer."""
    home = HomePage.objects.get()
    url = admin_url("add", "pages", "standardpage", home.pk)
    data = form_data(client, url)
    return client.post(url, data | values)


def test_page_in_arabic_only_under_every_interface(language):
    client = signed_in("publisher", language)
    response = new_page(client, title_ar="المكتبة", **{"action-publish": "1"})
    assert response.status_code == 302, response.context["form"].errors
    page = StandardPage.objects.latest("pk")
    assert page.live
    assert page.slug.isascii()
    assert page.title_ar == "المكتبة"
    assert not page.title_en
    assert not page.title_fr
    assert page.available_languages == ["ar"]


@pytest.mark.parametrize("action", ["action-publish", "action-submit", ""])
@pytest.mark.parametrize("title", ["", "   ", "\u200f\u200e"])
def test_page_without_title_is_a_form_error(action, title, language):
    client = signed_in("publisher", language)
    titles = {column("title", code): title for code in codes()}
    response = new_page(client, slug="x", **titles, **({action: "1"} if action else {}))
    assert response.status_code == 200
    assert response.context["form"].errors


def test_a_title_that_changes_its_direction_is_a_form_error(language):
    before = StandardPage.objects.count()
    response = new_page(signed_in("editor", language), slug="x", title_ar="مكتبة\u202egnp.exe")
    assert response.status_code == 200
    assert "title_ar" in response.context["form"].errors
    assert StandardPage.objects.count() == before


def test_slug_is_made_of_the_english_title():
    new_page(signed_in("editor", "ar"), title_ar="المكتبة", title_en="The library")
    assert StandardPage.objects.latest("pk").slug == "the-library"


def test_arabic_slug_is_refused():
    response = new_page(signed_in("editor"), title_ar="المكتبة", slug="المكتبة")
    assert response.status_code == 200
    assert "slug" in response.context["form"].errors


def test_slug_follows_the_english_title_in_the_browser():
    home = HomePage.objects.get()
    url = admin_url("add", "pages", "standardpage", home.pk)
    html = signed_in("editor", "fr").get(url).content.decode()
    assert html.count('data-w-sync-target-value="#id_slug"') == 1
    translator_form = signed_in("translator_en").get(admin_url("edit", home.pk)).content.decode()
    assert 'data-w-sync-target-value=""' not in translator_form


def test_message_names_the_tabs_with_errors(language):
    client = signed_in("publisher", language)
    page = AboutPage.objects.get()
    url = admin_url("edit", page.pk)
    data = form_data(client, url)
    data |= {"title_fr": "x" * 300, "milestones-0-date": "", "action-publish": "1"}
    response = client.post(url, data)
    assert response.status_code == 200
    errors = response.context["form"].non_field_errors()
    with translation.override(language):
        shared = str(page.get_edit_handler().children[3].heading)
    assert len(errors) == 1
    assert "Français" in errors[0]
    assert shared in errors[0]
    assert "English" not in errors[0]
    assert errors[0].replace("'", "&#x27;") in response.content.decode()


def test_long_titles_in_arabic_are_kept():
    title = "ش" * 255
    response = new_page(signed_in("publisher"), title_ar=title, **{"action-publish": "1"})
    assert response.status_code == 302
    assert StandardPage.objects.latest("pk").title_ar == title


def test_saving_does_not_fill_other_languages(language):
    page = AboutPage.objects.get()
    page.title_fr = None
    page.save_revision().publish()
    client = signed_in("editor", language)
    url = admin_url("edit", page.pk)
    client.post(url, form_data(client, url) | {"title_en": "About us", "title_fr": ""})
    assert not latest(page).title_fr
    assert latest(page).draft_title == "About us"


def test_settings_open_in_every_interface(language):
    site = Site.objects.get(is_default_site=True)
    url = reverse("wagtailsettings:edit", args=("pages", "institutionsettings", site.pk))
    html = signed_in("publisher", language).get(url).content.decode()
    assert 'name="name_ar"' in html
    assert 'name="name"' not in html


def test_content_types_of_pages_are_known():
    """A canary for the list of page types above."""
    assert len(PAGE_MODELS) >= 10
    assert ContentType.objects.get_for_model(AboutPage).model_class() in PAGE_MODELS
