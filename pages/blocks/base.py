"""What every body block shares: plain-text fields, sample previews, bulk choosers."""

from typing import Any

from django.utils.translation import get_language
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock as WagtailDocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock as WagtailImageChooserBlock

from pages.validators import reject_bidi_overrides

from . import samples
from .prefetch import fetch, load_documents, load_images, load_pages


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
    """Chooses an image, loaded with the renditions that the body shows."""

    def bulk_to_python(self, values: Any) -> list[Any]:
        return fetch(load_images, values)


class PageChooserBlock(blocks.PageChooserBlock):
    """Chooses a page of any type."""

    def bulk_to_python(self, values: Any) -> list[Any]:
        return fetch(load_pages, values)


class DocumentChooserBlock(WagtailDocumentChooserBlock):
    """Chooses a document."""

    def bulk_to_python(self, values: Any) -> list[Any]:
        return fetch(load_documents, values)


class BodyBlock(blocks.StructBlock):
    """A struct that previews itself with a sample in the editor's interface language."""

    def get_preview_value(self) -> Any:
        return self.normalize(samples.sample(self.name, get_language()))

    class Meta:
        preview_template = "blocks/preview.html"
