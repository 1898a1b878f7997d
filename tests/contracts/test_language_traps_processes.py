"""Trap 4.21 and threads: commands, imports and requests that do not leave a language behind."""

import ast
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.core.management import call_command
from django.utils import translation
from django.utils.translation import gettext, gettext_lazy
from wagtail.models import ReferenceIndex
from wagtail.search.models import IndexEntry

from isesco_site.languages import BY_CODE, CODES
from pages.factories import StandardPageFactory
from pages.models import BasePage
from tests.project_files import APPS, files_below
from tests.site_pages import address, home_page

EAGER = {"gettext", "ngettext", "pgettext", "npgettext"}


# --- 4.21 Commands -------------------------------------------------------------------------------


def stored() -> list:
    """Return what commands derive from the texts of pages."""
    pages = BasePage.objects.rewrite(mode=False).order_by("path")
    return [
        list(pages.values_list("slug", "url_path", "draft_title", "title_ar", "title_en")),
        sorted(map(str, IndexEntry.objects.values_list("object_id", "title", "body"))),
        sorted(ReferenceIndex.objects.values_list("object_id", "model_path", "to_object_id")),
    ]


@pytest.mark.django_db
@pytest.mark.parametrize(
    "command",
    ["update_index", "rebuild_references_index", "set_url_paths", "fixtree", "load_content"],
)
def test_a_command_does_the_same_in_every_language(command):
    with translation.override("en"):
        call_command("update_index", verbosity=0)
        call_command("rebuild_references_index", verbosity=0)
        call_command(command, verbosity=0)
    before = stored()
    for code in ("ar", "fr"):
        with translation.override(code):
            call_command(command, verbosity=0)
        assert stored() == before


@pytest.mark.django_db
def test_a_page_published_by_the_clock_keeps_its_canonical_names(language):
    page = StandardPageFactory(title_ar="ع", title_en="Title", title_fr="Titre", live=False)
    page.go_live_at = "2020-01-01T00:00:00Z"
    page.save_revision(approved_go_live_at=page.go_live_at)
    with translation.override(language):
        call_command("publish_scheduled", verbosity=0)
    page = BasePage.objects.get(pk=page.pk)
    assert (page.live, page.draft_title) == (True, "Title")


# --- What is said while modules are imported -----------------------------------------------------


def eager_names(tree: ast.Module) -> set[str]:
    """Return the names under which a module knows translations that happen at once."""
    return {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "django.utils.translation"
        for alias in node.names
        if alias.name in EAGER
    }


def calls_while_importing(node: ast.AST) -> list[ast.Call]:
    """Return the calls that are made when the module is imported, not when a function runs."""
    calls = []
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue
        if isinstance(child, ast.Call):
            calls.append(child)
        calls += calls_while_importing(child)
    return calls


def frozen_texts(source: str) -> list[int]:
    """Return the lines where a text is translated once for all while a module is imported."""
    tree = ast.parse(source)
    names = eager_names(tree)
    return [
        call.lineno
        for call in calls_while_importing(tree)
        if isinstance(call.func, ast.Name) and call.func.id in names
    ]


def test_no_text_is_translated_while_modules_are_imported():
    found = {name: frozen_texts(source) for app in APPS for name, source in files_below(app, ".py")}
    assert {name: lines for name, lines in found.items() if lines} == {}


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("from django.utils.translation import gettext as _\nNAME = _('x')", [2]),
        ("from django.utils.translation import gettext\nclass A:\n    b = gettext('x')", [3]),
        ("from django.utils.translation import gettext_lazy as _\nNAME = _('x')", []),
        ("from django.utils.translation import gettext as _\ndef f():\n    return _('x')", []),
    ],
)
def test_canary_a_text_translated_at_import_is_seen(source, lines):
    assert frozen_texts(source) == lines


def test_canary_a_lazy_text_follows_the_language_and_another_does_not(messages_compiled):
    eager, lazy = gettext("Objectives"), gettext_lazy("Objectives")
    with translation.override("ar"):
        assert str(lazy) == gettext("Objectives") != eager


def test_nothing_switches_fallbacks_off():
    """modeltranslation keeps that switch per thread, Django its language per context."""
    users = [
        name
        for app in APPS
        for name, source in files_below(app, ".py")
        if "fallbacks(" in source and "from modeltranslation" in source
    ]
    assert users == []


# --- One process, many readers -------------------------------------------------------------------


@pytest.mark.django_db
def test_pages_in_turn_leave_no_language_behind(client):
    for code in ("ar", "fr", "ar", "en", "ar"):
        before = translation.get_language()
        document = client.get(address(home_page(), code)).content.decode()
        assert f'<html lang="{code}" dir="{BY_CODE[code].direction}">' in document
        assert home_page().slug == "home"
        assert translation.get_language() == before


@pytest.mark.django_db
def test_an_error_leaves_no_language_behind(client):
    before = translation.get_language()
    assert client.get("/ar/nothing-here/").status_code == 404
    assert translation.get_language() == before


def test_threads_read_their_own_language():
    page = BasePage(title_ar="ع", title_en="English", title_fr="Français")
    together = Barrier(len(CODES))

    def read(code: str) -> set[str]:
        seen = set()
        for _turn in range(20):
            with translation.override(code):
                together.wait(timeout=10)
                seen.add(page.title)
        return seen

    with ThreadPoolExecutor(len(CODES)) as threads:
        assert list(threads.map(read, CODES)) == [{"ع"}, {"English"}, {"Français"}]
