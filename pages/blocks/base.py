"""What every body block shares: plain-text fields, sample previews, bulk choosers."""

from typing import Any

from django.core.validators import RegexValidator
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock as WagtailDocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock as WagtailImageChooserBlock

from . import samples

#: Embeddings, overrides and their terminator (Unicode TR 9): they can disguise what a text says.
reject_bidi_overrides = RegexValidator(
    "[\u202a-\u202e]",
    _("This text holds invisible marks that change its direction. Type it again without them."),
    code="bidi_override",
    inverse_match=True,
)

#: Widths (CSS px) an image of the body is offered in; WebP, cut to the width, never enlarged.
IMAGE_WIDTHS = (400, 800, 1200)
IMAGE_FILTERS = tuple(f"width-{width}|format-webp" for width in IMAGE_WIDTHS)


class PlainTextBlock(blocks.CharBlock):
    """One line of text without markup or direction overrides."""

    def __init__(self, *, max_length: int = 255, **kwargs: Any) -> None:
        validators = (*kwargs.pop("validators", ()), reject_bidi_overrides)
        super().__init__(max_length=max_length, validators=validators, **kwargs)


class PlainParagraphBlock(blocks.TextBlock):
    """A few lines of text without markup or direction overrides."""

    def __init__(self, *, max_length: int = 1000, rows: int = 3, **kwargs: Any) -> None:
        validators = (*kwargs.pop("validators", ()), reject_bidi_overrides)
        super().__init__(max_length=max_length, rows=rows, validators=validators, **kwargs)


class ImageChooserBlock(WagtailImageChooserBlock):
    """Chooses an image; a whole stream's images and renditions load in two queries."""

    def bulk_to_python(self, values: Any) -> list[Any]:
        queryset = self.model_class.objects.prefetch_renditions(*IMAGE_FILTERS)
        return _in_order(queryset, values)


class PageChooserBlock(blocks.PageChooserBlock):
    """Chooses a page; a whole stream's pages load in one query, with their lead images."""

    def bulk_to_python(self, values: Any) -> list[Any]:
        return _in_order(self.model_class.objects.all(), values)


class DocumentChooserBlock(WagtailDocumentChooserBlock):
    """Chooses a document; a whole stream's documents load in one query."""


def _in_order(queryset: Any, values: Any) -> list[Any]:
    """Return the objects whose keys are `values`, in that order, None for what is gone."""
    keys = list(values)
    objects = queryset.in_bulk({key for key in keys if key is not None})
    return [objects.get(key) for key in keys]


class BodyBlock(blocks.StructBlock):
    """A struct that previews itself with a sample in the editor's interface language."""

    def get_preview_value(self) -> Any:
        return self.normalize(samples.sample(self.name, get_language()))

    class Meta:
        preview_template = "blocks/preview.html"
