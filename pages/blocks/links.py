"""The one link of the site: to a page, a document or another site."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from isesco_site.languages import LANGUAGES

from .base import DocumentChooserBlock, PageChooserBlock, PlainTextBlock

DESTINATIONS = ("page", "document", "address")


class LinkValue(blocks.StructValue):
    """A chosen destination and the words that lead to it."""

    @property
    def url(self) -> str:
        """Address to write in ``href``; empty when the destination is gone or not public."""
        if page := self.get("page"):
            return (page.url or "") if page.live else ""
        if document := self.get("document"):
            return document.url
        return self.get("address") or ""

    @property
    def text(self) -> str:
        """Words of the link: the editor's own, or the destination's title."""
        if label := self.get("label"):
            return label
        target = self.get("page") or self.get("document")
        return target.title if target else self.get("address") or ""

    @property
    def is_external(self) -> bool:
        """Whether the link leaves the site."""
        return not (self.get("page") or self.get("document")) and bool(self.get("address"))

    @property
    def language(self) -> str:
        """Language code of the destination where it is known, else an empty string."""
        if document := self.get("document"):
            return document.language or ""
        return (self.get("address_language") or "") if self.is_external else ""


class LinkBlock(blocks.StructBlock):
    """A link with exactly one destination."""

    page = PageChooserBlock(required=False, label=_("Page"))
    document = DocumentChooserBlock(required=False, label=_("Document"))
    address = blocks.URLBlock(
        required=False,
        label=_("Address of another site"),
        help_text=_("A complete address that begins with https://"),
    )
    address_language = blocks.ChoiceBlock(
        required=False,
        choices=[(language.code, language.name) for language in LANGUAGES],
        label=_("Language of that site"),
        search_index=False,
    )
    label = PlainTextBlock(
        required=False,
        max_length=120,
        label=_("Words of the link"),
        help_text=_("Left empty, the title of the page or document is used."),
    )

    class Meta:
        icon = "link"
        label = _("Link")
        value_class = LinkValue

    def __init__(self, local_blocks: Any = None, *, required: bool = True, **kwargs: Any) -> None:
        self._link_required = required
        super().__init__(local_blocks, **kwargs)

    @property
    def required(self) -> bool:
        return self._link_required

    def clean(self, value: LinkValue) -> LinkValue:
        value = super().clean(value)
        filled = [name for name in DESTINATIONS if value.get(name)]
        if len(filled) > 1:
            message = gettext("Choose one destination only: a page, a document or an address.")
            raise StructBlockValidationError(
                block_errors={name: ValidationError(message) for name in filled[1:]}
            )
        if not filled and (value.get("label") or self._is_required()):
            message = gettext("Choose where the link leads: a page, a document or an address.")
            raise StructBlockValidationError(non_block_errors=[message])
        if filled == ["address"] and not value.get("label"):
            message = gettext("Write the words of the link: an address says little to a reader.")
            raise StructBlockValidationError(block_errors={"label": ValidationError(message)})
        return value

    def _is_required(self) -> bool:
        return self._link_required and not self.is_deferred_validation
