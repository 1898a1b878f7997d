"""Reads content files: one TOML file for each page or object, three languages side by side."""

import hashlib
import json
import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import Any

from django.apps import apps
from django.db.models import Model

ADDRESS = re.compile(r"/(?:[a-z0-9-]+/)*")
HEADS = ("page", "object")
PARTS = {"fields", "streams", "children"}


class ContentError(Exception):
    """A content file that cannot be loaded; the message names the file and the key."""

    def __init__(self, source: Path, key: str, problem: str) -> None:
        place = "/".join(source.parts[-3:])
        super().__init__(f"{place}: {key}: {problem}" if key else f"{place}: {problem}")


@dataclass(frozen=True)
class ContentItem:
    """One page or object, as its file describes it.

    ``head`` is the table ``[page]`` (model, address, order) or ``[object]`` (model, match).
    """

    source: Path
    kind: str
    head: dict[str, Any]
    fields: dict[str, Any]
    streams: dict[str, list[dict[str, Any]]]
    children: dict[str, list[dict[str, Any]]]
    model: type[Model]

    @property
    def address(self) -> str:
        """The path of a page below its language: "/about/". Empty for an object."""
        return self.head.get("address", "")

    @property
    def key(self) -> str:
        """What tells this item from all others."""
        if self.kind == "page":
            return self.address
        match = " ".join(f"{name}={value}" for name, value in sorted(self.head["match"].items()))
        return f"{self.model._meta.label} {match}"

    @property
    def parent_address(self) -> str:
        """The address of the page above: "/" for "/about/"; empty for the home page."""
        return self.address[: self.address.rstrip("/").rfind("/") + 1]

    @property
    def slug(self) -> str:
        """The last component of the address; the home page's is "home"."""
        return self.address.rstrip("/").rsplit("/", 1)[-1] or "home"

    @cached_property
    def digest(self) -> str:
        """The SHA-256 of the content, whatever the file's comments and layout."""
        data = [self.kind, self.head, self.fields, self.streams, self.children]
        return hashlib.sha256(json.dumps(data, sort_keys=True, default=str).encode()).hexdigest()

    def error(self, key: str, problem: str) -> ContentError:
        """Return an error about ``key`` of this item's file."""
        return ContentError(self.source, key, problem)


def content_directories() -> list[Path]:
    """Return the directory ``content`` of each application that has one."""
    candidates = (Path(config.path) / "content" for config in apps.get_app_configs())
    return [path for path in candidates if path.is_dir() and any(path.glob("*.toml"))]


def read_content(directories: Iterable[Path]) -> list[ContentItem]:
    """Read every content file, in an order in which each item comes after what it refers to.

    Raises:
        ContentError: a file that is not TOML, an unknown table or model, an address that is
            malformed, given twice or without a page above it, or items that refer in a circle.
    """
    items: dict[str, ContentItem] = {}
    for directory in directories:
        for source in sorted(directory.glob("*.toml")):
            item = read_item(source)
            if item.key in items:
                other = items[item.key].source.name
                raise item.error(item.kind, f"{item.key} is described in {other}, too")
            items[item.key] = item
    for item in items.values():
        if item.parent_address and item.parent_address not in items:
            raise item.error("page.address", f"no file describes the page {item.parent_address}")
    return in_loading_order(items)


def read_item(source: Path) -> ContentItem:
    """Read one content file.

    Raises:
        ContentError: see :func:`read_content`.
    """
    try:
        data = tomllib.loads(source.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ContentError(source, "", f"not a TOML file: {error}") from error
    kinds = [name for name in HEADS if name in data]
    if len(kinds) != 1:
        raise ContentError(source, "", "needs either a table [page] or a table [object]")
    kind, head = kinds[0], data[kinds[0]]
    for name in data.keys() - PARTS - {kind}:
        raise ContentError(source, name, "not a known table")
    try:
        model = apps.get_model(head.get("model", ""))
    except (LookupError, ValueError) as error:
        raise ContentError(source, f"{kind}.model", str(error)) from error
    if kind == "page" and not ADDRESS.fullmatch(head.get("address", "")):
        raise ContentError(source, "page.address", "needs an address such as /about/")
    if kind == "object" and not head.get("match"):
        raise ContentError(source, "object.match", "needs at least one field to find it by")
    parts = {name: data.get(name, {}) for name in PARTS}
    return ContentItem(source=source, kind=kind, head=head, model=model, **parts)


def in_loading_order(items: dict[str, ContentItem]) -> list[ContentItem]:
    """Sort items so that each comes after its parent and what it refers to."""
    sorter = TopologicalSorter({key: dependencies(item, items) for key, item in items.items()})
    try:
        sorter.prepare()
    except CycleError as error:
        circle = " → ".join(error.args[1])
        raise items[error.args[1][0]].error("", f"items refer in a circle: {circle}") from error
    ordered = []
    while sorter.is_active():
        ready = sorted(sorter.get_ready(), key=lambda key: (items[key].head.get("order", 0), key))
        ordered += [items[key] for key in ready]
        sorter.done(*ready)
    return ordered


def dependencies(item: ContentItem, items: dict[str, ContentItem]) -> set[str]:
    """Return the keys of the items that have to be loaded before ``item``."""
    found = {"/"} if item.kind == "object" else {item.parent_address}
    for text in strings([item.fields, item.streams, item.children]):
        found.add(text.partition("#")[0])
        found.update(re.findall(r'href="page:([^"]*)"', text))
    return {key for key in found if key in items and key != item.key}


def strings(value: Any) -> Iterator[str]:
    """Yield every string inside ``value``."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from strings(part)
    elif isinstance(value, list):
        for part in value:
            yield from strings(part)
