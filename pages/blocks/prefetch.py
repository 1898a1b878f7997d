"""One query per kind of object, however many blocks of a body refer to it.

Wagtail loads the objects of all blocks of one type together; a body whose images stand in
figures, galleries and videos would still ask three times. While a stream is rendered, its blocks
first say what they refer to, all of it is loaded, and only then do they take their objects.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

import swapper
from wagtail.blocks import StreamValue
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.rich_text import extract_references_from_rich_text

#: Widths (CSS px) an image of the body is offered in; WebP, cut to the width, never enlarged.
IMAGE_WIDTHS = (400, 800, 1200)
IMAGE_FILTERS = tuple(f"width-{width}|format-webp" for width in IMAGE_WIDTHS)

Load = Callable[[set[int]], dict[int, Any]]


def load_images(keys: set[int]) -> dict[int, Any]:
    """Return images by primary key, with the renditions that the body shows."""
    return get_image_model().objects.prefetch_renditions(*IMAGE_FILTERS).in_bulk(keys)


def load_documents(keys: set[int]) -> dict[int, Any]:
    """Return documents by primary key."""
    return get_document_model().objects.in_bulk(keys)


def load_pages(keys: set[int]) -> dict[int, Any]:
    """Return pages by primary key; specific only where the page type has an accent of its own."""
    model = swapper.load_model("wagtailcore", "Page")
    pages = model.objects.in_bulk(keys)
    accented = defaultdict(list)
    for page in pages.values():
        specific = page.specific_class
        if specific and specific.accent is not model.accent:
            accented[specific].append(page.pk)
    for specific, specific_keys in accented.items():
        queryset = specific.objects.select_related(*specific.routing_select_related)
        pages |= queryset.in_bulk(specific_keys)
    return pages


class Prefetch:
    """What a stream refers to, by the function that loads it."""

    def __init__(self) -> None:
        self.keys: defaultdict[Load, set[int]] = defaultdict(set)
        self.objects: dict[Load, dict[int, Any]] | None = None

    @property
    def is_collecting(self) -> bool:
        """Whether the blocks are still saying what they refer to."""
        return self.objects is None

    def collect(self, stream: StreamValue) -> None:
        """Note the keys of everything the stream's blocks refer to."""
        values = defaultdict(list)
        for item in stream.raw_data:
            values[item["type"]].append(item["value"])
        for name, raw_values in values.items():
            stream.stream_block.child_blocks[name].bulk_to_python(raw_values)

    def load(self) -> None:
        """Load what was noted."""
        self.objects = {load: load(keys) for load, keys in self.keys.items() if keys}


_current: ContextVar[Prefetch | None] = ContextVar("prefetch", default=None)


@contextmanager
def prefetched(stream: StreamValue) -> Iterator[None]:
    """Let the blocks of `stream` find what they refer to already loaded, within the context."""
    prefetch = Prefetch()
    token = _current.set(prefetch)
    try:
        prefetch.collect(stream)
        prefetch.load()
        yield
    finally:
        _current.reset(token)


def fetch(load: Load, keys: Iterable[int | None]) -> list[Any]:
    """Return the objects with these primary keys in their order; None for a key without one."""
    keys = list(keys)
    wanted = {key for key in keys if key is not None}
    current = _current.get()
    if current and current.is_collecting:
        current.keys[load] |= wanted
        return [None] * len(keys)
    objects = dict(current.objects.get(load, {})) if current and current.objects else {}
    if unknown := wanted - (current.keys[load] if current else set()):
        objects |= load(unknown)
    return [objects.get(key) if key is not None else None for key in keys]


def note_links(rich_texts: Iterable[str]) -> None:
    """Note the pages and documents that rich text in Wagtail's database form links to."""
    current = _current.get()
    if not (current and current.is_collecting):
        return
    loads = {
        swapper.load_model("wagtailcore", "Page"): load_pages,
        get_document_model(): load_documents,
    }
    for html in rich_texts:
        for model, key, *_path in extract_references_from_rich_text(html or ""):
            if model in loads and str(key).isdigit():
                current.keys[loads[model]].add(int(key))
