"""Message catalogues are extracted, merged, compiled and checked without system gettext."""

import gettext
import os
from pathlib import Path
from unittest.mock import Mock

import pytest

from isesco_site.message_checks import problems
from isesco_site.messages import (
    PLURAL_FORMS,
    MessagesError,
    catalogue_path,
    compile_catalogue,
    extract,
    key,
    read,
    updated,
    write_atomically,
)

PYTHON = """
from django.utils.translation import gettext_lazy as _, ngettext, npgettext, pgettext

# Translators: shown on the button that sends a form
SEND = _("Send")
SEARCH = pgettext("noun", "Search")
MONTH = lambda count: npgettext("calendar", "%(count)d May", "%(count)d Mays", count)
COUNT = lambda count: ngettext("%(count)d page", "%(count)d pages", count)
"""

TEMPLATE = """{% load i18n %}
  <p>It's 100 % "text" \u00a0# not a comment {% translate "Home" %}</p>
      {# Translators: the link that opens the menu #}
      {% translate 'Menu' context "navigation" %}
    {% blocktranslate trimmed count counter=pages|length %}
      {{ counter }} result
    {% plural %}
      {{ counter }} results
    {% endblocktranslate %}
 {% blocktranslate with name=page.title context "greeting" %}Hello {{ name }}{% endblocktranslate %}
{% include "x.html" with label=_("Read more") only %}
{{ value|default:_("Nothing") }}
"""


@pytest.fixture
def project(tmp_path):
    """Return a folder with one Python module and one template."""
    (tmp_path / "app").mkdir()
    (tmp_path / "app" / "views.py").write_text(PYTHON)
    (tmp_path / "app" / "page.html").write_text(TEMPLATE)
    return tmp_path


def extracted(project):
    return extract([project / "app"], project)


def write(path: Path, language: str, *entries: str) -> Path:
    """Write a catalogue with the right header and the given entries."""
    header = f'msgid ""\nmsgstr ""\n"Language: {language}\\n"\n'
    header += '"Content-Type: text/plain; charset=utf-8\\n"\n'
    header += f'"Plural-Forms: {PLURAL_FORMS[language]}\\n"\n'
    path.write_text("\n".join([header, *entries]) + "\n")
    return path


def complaints(tmp_path, source: str, language: str, entry: str) -> list[str]:
    """Return the problems of a catalogue with one entry, staleness apart."""
    (tmp_path / "app").mkdir(exist_ok=True)
    (tmp_path / "app" / "views.py").write_text(source)
    path = write(tmp_path / "django.po", language, entry)
    found = problems(path, extracted(tmp_path), language)
    return [problem for problem in found if "differs from the sources" not in problem]


def test_every_kind_of_message_is_extracted_with_its_line(project):
    found = {key(message): message.locations for message in extracted(project) if message.id}
    assert found == {
        ("Send", None): [("app/views.py", 5)],
        ("Search", "noun"): [("app/views.py", 6)],
        ("%(count)d May", "calendar"): [("app/views.py", 7)],
        ("%(count)d page", None): [("app/views.py", 8)],
        ("Home", None): [("app/page.html", 2)],
        ("Menu", "navigation"): [("app/page.html", 4)],
        ("%(counter)s result", None): [("app/page.html", 5)],
        ("Hello %(name)s", "greeting"): [("app/page.html", 10)],
        ("Read more", None): [("app/page.html", 11)],
        ("Nothing", None): [("app/page.html", 12)],
    }


def test_comments_for_translators_plurals_and_formats_are_kept(project):
    messages = {key(message): message for message in extracted(project)}
    send = messages["Send", None]
    assert send.auto_comments == ["Translators: shown on the button that sends a form"]
    menu = messages["Menu", "navigation"]
    assert menu.auto_comments == ["Translators: the link that opens the menu"]
    result = messages["%(counter)s result", None]
    assert result.id == ("%(counter)s result", "%(counter)s results")
    assert "python-format" in result.flags


def test_tests_and_migrations_are_not_extracted(project):
    for folder in ("tests", "migrations"):
        (project / "app" / folder).mkdir()
        (project / "app" / folder / "views.py").write_text('_("Hidden")')
    assert ("Hidden", None) not in {key(message) for message in extracted(project)}


