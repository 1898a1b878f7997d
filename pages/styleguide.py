"""What the style guide shows: every component and every body block, in each language."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import Block

from isesco_site.languages import LANGUAGES, Language
from pages.blocks import sample_texts, samples
from pages.blocks.streams import BodyStream

ACCENTS = ("institution", "education", "culture", "science", "human-sciences")
TYPE_STEPS = (
    "heading-xl",
    "heading-l",
    "heading-m",
    "heading-s",
    "text-l",
    "text-m",
    "text-s",
)

Render = Callable[[Language], str]
Contexts = Callable[[str], list[dict[str, Any]]]


@dataclass(frozen=True)
class Sample:
    """A specimen in one language, rendered."""

    language: Language
    html: str


@dataclass(frozen=True)
class Specimen:
    """A component or block: its name in code, its name for people, its samples."""

    name: str
    label: str | Promise
    description: str | Promise
    samples: tuple[Sample, ...]


def block_specimens(request: HttpRequest) -> Iterator[Specimen]:
    """Yield each block of the body stream, rendered with its sample in each language."""
    for name, block in BodyStream().child_blocks.items():
        render = partial(_render_block, request, block)
        yield _specimen(name, block.label, block.get_description(), render)


def component_specimens() -> Iterator[Specimen]:
    """Yield each component with sample context in each language."""
    for name, (label, contexts) in COMPONENTS.items():
        yield _specimen(name, label, "", partial(_render_component, name, contexts))


def _render_block(request: HttpRequest, block: Block, language: Language) -> str:
    context = {
        "anchor": f"{block.name}-{language.code}",
        "heading_level": 4,
        "is_sample": True,
        "request": request,
    }
    return block.render(block.get_preview_value(), context)


def _render_component(name: str, contexts: Contexts, language: Language) -> str:
    template = f"components/{name}.html"
    parts = [render_to_string(template, context) for context in contexts(language.code)]
    return SafeString("".join(parts))


def type_specimens() -> list[dict[str, Any]]:
    """Return the words that show the type scale, per language."""
    return [
        {"language": language, "words": sample_texts.BY_LANGUAGE[language.code]["objectives"][0]}
        for language in LANGUAGES
    ]


def _specimen(name: str, label: Any, description: Any, render: Render) -> Specimen:
    rendered = []
    for language in LANGUAGES:
        with translation.override(language.code):
            rendered.append(Sample(language, render(language)))
    return Specimen(name, label, description, tuple(rendered))


def _each_accent(_language: str) -> list[dict[str, Any]]:
    return [{"name": accent} for accent in ACCENTS]


def _image(language: str) -> dict[str, Any]:
    return samples.sample("figure", language)["image"]


def _lead_images(language: str) -> list[dict[str, Any]]:
    image = _image(language)
    return [{"image": image}] if image else []


COMPONENTS: dict[str, tuple[str | Promise, Contexts]] = {
    "arrow": (_("Arrow"), lambda _language: [{}]),
    "lead_image": (_("Lead image"), _lead_images),
    "mark": (_("Mark"), _each_accent),
    "ornament": (_("Ornament"), _each_accent),
    "picture": (_("Stand-in for a picture"), lambda _language: [{"image": None}]),
}
