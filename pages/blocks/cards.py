"""Blocks that lead elsewhere: cards and calls to action."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .base import BodyBlock, PageChooserBlock, PlainParagraphBlock, PlainTextBlock
from .links import LinkBlock


class CardValue(blocks.StructValue):
    """A page as a card shows it."""

    @property
    def url(self) -> str:
        """Address of the page; empty when it is gone or not public."""
        page = self.get("page")
        return (page.url or "") if page and page.live else ""

    @property
    def shown_title(self) -> str:
        """The title written here, or the page's."""
        page = self.get("page")
        return self.get("title") or (page.title if page else "")

    @property
    def shown_text(self) -> str:
        """The text written here, or the page's introduction."""
        page = self.get("page")
        return self.get("text") or (getattr(page, "introduction", "") if page else "") or ""

    @property
    def accent(self) -> str:
        """Name of the accent of the page's place in the site."""
        return getattr(self.get("page"), "accent", "") or "institution"


class CardBlock(blocks.StructBlock):
    """A page, by default in its own words."""

    page = PageChooserBlock(label=_("Page"))
    title = PlainTextBlock(
        required=False,
        max_length=200,
        label=_("Title"),
        help_text=_("Left empty, the title of the page is used."),
    )
    text = PlainParagraphBlock(
        required=False,
        max_length=300,
        rows=2,
        label=_("Text"),
        help_text=_("Left empty, the introduction of the page is used."),
    )

    class Meta:
        icon = "doc-empty-inverse"
        label = _("Card")
        value_class = CardValue


class CardsBlock(BodyBlock):
    """Pages to go on with, as a small set of choices."""

    title = PlainTextBlock(required=False, max_length=200, label=_("Title"))
    cards = blocks.ListBlock(CardBlock(), min_num=1, max_num=12, label=_("Cards"))

    class Meta:
        icon = "copy"
        label = _("Cards")
        description = _("Pages of this site to choose from, each in the colour of its sector")
        group = _("Links")
        template = "blocks/cards.html"


class CallToActionBlock(BodyBlock):
    """One thing the reader is invited to do."""

    title = PlainTextBlock(max_length=200, label=_("Title"))
    text = PlainParagraphBlock(required=False, max_length=500, label=_("Text"))
    link = LinkBlock(label=_("Link"))
    style = blocks.ChoiceBlock(
        choices=[("strong", _("Strong: a coloured ground")), ("quiet", _("Quiet: a ruled line"))],
        default="quiet",
        label=_("Style"),
        search_index=False,
    )

    class Meta:
        icon = "arrow-right-full"
        label = _("Call to action")
        description = _("One thing the reader is invited to do, with one link")
        group = _("Links")
        template = "blocks/call_to_action.html"
