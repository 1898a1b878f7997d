"""Trap 4.17: what is empty is empty for the fallback, the language bar and the marks alike."""

import json

import pytest
from django.core.serializers.json import DjangoJSONEncoder
from django.utils import translation
from hypothesis import given, settings
from hypothesis import strategies as st
from modeltranslation.fields import TranslationFieldDescriptor
from wagtail.rich_text import RichText

from isesco_site.languages import CODES
from pages.blocks.samples import SAMPLES, sample
from pages.blocks.streams import BodyStream
from pages.models import KeyFact, Objective, StandardPage
from translations.blank import is_blank
from translations.registry import language_shown

INVISIBLE = (
    " \t\r\n\u00a0\u00ad\u061c\u200b\u200c\u200d\u200e\u200f"
    "\u2028\u202a\u202e\u2060\u2066\u2069\ufeff"
)
invisible_texts = st.text(alphabet=INVISIBLE)
tags = st.sampled_from(["p", "b", "i", "ul", "li", "h2", "span", "a"])
visible_texts = st.text(
    alphabet="ءابتثجحخدذرزسشصضطظعغفقكلمنهوي0123456789٠١٢aézÉœ€«»؟.—🕌", min_size=1
)


@st.composite
def markup(draw, texts):
    """Return nested elements around a text."""
    inner = draw(texts)
    for tag in draw(st.lists(tags, max_size=4)):
        inner = f'<{tag} data-block-key="x">{inner}</{tag}>'
    return inner


@settings(deadline=None)  # the machine may be busy
@given(markup(invisible_texts))
def test_markup_without_a_visible_letter_is_blank(text):
    assert is_blank(text)
    assert is_blank(RichText(text))
    assert is_blank(text.replace("\u00a0", "&nbsp;").replace("\u200b", "&#8203;"))


@settings(deadline=None)
@given(markup(visible_texts), invisible_texts)
def test_a_visible_letter_is_never_blank(text, padding):
    assert not is_blank(text)
    assert not is_blank(RichText(text))
    assert not is_blank(padding + text + padding)


@pytest.mark.parametrize("value", [None, "", [], {}, "<p></p>", "<br/>", "<p>&nbsp;</p>"], ids=repr)
def test_nothing_is_blank(value):
    assert is_blank(value)


@pytest.mark.parametrize(
    "value",
    [0, "0", "<embed embedtype='image' id='1'/>", "<p><img src='x'></p>", "<hr/>", "٠"],
    ids=repr,
)
def test_what_shows_something_is_not_blank(value):
    assert not is_blank(value)


# --- Bodies --------------------------------------------------------------------------------------


def body(*blocks: tuple[str, object]):
    """Return a body as the database gives it back."""
    stored = [
        {"type": name, "value": value, "id": str(i)} for i, (name, value) in enumerate(blocks)
    ]
    return StandardPage._meta.get_field("body_ar").to_python(
        json.dumps(stored, cls=DjangoJSONEncoder)
    )


EMPTY_BLOCKS = [
    ("rich_text", ""),
    ("rich_text", '<p data-block-key="x"></p>'),
    ("heading", {"text": " ", "level": "h2"}),
    ("quotation", {"text": "", "attribution": ""}),
    ("figure", {"image": None, "caption": "", "width": "m"}),
    ("accordion", {"parts": [{"type": "item", "value": {"title": "", "text": ""}, "id": "x"}]}),
]


@pytest.mark.parametrize("block", EMPTY_BLOCKS, ids=lambda block: str(block)[:60])
def test_a_body_of_empty_blocks_is_blank(block):
    assert is_blank(body(block))
    assert is_blank(body(block, *EMPTY_BLOCKS))
    assert not is_blank(body(block, ("rich_text", "<p>نص</p>")))


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.django_db
def test_a_body_with_a_sample_of_any_block_is_not_blank(name, django_assert_num_queries):
    stream = BodyStream()
    block = stream.child_blocks[name]
    raw = block.get_prep_value(block.normalize(sample(name, "ar")))
    value = body((name, raw))
    with django_assert_num_queries(0):
        blank = is_blank(value)
    assert not blank


# --- The same answer everywhere ------------------------------------------------------------------

BLANK_TEXTS = [None, "", " ", "\u200f", "<p></p>"]


@pytest.mark.parametrize("blank", BLANK_TEXTS, ids=repr)
@pytest.mark.parametrize("model", [Objective, StandardPage])
def test_a_blank_text_falls_back_and_is_marked(model, blank, language):
    others = [code for code in CODES if code != language]
    instance = model(**{f"title_{language}": blank, f"title_{others[0]}": "نص"})
    with translation.override(language):
        assert instance.title == "نص"
        assert language_shown(instance, "title") == others[0]


def test_a_blank_body_falls_back_and_is_marked(language):
    others = [code for code in CODES if code != language]
    full = body(("rich_text", "<p>نص</p>"))
    page = StandardPage(**{f"body_{language}": body(EMPTY_BLOCKS[1]), f"body_{others[0]}": full})
    with translation.override(language):
        assert page.body is getattr(page, f"body_{others[0]}")
        assert language_shown(page, "body") == others[0]


def test_canary_a_stock_field_shows_the_blank_text(monkeypatch):
    descriptor = Objective.title
    assert isinstance(descriptor, TranslationFieldDescriptor)
    monkeypatch.delattr(descriptor, "meaningful_value")
    with translation.override("fr"):
        assert Objective(title_fr="<p></p>", title_en="text").title == "<p></p>"


def test_a_text_that_is_blank_everywhere_is_empty(language):
    with translation.override(language):
        assert KeyFact(value_ar=" ", value_en="\u200b").value == ""
        assert language_shown(KeyFact(value_ar=" "), "value") is None
