"""Sample content for previews and the style guide: the institution's own words, three languages.

Samples that need a page or an image use what the site holds; their documents are never saved.
"""

from collections.abc import Callable
from itertools import cycle, islice
from typing import Any

import swapper
from wagtail.documents import get_document_model
from wagtail.images import get_image_model

from isesco_site.languages import BY_CODE, CANONICAL, LANGUAGES

from . import sample_texts
from .prefetch import load_pages

SECTOR_SLUGS = ("education", "culture", "science", "human-sciences")


def sample(block_name: str, language: str | None) -> Any:
    """Return a native value for the body block `block_name`, in `language` or else English."""
    code = (language or CANONICAL).split("-")[0]
    words = sample_texts.BY_LANGUAGE[code if code in BY_CODE else CANONICAL]
    return SAMPLES[block_name](words)


def _empty_link() -> dict[str, Any]:
    return {"page": None, "document": None, "address": "", "address_language": "", "label": ""}


def _images(count: int) -> list[Any]:
    """Return `count` images of the library, repeated if there are fewer; None where it is empty."""
    images = list(get_image_model().objects.order_by("pk")[:count]) or [None]
    return list(islice(cycle(images), count))


def _page(slug: str) -> Any:
    """Return the public page with this slug, else the home page."""
    pages = swapper.load_model("wagtailcore", "Page").objects.live()
    return pages.filter(slug=slug).first() or pages.filter(depth=2).first()


def _sector_cards(words: Any) -> list[dict[str, Any]]:
    """Return a card for each sector; with the home page in the place of a missing one."""
    chosen = {slug: _page(slug) for slug in SECTOR_SLUGS}
    pages = load_pages({page.pk for page in chosen.values()})
    titles = zip(chosen.items(), words["sectors"], strict=True)
    return [
        {"page": pages[page.pk], "title": "" if page.slug == slug else title, "text": ""}
        for (slug, page), title in titles
    ]


def _documents_of(words: Any) -> list[Any]:
    """Return three unsaved documents, one per language."""
    model = get_document_model()
    return [
        model(
            pk=0,
            title=words["document"],
            language=language.code,
            page_count=64,
            file_size=2_202_009,
            file="documents/sample.pdf",
        )
        for language in LANGUAGES
    ]


def _heading(words: Any) -> Any:
    return {"level": "h2", "text": words["section"]}


def _rich_text(words: Any) -> Any:
    points = "".join(f"<li>{objective}</li>" for objective in words["objectives"][3:6])
    return f"<p>{words['paragraph']}</p><ul>{points}</ul><p>{words['emphasis']}</p>"


def _quotation(words: Any) -> Any:
    link = {**_empty_link(), "page": _page("mission"), "label": words["mission_title"]}
    return {"text": words["mission"], "attribution": words["institution"], "source": link}


def _figure(words: Any) -> Any:
    return {"image": _images(1)[0], "caption": words["caption"], "width": "m"}


def _gallery(words: Any) -> Any:
    return {"images": [{"image": image, "caption": words["caption"]} for image in _images(3)]}


def _documents(words: Any) -> Any:
    return {"title": words["documents_title"], "documents": _documents_of(words)}


def _embed(words: Any) -> Any:
    return {
        "address": "https://vimeo.com/1084537",
        "title": words["video_title"],
        "poster": _images(1)[0],
        "caption": words["video_caption"],
    }


def _key_figures(words: Any) -> Any:
    return {
        "figures": [
            {"value": value, "label": label, "source": ""} for value, label in words["figures"]
        ]
    }


def _timeline(words: Any) -> Any:
    return {
        "entries": [
            {"date": date, "machine_date": None, "title": title, "text": text}
            for date, title, text in words["timeline"]
        ]
    }


def _table(words: Any) -> Any:
    table = words["table"]
    kinds = ("text", "text", "number")
    columns = zip(kinds, table["headings"], strict=True)
    return {
        "table": {
            "columns": [{"type": kind, "heading": heading} for kind, heading in columns],
            "rows": [{"values": list(row)} for row in table["rows"]],
            "caption": table["caption"],
        },
        "row_headers": True,
        "source": words["institution"],
    }


def _accordion(words: Any) -> Any:
    return {"parts": [{"title": title, "text": f"<p>{text}</p>"} for title, text in words["parts"]]}


def _call_to_action(words: Any) -> Any:
    link = {**_empty_link(), "page": _page("mission"), "label": words["action_label"]}
    return {
        "title": words["action_title"],
        "text": words["mission"],
        "link": link,
        "style": "strong",
    }


def _cards(words: Any) -> Any:
    return {"title": words["sectors_title"], "cards": _sector_cards(words)}


SAMPLES: dict[str, Callable[[Any], Any]] = {
    "heading": _heading,
    "rich_text": _rich_text,
    "quotation": _quotation,
    "figure": _figure,
    "gallery": _gallery,
    "documents": _documents,
    "embed": _embed,
    "key_figures": _key_figures,
    "timeline": _timeline,
    "table": _table,
    "accordion": _accordion,
    "call_to_action": _call_to_action,
    "cards": _cards,
}
