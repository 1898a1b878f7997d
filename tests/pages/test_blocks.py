"""Blocks of the body: what they accept, and what readers get of them."""

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.db import connection, models
from django.db.migrations.writer import MigrationWriter
from django.test.utils import CaptureQueriesContext, isolate_apps
from django.utils import translation
from wagtail.blocks.base import get_error_json_data

from pages.blocks import samples
from pages.blocks.media import parse_video_address
from pages.blocks.prefetch import prefetched
from pages.blocks.streams import BodyStream, body_parts
from pages.fields import StreamField
from pages.models import BasePage, SiteDocument, StandardPage
from tests.site_pages import home_page
from tests.specimens import make_document, make_image, make_page

EMPTY_LINK = {"page": None, "document": None, "address": "", "address_language": "", "label": ""}
TABLE = {
    "columns": [{"type": "text", "heading": "Name"}, {"type": "number", "heading": "Sum"}],
    "rows": [{"values": ["Total", "1234567.5"]}],
    "caption": "Sums",
}


def block(name):
    """Return a body block by name."""
    return BodyStream().child_blocks[name]


def render(name, value, context=None):
    """Return a body block as a tree of HTML."""
    html = block(name).render(block(name).normalize(value), context)
    return BeautifulSoup(html, "html.parser")


def stream(*items):
    """Return a stream as the database holds it: each item is a type and a raw value."""
    raw = [
        {"type": name, "value": value, "id": f"00000000-0000-4000-8000-{index:012}"}
        for index, (name, value) in enumerate(items)
    ]
    return BodyStream().to_python(raw)


def messages(error: ValidationError) -> str:
    """Return all that a nested block error says."""
    return str(get_error_json_data(error))


def refused(name, value) -> str:
    """Return the messages with which a block refuses a value."""
    with pytest.raises(ValidationError) as caught:
        block(name).clean(block(name).normalize(value))
    return messages(caught.value)


# --- The field -----------------------------------------------------------------------------------
def test_migrations_hold_no_block_definitions():
    field = StandardPage._meta.get_field("body_fr")
    written, _imports = MigrationWriter.serialize(field)
    assert "Block" not in written
    assert written.startswith("pages.fields.StreamField(")


@isolate_apps("pages")
def test_a_historical_model_keeps_the_stored_body():
    _name, _path, args, kwargs = StandardPage._meta.get_field("body").deconstruct()

    class Historical(models.Model):  # noqa: DJ008 - it is never shown
        body = StreamField(*args, **kwargs)

        class Meta:
            app_label = "pages"

    raw = [{"type": "gone", "value": {"a": 1}, "id": "x"}]
    historical = Historical(body=raw)
    assert historical.body == raw
    assert Historical._meta.get_field("body").get_prep_value(historical.body) == raw


def test_a_copied_field_keeps_its_blocks():
    field = StandardPage._meta.get_field("body").clone()
    assert list(field.stream_block.child_blocks) == list(BodyStream().child_blocks)


# --- The outline ---------------------------------------------------------------------------------
def test_a_subsection_needs_a_section_before_it():
    heading = {"level": "h3", "text": "Alone"}
    with pytest.raises(ValidationError) as caught:
        BodyStream().clean(stream(("heading", heading)))
    assert "section heading" in messages(caught.value)


def test_a_draft_may_begin_with_a_subsection():
    value = stream(("heading", {"level": "h3", "text": "Alone"}))
    assert len(BodyStream().clean_deferred(value)) == 1


def test_sections_and_subsections_are_accepted():
    value = stream(
        ("heading", {"level": "h2", "text": "A"}), ("heading", {"level": "h3", "text": "B"})
    )
    assert len(BodyStream().clean(value)) == 2


def test_headings_inside_blocks_follow_the_outline():
    value = stream(
        ("rich_text", "<p>a</p>"),
        ("heading", {"level": "h2", "text": "A"}),
        ("heading", {"level": "h3", "text": "B"}),
    )
    assert [part["heading_level"] for part in body_parts(value)] == [2, 3, 4]


def test_the_anchor_of_a_heading_survives_rewording():
    first, second = (
        BeautifulSoup(
            BodyStream().render(stream(("heading", {"level": "h2", "text": text}))), "html.parser"
        ).h2
        for text in ("Before", "After")
    )
    assert first["id"] == second["id"] != ""


# --- Texts ---------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("heading", {"level": "h2", "text": "safe\u202egnp.exe"}),
        ("rich_text", "<p>a\u202db</p>"),
        ("quotation", {"text": "a\u202a", "attribution": "", "source": EMPTY_LINK}),
    ],
)
def test_direction_overrides_are_refused(name, value):
    assert "invisible marks" in refused(name, value)


def test_markup_in_plain_text_is_escaped():
    html = str(render("heading", {"level": "h2", "text": "<script>x</script>"}))
    assert "<script>" not in html


