"""One definition of emptiness for translated values."""

import re
from collections.abc import Mapping
from html import unescape
from typing import Any

from django.utils.html import strip_tags
from wagtail.blocks import (
    Block,
    BooleanBlock,
    ChoiceBlock,
    ListBlock,
    MultipleChoiceBlock,
    StreamBlock,
    StreamValue,
    StructBlock,
)
from wagtail.rich_text import RichText

# Elements that are content though they hold no text.
EMBEDDED_CONTENT = re.compile(r"<(img|embed|iframe|video|audio|svg|hr)\b", re.IGNORECASE)
VISIBLE = re.compile(
    r"[^\s\u00a0\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe0f\ufeff]"
)
# Blocks that say how something is shown, and nothing by themselves.
PRESENTATION_BLOCKS = (BooleanBlock, ChoiceBlock, MultipleChoiceBlock)


def is_blank(value: Any) -> bool:
    """Tell whether a value of a translated field says nothing to a reader.

    ``None``, white space, invisible format characters, markup without text
    (``<p data-block-key="x"></p>``) and streams of blocks that hold nothing else are blank; an
    image, an embed or the number nought are not.
    """
    if value is None:
        return True
    if isinstance(value, str):
        return is_blank_text(value)
    if isinstance(value, RichText):
        return is_blank_text(value.source or "")
    if isinstance(value, StreamValue):
        return is_blank_block(value.stream_block, list(value.raw_data))
    return not value and value != 0


def is_blank_text(text: str) -> bool:
    """Tell whether a text, plain or HTML, shows nothing."""
    if "<" in text or "&" in text:
        if EMBEDDED_CONTENT.search(text):
            return False
        text = unescape(strip_tags(text))
    return not VISIBLE.search(text)


def is_blank_block(block: Block | None, raw: Any) -> bool:
    """Tell whether the stored value of a block shows nothing; asks the database nothing.

    ``raw`` is the value as JSON holds it; ``block`` is its definition, where that is known.
    """
    if isinstance(block, PRESENTATION_BLOCKS):
        return True
    if isinstance(raw, Mapping):
        if isinstance(block, StructBlock):
            children = block.child_blocks.items()
            return all(is_blank_block(child, raw.get(name)) for name, child in children)
        return all(is_blank_block(None, item) for item in raw.values())
    if isinstance(raw, list | tuple):
        return all(is_blank_block(*stored_item(block, item)) for item in raw)
    return is_blank(raw)


def stored_item(block: Block | None, item: Any) -> tuple[Block | None, Any]:
    """Return the definition and the value of one item that a stream or a list stores."""
    if isinstance(block, StreamBlock):
        return block.child_blocks.get(item["type"]), item["value"]
    if isinstance(block, ListBlock):
        wrapped = isinstance(item, Mapping) and item.get("type") == "item" and "value" in item
        return block.child_block, item["value"] if wrapped else item
    return None, item
