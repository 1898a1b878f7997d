"""Imports go one way: isesco_site → programmes → pages → translations."""

import ast

import pytest

from tests.project_files import APPS, files_below

#: Pure data about the three languages, which every app may read.
SHARED = {"isesco_site.languages"}


def imported_modules(source: str) -> set[str]:
    """Return the dotted names of all modules a source file imports, inside functions too."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            members = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= SHARED & members or {node.module}
    return found


def wrong_imports(app: str, source: str) -> set[str]:
    """Return the modules that a source file of ``app`` must not import."""
    above = APPS[: APPS.index(app)]
    modules = imported_modules(source) - SHARED
    return {name for name in modules if name.partition(".")[0] in {*above, "tests"}}


@pytest.mark.parametrize("app", APPS)
def test_imports_go_one_way(app):
    found = {name: wrong_imports(app, source) for name, source in files_below(app, ".py")}
    assert {name: modules for name, modules in found.items() if modules} == {}


@pytest.mark.parametrize(
    ("app", "source"),
    [
        ("pages", "import programmes.models"),
        ("pages", "def later():\n    from programmes.models import SectorPage"),
        ("translations", "from pages.models import BasePage"),
        ("programmes", "from isesco_site.urls import urlpatterns"),
        ("programmes", "from isesco_site import settings"),
        ("isesco_site", "from tests import settings"),
    ],
)
def test_canary_wrong_imports_are_caught(app, source):
    assert wrong_imports(app, source)


@pytest.mark.parametrize(
    ("app", "source"),
    [
        ("programmes", "from pages.models import BasePage"),
        ("pages", "from isesco_site.languages import LANGUAGES"),
        ("pages", "from isesco_site import languages"),
        ("pages", "from .models import BasePage"),
    ],
)
def test_canary_right_imports_pass(app, source):
    assert not wrong_imports(app, source)