def test_an_accordion_works_without_javascript():
    part = render("accordion", {"parts": [{"title": "Question", "text": "<p>Answer</p>"}]}).details
    assert part.summary.get_text(strip=True) == "Question"


# --- Links ---------------------------------------------------------------------------------------
def action(**link):
    return {"title": "Title", "text": "", "link": EMPTY_LINK | link, "style": "quiet"}


@pytest.mark.django_db
def test_a_link_has_one_destination():
    two = action(page=home_page(), address="https://example.org/", label="Words")
    assert "one destination only" in refused("call_to_action", two)


def test_a_link_needs_a_destination():
    assert "where the link leads" in refused("call_to_action", action(label="Words"))


def test_an_address_needs_words():
    assert "words of the link" in refused("call_to_action", action(address="https://example.org/"))


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x"])
def test_only_web_addresses_are_accepted(address):
    assert "valid URL" in refused("call_to_action", action(address=address, label="Words"))


def test_a_link_to_another_site_says_so():
    link = render(
        "call_to_action",
        action(address="https://example.org/", address_language="fr", label="Words"),
    ).a
    assert link["rel"] == ["external", "noopener"]
    assert link["hreflang"] == "fr"


@pytest.mark.django_db
def test_an_unpublished_page_is_not_linked():
    page = make_page(home_page(), slug="withdrawn", live=False)
    assert render("call_to_action", action(page=page)).a is None
    cards = {"title": "", "cards": [{"page": page, "title": "", "text": ""}]}
    assert render("cards", cards).find("li") is None


@pytest.mark.django_db
def test_rich_text_links_to_public_pages_only():
    hidden = make_page(home_page(), slug="withdrawn", live=False)
    public = make_page(home_page(), slug="public")
    text = "".join(f'<a linktype="page" id="{page.pk}">x</a>' for page in (hidden, public))
    addresses = [link.get("href") for link in render("rich_text", f"<p>{text}</p>").find_all("a")]
    assert addresses == [None, public.url]


# --- Pictures, documents, video ------------------------------------------------------------------
@pytest.mark.django_db
def test_an_image_speaks_the_language_of_the_page(language):
    with translation.override(language):
        image = render("figure", {"image": make_image(), "caption": "", "width": "m"}).img
        assert image["alt"] == getattr(make_image(), f"alternative_text_{language}")
    assert image["width"] == "1200"
    widths = [candidate.split()[1] for candidate in image["srcset"].split(", ")]
    assert widths == ["400w", "800w", "1200w"]


@pytest.mark.django_db
def test_a_decorative_image_is_silent():
    image = make_image()
    image.decorative = True
    assert render("figure", {"image": image, "caption": "", "width": "m"}).img["alt"] == ""


def test_a_missing_image_leaves_nothing_behind():
    assert render("figure", {"image": None, "caption": "A", "width": "m"}).find() is None


def test_a_document_says_what_it_is(language):
    document = SiteDocument(
        pk=1,
        collection_id=1,
        title="A",
        language="fr",
        page_count=64,
        file_size=2_202_009,
        file="a.pdf",
    )
    with translation.override(language):
        tree = render("documents", {"title": "", "documents": [document]})
    facts = tree.select_one(".c-documents__facts").get_text()
    assert facts.startswith("PDF")
    assert "64" in facts
    assert tree.a.get("hreflang") == (None if language == "fr" else "fr")


@pytest.mark.parametrize(
    ("address", "player"),
    [
        ("https://www.youtube.com/watch?v=aqz-KE-bpKQ&t=1", "www.youtube-nocookie.com/embed/aqz"),
        ("https://youtu.be/aqz-KE-bpKQ", "www.youtube-nocookie.com/embed/aqz-KE-bpKQ"),
        ("https://www.youtube.com/shorts/aqz-KE-bpKQ", "www.youtube-nocookie.com/embed/aqz"),
        ("https://vimeo.com/1084537", "player.vimeo.com/video/1084537"),
    ],
)
def test_known_video_addresses(address, player):
    assert player in parse_video_address(address).embed_url


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/watch?v=aqz-KE-bpKQ",
        "https://www.youtube.com.example.org/watch?v=aqz-KE-bpKQ",
        "https://www.youtube.com@example.org/watch?v=aqz-KE-bpKQ",
        "https://www.youtube.com/watch?v=../../x",
        "https://www.youtube.com/playlist?list=x",
        "https://vimeo.com/١٢٣٤",
        "https://vimeo.com/",
        "ftp://vimeo.com/1084537",
        "https://[vimeo.com/1084537",
        "",
    ],
)
def test_other_addresses_are_no_videos(address):
    assert parse_video_address(address) is None


def test_an_unknown_video_address_is_refused():
    value = {"address": "https://example.org/a", "title": "A", "poster": None, "caption": ""}
    assert "YouTube or Vimeo" in refused("embed", value)


