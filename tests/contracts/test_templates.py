"""Templates hold no untranslated text, no fixed language and no inline code."""

import re
from html.parser import HTMLParser

import pytest
from django.template.base import Lexer, TokenType

from tests.project_files import templates

TEXT_ATTRIBUTES = {
    "alt",
    "aria-label",
    "aria-description",
    "aria-roledescription",
    "aria-valuetext",
    "placeholder",
    "title",
}
SILENT_ELEMENTS = {"script", "style", "code", "kbd"}
#: Arguments of ``{% include %}`` and ``{% with %}`` that a reader sees.
TEXT_ARGUMENT = re.compile(
    r"\b(\w*(?:label|title|text|heading|caption|message|description))="
    r"(\"[^\"]*\"|'[^']*')"
)
TEXT_DEFAULT = re.compile(r"\|default(?:_if_none)?:(\"[^\"]*\"|'[^']*')")
LETTER = re.compile(r"[^\W\d_]")
OPENING = re.compile(r"blocktrans(?:late)?\b|comment\b|verbatim\b")
CLOSING = re.compile(r"endblocktrans(?:late)?$|endcomment$|endverbatim$")

#: Templates with an ``<html>`` element of their own.
DOCUMENTS = {
    "templates/base.html",
    "templates/emails/base.html",
    "templates/errors/base_error.html",
}
#: Text that is the same in every language, with the templates that may hold it.
ALLOWED_TEXT: set[tuple[str, str]] = set()


class TextFinder(HTMLParser):
    """Collects the text of an HTML document that a reader meets."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag, attrs):
        self.silent += tag in SILENT_ELEMENTS
        values = dict(attrs)
        for name, value in attrs:
            shown = name in TEXT_ATTRIBUTES
            shown |= tag == "input" and name == "value" and values.get("type") == "submit"
            shown |= tag == "meta" and name == "content" and values.get("name") == "description"
            if shown and value and LETTER.search(value):
                self.found.append(value.strip())

    def handle_endtag(self, tag):
        self.silent -= tag in SILENT_ELEMENTS

    def handle_data(self, data):
        if not self.silent and LETTER.search(data):
            self.found.append(" ".join(data.split()))


def untranslated(source: str) -> list[str]:
    """Return the literal text of a template that no translation tag covers."""
    markup, found, depth = [], [], 0
    for token in Lexer(source).tokenize():
        if token.token_type == TokenType.BLOCK:
            depth += bool(OPENING.match(token.contents)) - bool(CLOSING.match(token.contents))
            if re.match(r"(include|with)\b", token.contents):
                found += [text for _, text in TEXT_ARGUMENT.findall(token.contents)]
        elif token.token_type == TokenType.VAR:
            defaults = TEXT_DEFAULT.findall(token.contents)
            found += [text for text in defaults if text[1:2].isupper()]
            markup.append("b" if "".join(markup[-1:]).endswith(("<", "</")) else " ")
        elif token.token_type == TokenType.TEXT and not depth:
            markup.append(token.contents)
    finder = TextFinder()
    finder.feed("".join(markup))
    finder.close()
    return [text.strip("\"'") for text in found if LETTER.search(text)] + finder.found


def open_components(source: str) -> list[str]:
    """Return the includes of components that see the whole context."""
    includes = re.findall(r"{%-?\s*include\s+[\"']components/[^%]*%}", source)
    return [include for include in includes if not re.search(r"\bonly\s*%}", include)]


def fixed_languages(source: str) -> list[str]:
    """Return literal ``lang`` attributes and literal right-to-left directions."""
    return re.findall(r"\s(?:lang=[\"']?[a-z]+[\"']?|dir=[\"']?rtl[\"']?)", source) + re.findall(
        r"<(?:html|body)[^>]*\sdir=[\"']?ltr", source
    )


def inline_code(source: str) -> list[str]:
    """Return what a strict Content-Security-Policy forbids: inline scripts, styles, handlers."""
    scripts = re.findall(r"<script(?![^>]*\b(?:src=|type=[\"']application/ld\+json))[^>]*>", source)
    return scripts + re.findall(r"<style\b|\sstyle=|\son[a-z]+=[\"']|javascript:", source)


def collect(check) -> list[str]:
    return [f"{name}: {complaint}" for name, source in templates() for complaint in check(source)]


def test_all_text_is_translated():
    found = {
        (name, text)
        for name, source in templates()
        for text in untranslated(source)
        if (name, text) not in ALLOWED_TEXT
    }
    assert found == set()


def test_components_are_included_with_only():
    assert collect(open_components) == []


def test_no_language_is_fixed():
    assert collect(fixed_languages) == []


def test_nothing_is_inline():
    public = [f for f in collect(inline_code) if not f.startswith("templates/wagtailadmin/")]
    assert public == []


def test_documents_are_declared_once():
    found = {name for name, source in templates() if re.search(r"<html\b", source)}
    assert found <= DOCUMENTS
    assert "templates/base.html" in found


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<p>Hello</p>", "Hello"),
        ("<p>{% translate 'a' %} and {{ b }}</p>", "and"),
        ('<img alt="A tree">', "A tree"),
        ('<a {% if x %}class="y"{% endif %} aria-label="Menu"></a>', "Menu"),
        ('<input placeholder="Search" value="x">', "Search"),
        ("<p>مرحبا</p>", "مرحبا"),
        ('{% include "components/button.html" with label="Read more" only %}', "Read more"),
        ('{{ title|default:"Untitled" }}', "Untitled"),
        ('{% blocktranslate %}ok{% endblocktranslate %}<b title="No">1</b>', "No"),
    ],
)
def test_canary_untranslated_text_is_caught(source, text):
    assert untranslated(source) == [text]


@pytest.mark.parametrize(
    "source",
    [
        '<{{ tag }} class="x">{{ text }}</{{ tag }}>',
        "{% comment %}Why{% endcomment %}{# because #}<p>{{ page.title }} – 1/2</p>",
        '{% blocktranslate %}Hello <b title="x">you</b>{% endblocktranslate %}',
        '<a class="c-card" data-name="menu" href="/x/">{% translate "Menu" %}</a>',
        '{% include "x.html" with label=_("Send") variant="quiet" heading=page.title only %}',
        '{{ accent|default:"institution" }}',
        '<script type="module" src="x.js">let a</script>',
    ],
)
def test_canary_translated_templates_pass(source):
    assert untranslated(source) == []


@pytest.mark.parametrize(
    ("check", "bad", "good"),
    [
        (
            open_components,
            '{% include "components/card.html" with title=title %}',
            '{% include "components/card.html" with title=title only %}',
        ),
        (fixed_languages, '<html lang="ar">', '<html lang="{{ LANGUAGE_CODE }}">'),
        (fixed_languages, '<p dir="rtl">', '<bdi dir="ltr">'),
        (fixed_languages, '<html class="x" dir="ltr">', '<p dir="auto" hreflang="fr">'),
        (inline_code, "<script>x</script>", '<script type="module" src="x.js"></script>'),
        (inline_code, '<p style="color: red">', '<p class="style">'),
        (inline_code, '<a onclick="x()">', '<a data-on="x">'),
        (inline_code, "<style>a{}</style>", '<script type="application/ld+json">{}</script>'),
    ],
)
def test_canary_each_rule_bites(check, bad, good):
    assert check(bad)
    assert not check(good)
