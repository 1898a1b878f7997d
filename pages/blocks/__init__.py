"""StreamField blocks of the institutional pages. Page models use ``streams.BodyStream``."""

from .cards import CallToActionBlock, CardBlock, CardsBlock
from .data import KeyFiguresBlock, TableBlock, TimelineBlock
from .links import LinkBlock, LinkValue
from .media import DocumentsBlock, EmbedBlock, FigureBlock, GalleryBlock
from .streams import BodyStream
from .text import AccordionBlock, HeadingBlock, ProseBlock, QuotationBlock

__all__ = [
    "AccordionBlock",
    "BodyStream",
    "CallToActionBlock",
    "CardBlock",
    "CardsBlock",
    "DocumentsBlock",
    "EmbedBlock",
    "FigureBlock",
    "GalleryBlock",
    "HeadingBlock",
    "KeyFiguresBlock",
    "LinkBlock",
    "LinkValue",
    "ProseBlock",
    "QuotationBlock",
    "TableBlock",
    "TimelineBlock",
]
