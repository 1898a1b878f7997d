"""The explorer, copies, previews and the history, in three languages."""

import re

import pytest
from django.urls import reverse
from django.utils import translation

from pages.models import AboutPage, HomePage, InstitutionSettings
from tests.staff import admin_url, form_data, latest, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def about():
    return AboutPage.objects.get()


def explorer(page):
    return reverse("wagtailadmin_explore", args=(page.pk,))


def test_explorer_shows_titles_in_the_language_of_the_interface(about, language):
    html = signed_in("editor", language).get(explorer(HomePage.objects.get())).content.decode()
    for code in ("ar", "en", "fr"):
        assert (getattr(about, f"title_{code}") in html) is (code == language)


@pytest.mark.parametrize("ordering", ["title", "-title", "latest_revision_created_at", "ord"])
def test_explorer_sorts(ordering, language):
    client = signed_in("editor", language)
    url = explorer(HomePage.objects.get())
    assert client.get(url, {"ordering": ordering}).status_code == 200
    assert client.get(url, {"ordering": ordering, "q": "a"}).status_code == 200


@pytest.mark.parametrize("title_language", ["ar", "en", "fr"])
def test_explorer_finds_in_any_language(about, language, title_language):
    client = signed_in("editor", language)
    query = getattr(about, f"title_{title_language}")
    for url in (explorer(HomePage.objects.get()), reverse("wagtailadmin_pages:search")):
        html = client.get(url, {"q": query}).content.decode()
        assert getattr(about, f"title_{language}") in html


def test_chooser_searches(about, language):
    client = signed_in("editor", language)
    answer = client.get(reverse("wagtailadmin_choose_page_search"), {"q": about.title_fr})
    assert getattr(about, f"title_{language}") in answer.content.decode()


def test_copy_asks_for_all_titles(about, language):
    client = signed_in("editor", language)
    url = admin_url("copy", about.pk)
    html = client.get(url).content.decode()
    for code in ("ar", "en", "fr"):
        assert f'name="title_{code}"' in html
    assert 'name="alias"' not in html
    data = {
        "title_ar": "نسخة",
        "title_en": "Copy",
        "title_fr": "",
        "new_slug": "copy",
        "new_parent_page": about.get_parent().pk,
    }
    assert client.post(url, data).status_code == 302
    copy = AboutPage.objects.get(slug="copy")
    assert (copy.title_ar, copy.title_en, copy.title_fr) == ("نسخة", "Copy", None)
    assert copy.draft_title == "Copy"
    assert latest(copy).title_ar == "نسخة"
    assert not copy.live
    assert copy.milestones.count() == about.milestones.count()


def test_copy_without_title_is_a_form_error(about, language):
    data = {"new_slug": "copy", "new_parent_page": about.get_parent().pk}
    response = signed_in("editor", language).post(admin_url("copy", about.pk), data)
    assert response.status_code == 200
    assert response.context["form"].errors["title_ar"]


@pytest.mark.parametrize("mode", ["ar", "en", "fr"])
def test_preview_is_in_its_own_language(about, language, mode):
    client = signed_in("editor", language)
    url = admin_url("preview_on_edit", about.pk)
    data = form_data(client, admin_url("edit", about.pk))
    data |= {"title_ar": "معاينة", "title_en": "Preview", "title_fr": "Aperçu"}
    assert client.post(url, data).json()["is_valid"]
    html = client.get(url, {"mode": mode}).content.decode()
    direction = "rtl" if mode == "ar" else "ltr"
    tag = re.search(r"<html[^>]*>", html).group()
    assert f'lang="{mode}"' in tag
    assert f'dir="{direction}"' in tag
    assert {"ar": "معاينة", "en": "Preview", "fr": "Aperçu"}[mode] in html
    assert "<wagtail-userbar" in html


def test_draft_and_revision_are_shown_in_the_source_language(about, language):
    about.source_language = "ar"
    revision = about.save_revision()
    client = signed_in("editor", language)
    for url in (
        admin_url("view_draft", about.pk),
        admin_url("revisions_view", about.pk, revision.pk),
    ):
        tag = re.search(r"<html[^>]*>", client.get(url).content.decode()).group()
        assert 'lang="ar"' in tag
        assert 'dir="rtl"' in tag


def test_public_page_has_no_userbar(about):
    client = signed_in("editor")
    assert "<wagtail-userbar" not in client.get("/en/about/").content.decode()


def test_comparison_groups_by_language(about, language):
    first = about.save_revision()
    about.title_ar, about.title_en, about.title_fr = "أول", "First", "Premier"
    second = about.save_revision()
    url = admin_url("revisions_compare", about.pk, first.pk, second.pk)
    html = signed_in("editor", language).get(url).content.decode()
    places = [html.rindex(text) for text in ("أول", "First", "Premier")]
    assert places == sorted(places)


@pytest.mark.parametrize(
    "name",
    [
        "wagtailadmin_home",
        "wagtailadmin_reports:site_history",
        "wagtailimages:index",
        "wagtaildocs:index",
        "wagtailsnippets_pages_menu:list",
        "wagtailadmin_account",
        "wagtailredirects:index",
        "wagtailadmin_reports:workflow",
        "wagtailforms:index",
    ],
)
def test_screens_open_in_every_interface(name, language):
    assert signed_in("administrator", language).get(reverse(name)).status_code == 200


def test_admin_carries_the_name_of_the_institution(client, language):
    with translation.override(language):
        name = InstitutionSettings.objects.get().name
    html = signed_in("editor", language).get("/admin/").content.decode()
    assert name in html
    html = client.get("/admin/login/", headers={"Accept-Language": language}).content.decode()
    assert name in html
    assert f'<html lang="{language}"' in html


def test_login_page_keeps_the_strict_policy(client):
    response = client.get("/admin/login/")
    policy = response.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe-inline" not in policy
    html = response.content.decode()
    assert " style=" not in html
    assert not re.search(r"<script(?![^>]*(src=|application/json))", html)
