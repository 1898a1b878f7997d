"""Trap 4.16: what the database is asked for by the name of an original field."""

import ast
import re

import pytest
from django.db.models.functions import Coalesce
from django.utils import translation

from isesco_site.languages import FALLBACK_ORDER
from pages.factories import SectionIndexPageFactory, StandardPageFactory, site_root
from pages.models import StandardPage
from tests.project_files import APPS, files_below
from translations.registry import column, translated_fields, translated_models

# Methods of a query set that read or write columns by their names.
BY_NAME = {
    "filter",
    "exclude",
    "get",
    "order_by",
    "update",
    "bulk_update",
    "only",
    "defer",
    "values",
    "values_list",
    "get_or_create",
    "update_or_create",
}
FIELDS = {name for model in translated_models() for name in translated_fields(model)}
# Models whose fields have the same names and are not translated.
OTHER_MODELS = re.compile(r"Group|Permission|Task|Workflow|Collection", re.IGNORECASE)


def named_fields(call: ast.Call) -> list[str]:
    """Return the fields that a call of a query set's method names."""
    names = [keyword.arg for keyword in call.keywords if keyword.arg]
    for argument in call.args:
        elements = argument.elts if isinstance(argument, ast.List | ast.Tuple) else [argument]
        names += [
            element.value
            for element in elements
            if isinstance(element, ast.Constant) and isinstance(element.value, str)
        ]
    return [re.split("__", name.lstrip("-"))[0] for name in names]


def raw_uses(source: str) -> list[str]:
    """Return the queries in ``source`` that name an original field of a translated one."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    return [
        f"{call.func.attr}({name})"
        for call in calls
        if isinstance(call.func, ast.Attribute) and call.func.attr in BY_NAME and is_query(call)
        for name in named_fields(call)
        if name in FIELDS
    ]


def is_query(call: ast.Call) -> bool:
    """Tell whether the method is that of a query set of translated models, as far as one sees.

    A dictionary has ``get``, ``update`` and ``values``, too.
    """
    if OTHER_MODELS.search(ast.unparse(call.func.value)):
        return False
    if call.func.attr not in {"get", "update", "values"}:
        return True
    return "objects" in ast.unparse(call.func.value) or bool(call.keywords)


def test_our_queries_name_the_column_of_a_language():
    found = {
        name: [use for use in raw_uses(source) if "/migrations/" not in name]
        for app in APPS
        for name, source in files_below(app, ".py")
    }
    assert {name: uses for name, uses in found.items() if uses} == {}


@pytest.mark.parametrize(
    "source",
    [
        "StandardPage.objects.filter(title='x')",
        "pages.order_by('-title')",
        "Objective.objects.update(title='x')",
        "StandardPage.objects.bulk_update(pages, ['title'])",
        "pages.filter(title__icontains='x')",
        "pages.values_list('title', flat=True)",
    ],
)
def test_canary_a_query_by_an_original_field_is_seen(source):
    assert raw_uses(source)


@pytest.mark.parametrize(
    "source",
    ["pages.filter(title_fr='x')", "pages.order_by('path')", "settings.get('title')"],
)
def test_canary_other_queries_pass(source):
    assert not raw_uses(source)


# --- Why: what modeltranslation makes of them ----------------------------------------------------


@pytest.mark.django_db
def test_canary_a_filter_by_the_original_field_does_not_fall_back():
    page = StandardPageFactory(languages=("en",), title_en="Only in English")
    with translation.override("fr"):
        assert page.title == "Only in English"
        assert not StandardPage.objects.filter(title="Only in English").exists()
        assert StandardPage.objects.filter(title_en="Only in English").exists()


@pytest.mark.django_db
def test_lists_keep_the_order_of_the_tree_in_every_language(client):
    section = SectionIndexPageFactory()
    titles = {"ar": ["ج", "ب", "ا"], "en": ["B", "C", "A"], "fr": ["Z", "", "Y"]}
    for index in range(3):
        values = {f"title_{code}": titles[code][index] for code in titles}
        StandardPageFactory(parent=section, slug=f"child-{index}", **values)
    for code in titles:
        document = client.get(f"/{code}/{section.slug}/").content.decode()
        links = re.findall(rf'href="(?:http://[^/]+)?/{code}/{section.slug}/(child-\d)/"', document)
        assert list(dict.fromkeys(links)) == ["child-0", "child-1", "child-2"]


@pytest.mark.django_db
def test_a_list_by_title_falls_back_when_it_names_the_columns():
    for title, code in (("B", "fr"), ("A", "en"), ("ت", "ar")):
        StandardPageFactory(languages=(code,), **{f"title_{code}": title})
    children = StandardPage.objects.child_of(site_root()).filter(slug__startswith="made-page-")
    columns = [column("title", code) for code in FALLBACK_ORDER]
    by_title = children.rewrite(mode=False).order_by(Coalesce(*columns))
    assert [page.title for page in by_title] == ["A", "B", "ت"]
