"""The stylesheet reaches visitors in one piece."""

from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.storage import FileSystemStorage

from isesco_site.static_storage import join_stylesheet


def collected(folder: Path) -> dict:
    storage = FileSystemStorage(folder)
    files = (path for path in folder.rglob("*") if path.is_file())
    names = (path.relative_to(folder).as_posix() for path in files)
    return {name: (storage, name) for name in names}


def test_imports_are_replaced_by_what_they_name(tmp_path):
    (tmp_path / "css/components").mkdir(parents=True)
    (tmp_path / "css/site.css").write_text(
        '/* Order. */\n@layer base;\n\n@import url("components/a.css");\n'
    )
    (tmp_path / "css/components/a.css").write_text('a { background: url("../../img/a.svg"); }\n')
    assert join_stylesheet(collected(tmp_path), "css/site.css") == (
        '@layer base;\n\na { background: url("../img/a.svg"); }\n'
    )


def test_a_missing_import_is_an_error(tmp_path):
    (tmp_path / "css").mkdir()
    (tmp_path / "css/site.css").write_text('@import url("gone.css");\n')
    with pytest.raises(KeyError):
        join_stylesheet(collected(tmp_path), "css/site.css")


def test_the_sites_stylesheet_joins_and_stays_small():
    joined = join_stylesheet(collected(Path(settings.BASE_DIR) / "static"), "css/site.css")
    assert "@import" not in joined
    assert len(joined.encode()) < 64 * 1024


def test_every_component_is_imported():
    css = Path(settings.BASE_DIR) / "static/css"
    text = (css / "site.css").read_text()
    own_pages = {"styleguide"}
    missing = [
        path.name
        for path in sorted((css / "components").glob("*.css"))
        if path.stem not in own_pages and f"components/{path.name}" not in text
    ]
    assert missing == []
