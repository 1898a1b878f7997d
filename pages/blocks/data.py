"""Blocks of facts: key figures, timelines, tables."""

from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.contrib.typed_table_block.blocks import (
    TypedTableBlock,
    TypedTableBlockValidationError,
)

from .base import BodyBlock, PlainParagraphBlock, PlainTextBlock
from .text import ProseBlock


class KeyFigureBlock(blocks.StructBlock):
    """A figure and what it counts."""

    value = PlainTextBlock(
        max_length=20, label=_("Figure"), help_text=_("With its unit where it has one: 12%")
    )
    label = PlainTextBlock(max_length=120, label=_("What it counts"))
    source = PlainTextBlock(required=False, max_length=200, label=_("Source"))

    class Meta:
        icon = "order"
        label = _("Key figure")


class KeyFiguresBlock(BodyBlock):
    """A few figures set large."""

    figures = blocks.ListBlock(KeyFigureBlock(), min_num=1, max_num=8, label=_("Figures"))

    class Meta:
        icon = "order"
        label = _("Key figures")
        description = _("A few figures set large, each with what it counts and its source")
        group = _("Facts")
        template = "blocks/key_figures.html"


class TimelineEntryBlock(blocks.StructBlock):
    """Something that happened, and when."""

    date = PlainTextBlock(
        max_length=60, label=_("Date"), help_text=_("As readers should see it: May 1982")
    )
    machine_date = blocks.DateBlock(
        required=False, label=_("Exact date"), help_text=_("For search engines, if it is known")
    )
    title = PlainTextBlock(max_length=200, label=_("Title"))
    text = PlainParagraphBlock(required=False, label=_("Text"))

    class Meta:
        icon = "date"
        label = _("Event")


class TimelineBlock(BodyBlock):
    """Events in the order they happened."""

    entries = blocks.ListBlock(TimelineEntryBlock(), min_num=1, label=_("Events"))

    class Meta:
        icon = "history"
        label = _("Timeline")
        description = _("Events in the order they happened, with their dates in the margin")
        group = _("Facts")
        template = "blocks/timeline.html"


class TableGridBlock(TypedTableBlock):
    """The cells of a table; each column holds one kind of cell."""

    text = PlainTextBlock(required=False, label=_("Text"))
    number = blocks.DecimalBlock(required=False, label=_("Number"))
    rich_text = ProseBlock(required=False, label=_("Text with links"))


class TableValue(blocks.StructValue):
    """A table as the template walks through it."""

    @property
    def rows(self) -> list[list[Any]]:
        """Rows of bound cells."""
        return list(self["table"].rows)


class TableBlock(BodyBlock):
    """A table with a caption and named columns."""

    table = TableGridBlock(label=_("Table"))
    row_headers = blocks.BooleanBlock(
        required=False, default=True, label=_("The first column names the rows")
    )
    source = PlainTextBlock(required=False, max_length=200, label=_("Source"))

    class Meta:
        icon = "table"
        label = _("Table")
        description = _("Rows and columns of text or numbers, with a caption")
        group = _("Facts")
        template = "blocks/table.html"
        value_class = TableValue

    def clean(self, value: TableValue) -> TableValue:
        value = super().clean(value)
        if self.is_deferred_validation:
            return value
        problems = list(_table_problems(value["table"]))
        if problems:
            error = TypedTableBlockValidationError(non_block_errors=problems)
            raise StructBlockValidationError(block_errors={"table": error})
        return value


def _table_problems(table: Any) -> Any:
    """Yield a message for whatever keeps the table from being understood when read aloud."""
    if not table.columns or not table.row_data:
        yield gettext("A table needs at least one column and one row.")
    if not table.caption.strip():
        yield gettext("Write a caption that says what the table is about.")
    if any(not column["heading"].strip() for column in table.columns):
        yield gettext("Write a heading for each column.")