def test_a_template_that_cannot_be_parsed_is_named(project):
    (project / "app" / "page.html").write_text(
        "{% blocktranslate %}{% if x %}{% endblocktranslate %}"
    )
    with pytest.raises(MessagesError, match=r"app/page\.html"):
        extracted(project)


def test_an_update_of_an_unchanged_project_changes_nothing(project):
    path = project / "django.po"
    path.write_bytes(updated(path, extracted(project), "ar"))
    first = path.read_bytes()
    source = project / "app" / "views.py"
    source.write_text("\n\n\n" + source.read_text())
    assert updated(path, extracted(project), "ar") == first


def test_an_update_keeps_translations_and_their_comments(project):
    path = write(
        project / "django.po", "fr", '# vu avec le service\nmsgid "Send"\nmsgstr "Envoyer"'
    )
    path.write_bytes(updated(path, extracted(project), "fr"))
    send = read(path, "fr").get("Send")
    assert (send.string, send.fuzzy) == ("Envoyer", False)
    assert send.user_comments == ["vu avec le service"]


def test_a_changed_text_takes_over_its_translation_as_fuzzy(project):
    entry = 'msgid "Send"\nmsgstr "Envoyer"'
    path = write(project / "django.po", "fr", entry)
    source = project / "app" / "views.py"
    source.write_text(source.read_text().replace('"Send"', '"Send."'))
    path.write_bytes(updated(path, extracted(project), "fr"))
    send = read(path, "fr").get("Send.")
    assert (send.string, send.fuzzy) == ("Envoyer", True)
    assert updated(path, extracted(project), "fr") == path.read_bytes()


def test_a_new_text_beside_a_similar_one_in_use_is_not_fuzzy(project):
    path = write(project / "django.po", "fr", 'msgid "Send"\nmsgstr "Envoyer"')
    source = project / "app" / "views.py"
    source.write_text(source.read_text() + '\nAGAIN = _("Sends")\n')
    path.write_bytes(updated(path, extracted(project), "fr"))
    assert not read(path, "fr").get("Sends").fuzzy


def test_an_unused_translation_becomes_obsolete_and_can_return(project):
    source = project / "app" / "views.py"
    text = source.read_text()
    path = write(project / "django.po", "fr", 'msgid "Send"\nmsgstr "Envoyer"')
    source.write_text(text.replace('SEND = _("Send")', ""))
    path.write_bytes(updated(path, extracted(project), "fr"))
    assert '#~ msgid "Send"' in path.read_text()
    source.write_text(text)
    path.write_bytes(updated(path, extracted(project), "fr"))
    assert read(path, "fr").get("Send").string == "Envoyer"


def test_arabic_has_six_plural_forms_once_compiled(project):
    name = catalogue_path(project, "ar")
    name.parent.mkdir(parents=True)
    plural = ["لا صفحات", "صفحة", "صفحتان", "%(count)d صفحات", "%(count)d صفحةً", "%(count)d صفحة"]
    entry = 'msgid "%(count)d page"\nmsgid_plural "%(count)d pages"\n' + "\n".join(
        f'msgstr[{index}] "{form}"' for index, form in enumerate(plural)
    )
    write(name, "ar", entry)
    assert compile_catalogue(name, "ar")
    with name.with_suffix(".mo").open("rb") as file:
        catalogue = gettext.GNUTranslations(file)
    numbers = [0, 1, 2, 3, 11, 100]
    assert [catalogue.ngettext("%(count)d page", "", number) for number in numbers] == plural


def test_a_catalogue_is_compiled_only_when_it_has_changed(tmp_path):
    path = write(tmp_path / "django.po", "fr", 'msgid "Send"\nmsgstr "Envoyer"')
    assert compile_catalogue(path, "fr")
    assert not compile_catalogue(path, "fr")
    os.utime(path, (1_000_000, 1_000_000))
    assert compile_catalogue(path, "fr")
    assert sorted(file.name for file in tmp_path.iterdir()) == ["django.mo", "django.po"]


