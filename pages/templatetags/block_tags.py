"""Tags of the block templates."""

from decimal import Decimal
from typing import Any

from babel import Locale
from django import template
from django.template.defaultfilters import filesizeformat
from django.utils import formats
from django.utils.translation import get_language, ngettext, pgettext
from wagtail.blocks import BoundBlock

from pages.blocks.prefetch import IMAGE_FILTERS

register = template.Library()

#: From this size on, figures of a table are grouped; years stay as they are.
GROUPING_THRESHOLD = 10_000


@register.inclusion_tag("components/picture.html")
def responsive_image(image: Any, sizes: str, decorative: bool = False) -> dict[str, Any]:
    """Show `image` (an image of the library or None) in the width that `sizes` asks for.

    `decorative` leaves out the alternative text, for an image that stands beside its own words.
    Without an image the ornament stands in for it.
    """
    if not image:
        return {"image": None}
    renditions = image.get_renditions(*IMAGE_FILTERS).values()
    by_width = {rendition.width: rendition for rendition in renditions}
    return {
        "image": image,
        "renditions": [by_width[width] for width in sorted(by_width)],
        "largest": by_width[max(by_width)],
        "sizes": sizes,
        "silent": decorative or image.decorative,
    }


@register.filter
def language_name(code: str) -> str:
    """Return the name of a language in the reader's language, as it stands inside a sentence."""
    return Locale.parse(get_language() or code, sep="-").languages.get(code, code)


@register.filter
def document_facts(document: Any) -> str:
    """Say what a reader wants to know before a download: "PDF, Arabic, 2.1 MB, 64 pages"."""
    facts = [document.file_extension.upper()]
    if document.language:
        facts.append(language_name(document.language))
    if document.file_size:
        facts.append(filesizeformat(document.file_size))
    if pages := document.page_count:
        facts.append(ngettext("%(count)d page", "%(count)d pages", pages) % {"count": pages})
    return pgettext("between the items of a list", ", ").join(fact for fact in facts if fact)


@register.simple_tag
def table_cell(cell: BoundBlock) -> Any:
    """Render the cell of a table; numbers in the reader's format."""
    value: Any = cell.value
    if isinstance(value, Decimal | int | float):
        grouped = abs(float(value)) >= GROUPING_THRESHOLD
        return formats.number_format(value, use_l10n=True, force_grouping=grouped)
    return "" if value is None else cell.render()
