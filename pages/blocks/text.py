"""Blocks of running text: headings, prose, quotations, accordions."""

from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from pages.validators import reject_bidi_overrides

from . import samples
from .base import BodyBlock, PlainParagraphBlock, PlainTextBlock
from .links import LinkBlock
from .prefetch import note_links

PROSE_FEATURES = ("bold", "italic", "link", "document-link", "ul", "ol")


class HeadingBlock(BodyBlock):
    """A heading of the page's outline, with an anchor that survives rewording."""

    level = blocks.ChoiceBlock(
        choices=[("h2", _("Section")), ("h3", _("Subsection"))],
        default="h2",
        label=_("Level"),
        search_index=False,
    )
    text = PlainTextBlock(max_length=200, label=_("Text"))

    class Meta:
        icon = "title"
        label = _("Heading")
        description = _("Opens a section or a subsection and can be linked to")
        group = _("Text")
        template = "blocks/heading.html"


class ProseBlock(blocks.RichTextBlock):
    """Paragraphs and lists with emphasis and links; no headings."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("features", list(PROSE_FEATURES))
        kwargs["validators"] = (*kwargs.get("validators", ()), reject_bidi_overrides)
        super().__init__(**kwargs)

    def bulk_to_python(self, values: Any) -> list[Any]:
        values = list(values)
        note_links(values)
        return super().bulk_to_python(values)

    def get_preview_value(self) -> Any:
        return self.normalize(samples.sample("rich_text", get_language()))

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        description = _("Paragraphs and lists, with emphasis and links")
        group = _("Text")
        template = "blocks/rich_text.html"
        preview_template = "blocks/preview.html"


class QuotationBlock(BodyBlock):
    """Words of someone else, with who said them and where."""

    text = PlainParagraphBlock(
        label=_("Quotation"), help_text=_("Without quotation marks: the page adds them.")
    )
    attribution = PlainTextBlock(required=False, max_length=200, label=_("Who said it"))
    source = LinkBlock(required=False, label=_("Source"))

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        description = _("Someone's own words, with the name and the source")
        group = _("Text")
        template = "blocks/quotation.html"


class AccordionItemBlock(blocks.StructBlock):
    """A question or title that opens onto its text."""

    title = PlainTextBlock(max_length=200, label=_("Title"))
    text = ProseBlock(label=_("Text"))

    class Meta:
        icon = "list-ul"
        label = _("Part")


class AccordionBlock(BodyBlock):
    """Texts folded under their titles."""

    parts = blocks.ListBlock(AccordionItemBlock(), min_num=1, label=_("Parts"))

    class Meta:
        icon = "list-ul"
        label = _("Accordion")
        description = _("Texts folded under their titles, for details not everyone needs")
        group = _("Text")
        template = "blocks/accordion.html"