def test_fuzzy_translations_are_not_shown_to_readers(tmp_path):
    path = write(tmp_path / "django.po", "fr", '#, fuzzy\nmsgid "Send"\nmsgstr "Envoyer"')
    compile_catalogue(path, "fr")
    with path.with_suffix(".mo").open("rb") as file:
        assert gettext.GNUTranslations(file).gettext("Send") == "Send"


def test_a_failed_write_leaves_the_file_as_it_was(tmp_path, monkeypatch):
    path = tmp_path / "django.po"
    path.write_text("before")
    monkeypatch.setattr(Path, "chmod", Mock(side_effect=OSError("full")))
    with pytest.raises(OSError, match="full"):
        write_atomically(path, b"after")
    assert path.read_text() == "before"
    assert [file.name for file in tmp_path.iterdir()] == ["django.po"]


@pytest.mark.parametrize(
    "content",
    [
        b'msgid "Send"\nmsgstr "Envoyer"\nwhat is this\n',
        b'msgid "Send"\nmsgstr "Envoy\xe9"\n',
        b'msgid "Send"\n<<<<<<< HEAD\nmsgstr "Envoyer"\n',
    ],
)
def test_a_damaged_catalogue_is_named(tmp_path, content):
    path = tmp_path / "django.po"
    path.write_bytes(content)
    with pytest.raises(MessagesError, match=r"django\.po"):
        compile_catalogue(path, "fr")


def test_a_complete_catalogue_has_no_problems(tmp_path):
    entry = 'msgid "Hello %(name)s"\nmsgstr "Bonjour %(name)s"'
    assert complaints(tmp_path, '_("Hello %(name)s")', "fr", entry) == []


def test_a_stale_or_missing_catalogue_is_a_problem(project):
    path = project / "django.po"
    assert problems(path, extracted(project), "fr") == ["missing, run `manage.py makemessages`"]
    write(path, "fr")
    assert any("differs" in problem for problem in problems(path, extracted(project), "fr"))


PAGES = 'ngettext("%(n)d page", "%(n)d pages", n)'
PLURAL = 'msgid "%(n)d page"\nmsgid_plural "%(n)d pages"\n'
THREE_ARABIC_FORMS = 'msgstr[0] "لا"\nmsgstr[1] "صفحة"\nmsgstr[2] "صفحتان"\n'
FRENCH_WITHOUT_NUMBER = 'msgstr[0] "une page"\nmsgstr[1] "des pages"\n'


@pytest.mark.parametrize(
    ("source", "language", "entry", "complaint"),
    [
        ('_("Send")', "fr", 'msgid "Send"\nmsgstr ""', "untranslated"),
        ('_("Send")', "fr", '#, fuzzy\nmsgid "Send"\nmsgstr "Envoyer"', "fuzzy"),
        ('_("%(a)s")', "fr", 'msgid "%(a)s"\nmsgstr "%(b)s"', "variables"),
        ('_("By {name}")', "fr", 'msgid "By {name}"\nmsgstr "Par"', "variables"),
        (PAGES, "ar", PLURAL + THREE_ARABIC_FORMS, "plural forms [3, 4, 5] are empty"),
        (PAGES, "fr", PLURAL + FRENCH_WITHOUT_NUMBER, "form 1 has the variables"),
    ],
)
def test_every_defect_of_a_catalogue_is_reported(tmp_path, source, language, entry, complaint):
    found = complaints(tmp_path, source, language, entry)
    assert len(found) == 1
    assert complaint in found[0]
    assert "app/views.py:1" in found[0]


def test_a_wrong_plural_rule_is_reported(tmp_path):
    (tmp_path / "app").mkdir()
    path = write(tmp_path / "django.po", "ar")
    path.write_text(path.read_text().replace("nplurals=6", "nplurals=2"))
    assert any("plural rule" in problem for problem in problems(path, extracted(tmp_path), "ar"))


def test_arabic_may_leave_out_the_number_where_the_word_says_it(tmp_path):
    numbers = 'msgstr[3] "%(n)d صفحات"\nmsgstr[4] "%(n)d صفحة"\nmsgstr[5] "%(n)d صفحة"\n'
    assert complaints(tmp_path, PAGES, "ar", PLURAL + THREE_ARABIC_FORMS + numbers) == []