def test_a_video_loads_nothing_before_it_is_played():
    value = {"address": "https://vimeo.com/1084537", "title": "A", "poster": None, "caption": ""}
    tree = render("embed", value)
    assert tree.a["href"] == "https://vimeo.com/1084537"
    assert tree.find(["iframe", "img"]) is None
    assert all(script["src"].startswith("/static/") for script in tree.find_all("script"))


# --- Facts ---------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"caption": " "}, "caption"),
        ({"rows": []}, "at least one column and one row"),
        ({"columns": [{"type": "text", "heading": ""}], "rows": [{"values": ["a"]}]}, "heading"),
    ],
)
def test_a_table_that_cannot_be_understood_is_refused(change, message):
    assert message in refused("table", {"table": TABLE | change, "row_headers": True, "source": ""})


def test_a_table_is_named_and_can_be_scrolled_by_keyboard():
    value = {"table": TABLE, "row_headers": True, "source": ""}
    tree = render("table", value, {"anchor": "s-1"})
    region = tree.select_one("[role=region]")
    assert region["tabindex"] == "0"
    assert tree.find(id=region["aria-labelledby"]).get_text() == "Sums"
    assert [cell["scope"] for cell in tree.find_all("th")] == ["col", "col", "row"]


def test_numbers_are_written_as_the_reader_writes_them(language):
    with translation.override(language):
        tree = render("table", {"table": TABLE, "row_headers": True, "source": ""})
    text = tree.td.get_text(strip=True)
    assert "".join(character for character in text if character.isdigit()) == "12345675"
    assert text != "1234567.5"


def test_a_year_is_not_grouped():
    table = TABLE | {"rows": [{"values": ["Founded", "1982"]}]}
    assert render("table", {"table": table, "row_headers": True, "source": ""}).td.string == "1982"


# --- Cost ----------------------------------------------------------------------------------------
def raw_body(number):
    """Return a raw stream that refers to that many different images, pages and documents."""
    images = [make_image().pk for _ in range(number)]
    pages = [
        make_page(home_page(), slug=f"linked-{BasePage.objects.count()}").pk for _ in range(number)
    ]
    document = make_document("ar").pk
    link = EMPTY_LINK | {"label": "x"}
    figures = [("figure", {"image": key, "caption": "", "width": "m"}) for key in images]
    texts = [("rich_text", f'<p><a linktype="page" id="{key}">x</a></p>') for key in pages]
    actions = [("call_to_action", action() | {"link": link | {"page": key}}) for key in pages]
    cards = [{"page": key, "title": "", "text": ""} for key in pages]
    address = "https://vimeo.com/1084537"
    return stream(
        *figures,
        *texts,
        *actions,
        ("gallery", {"images": [{"image": key, "caption": ""} for key in images]}),
        ("embed", {"address": address, "title": "A", "poster": images[0], "caption": ""}),
        ("cards", {"title": "", "cards": cards}),
        ("documents", {"title": "", "documents": [document]}),
    )


def queries(number) -> list[str]:
    """Return the SQL of the second rendering, when every rendition exists."""
    body = raw_body(number)
    BodyStream().render(body)
    again = BodyStream().to_python(list(body.raw_data))
    with CaptureQueriesContext(connection) as captured:
        BodyStream().render(again)
    return [query["sql"] for query in captured]


@pytest.mark.django_db
def test_a_body_asks_once_for_each_kind_of_object():
    images, renditions, pages, documents = 1, 1, 1, 1
    for number in (2, 6):
        spent = queries(number)
        assert len(spent) == images + renditions + pages + documents, "\n".join(spent)


@pytest.mark.django_db
def test_canary_without_prefetching_a_body_asks_more(monkeypatch):
    careful = queries(4)
    monkeypatch.setattr("pages.blocks.prefetch.Prefetch.collect", lambda self, stream: None)
    assert len(queries(4)) > len(careful)


@pytest.mark.django_db
def test_what_is_gone_leaves_no_trace():
    value = stream(
        ("figure", {"image": 10**6, "caption": "", "width": "m"}),
        ("cards", {"title": "", "cards": [{"page": 10**6, "title": "", "text": ""}]}),
        ("documents", {"title": "", "documents": [10**6]}),
        ("rich_text", '<p><a linktype="page" id="1000000">words</a></p>'),
    )
    with prefetched(value):
        tree = BeautifulSoup(BodyStream().render(value), "html.parser")
    assert tree.find_all(["img", "li"]) == []
    assert tree.get_text(strip=True) == "words"


# --- Samples -------------------------------------------------------------------------------------
@pytest.mark.django_db
def test_every_sample_passes_its_own_rules(language):
    for name in set(samples.SAMPLES) - {"figure", "gallery", "documents"}:
        block(name).clean(block(name).normalize(samples.sample(name, language)))
