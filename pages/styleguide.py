"""What the style guide shows: every component and every body block, in each language."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from django import forms
from django.core.paginator import Paginator
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
    for name, component in COMPONENTS.items():
        yield _specimen(name, component.label, "", partial(_render_component, name, component))


def _render_block(request: HttpRequest, block: Block, language: Language) -> str:
    context = {
        "anchor": f"{block.name}-{language.code}",
        "heading_level": 4,
        "is_sample": True,
        "request": request,
    }
    return block.render(block.get_preview_value(), context)


def _render_component(name: str, component: "Component", language: Language) -> str:
    contexts = component.contexts(language.code)
    parts = [render_to_string(f"components/{name}.html", context) for context in contexts]
    start, end = WRAPPERS[component.wrapper]
    return SafeString(f"{start}{''.join(parts)}{end}") if parts else ""


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


def _lead_images(language: str) -> list[dict[str, Any]]:
    image = samples.sample("figure", language)["image"]
    return [{"image": image}] if image else []


def _pages(language: str) -> list[Any]:
    return [card["page"] for card in samples.sample("cards", language)["cards"]]


def _entries(language: str) -> list[dict[str, Any]]:
    return [
        {"page": page, "accent": page.accent, "period": "2016–2018"} for page in _pages(language)
    ]


def _more(language: str) -> list[dict[str, Any]]:
    page = _pages(language)[0]
    return [{"url": page.url, "text": page.title}]


def _pagination(_language: str) -> list[dict[str, Any]]:
    return [{"page_obj": Paginator(range(30), 10).page(2), "query": ""}]


def _form_fields(language: str) -> list[dict[str, Any]]:
    form = SampleForm({}, auto_id=f"sample-{language}-%s")
    return [{"field": field} for field in form]


class SampleForm(forms.Form):
    """One field of each kind; the first two have an error because nothing was sent."""

    name = forms.CharField(label=_("Name"))
    email = forms.EmailField(label=_("E-mail address"), help_text=_("We answer to this address."))
    message = forms.CharField(label=_("Message"), widget=forms.Textarea, required=False)
    agreed = forms.BooleanField(label=_("I agree"), required=False)
    language = forms.ChoiceField(
        label=_("Language"),
        choices=[(language.code, language.name) for language in LANGUAGES],
        widget=forms.RadioSelect,
        required=False,
    )


@dataclass(frozen=True)
class Component:
    """How the style guide shows a component: once for each context, in one of `WRAPPERS`."""

    label: str | Promise
    contexts: Contexts
    wrapper: str = "block"


#: Start and end of what the specimens of a component stand in.
WRAPPERS = {
    "block": ("<div>", "</div>"),
    "form": ('<div class="c-form">', "</div>"),
    "list": ('<ul role="list">', "</ul>"),
    "row": ('<div class="c-styleguide__row">', "</div>"),
}


COMPONENTS = {
    "arrow": Component(_("Arrow"), lambda _language: [{}]),
    "doors": Component(_("Links to the sectors"), lambda language: [{"sectors": _pages(language)}]),
    "entry": Component(_("List entries"), _entries, wrapper="list"),
    "form_field": Component(_("Form fields"), _form_fields, wrapper="form"),
    "lead_image": Component(_("Lead image"), _lead_images),
    "mark": Component(_("Emblem"), _each_accent, wrapper="row"),
    "more": Component(_("Link to read on"), _more),
    "ornament": Component(_("Ornament"), _each_accent, wrapper="row"),
    "pagination": Component(_("Pagination"), _pagination),
    "picture": Component(_("Placeholder for a picture"), lambda _language: [{"image": None}]),
}

#: Components that are seen in another specimen, or not without a page around them.
SEEN_ELSEWHERE = {
    "body": "the blocks",
    "door": "the doors",
    "form_errors": "takes the focus as soon as its page opens",
    "form_field_notes": "the form fields",
}
