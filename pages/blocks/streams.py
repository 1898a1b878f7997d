"""Composition of blocks into streams; each block is defined beside its kind."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from wagtail import blocks
from wagtail.blocks.stream_block import StreamBlockValidationError

from .cards import CallToActionBlock, CardsBlock
from .data import KeyFiguresBlock, TableBlock, TimelineBlock
from .media import DocumentsBlock, EmbedBlock, FigureBlock, GalleryBlock
from .prefetch import prefetched
from .text import AccordionBlock, HeadingBlock, ProseBlock, QuotationBlock


def anchor(block_id: str | None) -> str:
    """Return the fragment identifier of a block: stable for as long as the block exists."""
    return f"s-{block_id.replace('-', '')[:10]}" if block_id else ""


class BodyStream(blocks.StreamBlock):
    """The body of a page."""

    heading = HeadingBlock()
    rich_text = ProseBlock()
    quotation = QuotationBlock()
    figure = FigureBlock()
    gallery = GalleryBlock()
    documents = DocumentsBlock()
    embed = EmbedBlock()
    key_figures = KeyFiguresBlock()
    timeline = TimelineBlock()
    table = TableBlock()
    accordion = AccordionBlock()
    call_to_action = CallToActionBlock()
    cards = CardsBlock()

    class Meta:
        required = False
        template = "blocks/body_stream.html"

    def clean(self, value: blocks.StreamValue) -> blocks.StreamValue:
        value = super().clean(value)
        if self.is_deferred_validation:
            return value
        seen_section = False
        for index, child in enumerate(value):
            if child.block_type != "heading":
                continue
            if child.value["level"] == "h2":
                seen_section = True
            elif not seen_section:
                message = gettext("A subsection needs a section heading somewhere before it.")
                raise StreamBlockValidationError(block_errors={index: ValidationError(message)})
        return value

    def render(self, value: blocks.StreamValue, context: Any = None) -> SafeString:
        with prefetched(value):
            return super().render(value, context)

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        context = super().get_context(value, parent_context)
        context["parts"] = list(body_parts(value))
        return context


def body_parts(value: blocks.StreamValue) -> Any:
    """Yield each block with its anchor and the level of headings inside it (2 to 4)."""
    level = 2
    for child in value:
        if child.block_type == "heading":
            level = int(child.value["level"][1]) + 1
        yield {"block": child, "anchor": anchor(child.id), "heading_level": level}
