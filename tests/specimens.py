"""Pages that the site's own content lacks, so that every page type and block is always tested.

They live under the home page beside the real content: a page with every block, a section with its
list, and pages that exist in one language only.
"""

from io import BytesIO
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from PIL import Image
from wagtail.blocks.stream_block import StreamValue
from wagtail.models import Site

from isesco_site.languages import CODES
from pages.blocks.samples import SAMPLES, sample
from pages.blocks.streams import BodyStream
from pages.models import BasePage, SectionIndexPage, SiteDocument, SiteImage, StandardPage

ALL_BLOCKS = "specimen"
SECTION = "specimen-section"
FRENCH_ONLY = "specimen-french-only"
ARABIC_ONLY = "specimen-arabic-only"

TITLES = {"ar": "صفحة نموذجية", "en": "Specimen page", "fr": "Page type"}
INTRODUCTIONS = {
    "ar": "صفحة تعرض كل عنصر من عناصر الموقع.",
    "en": "A page that shows each element of the site.",
    "fr": "Une page qui montre chaque élément du site.",
}


def per_language(field: str, values: dict[str, Any], codes: tuple[str, ...] = CODES) -> dict:
    """Return keyword arguments that fill a translated field in the given languages."""
    return {f"{field}_{code}": values[code] for code in codes}


def filled(codes: tuple[str, ...] = CODES) -> dict[str, Any]:
    """Return title and introduction in the given languages."""
    return per_language("title", TITLES, codes) | per_language("introduction", INTRODUCTIONS, codes)


def make_image() -> SiteImage:
    """Return a saved image of 1200 × 800 pixels with alternative text in three languages."""
    content = BytesIO()
    Image.new("RGB", (1200, 800), (40, 90, 110)).save(content, "JPEG")
    return SiteImage.objects.create(
        title="Specimen",
        file=ImageFile(content, name="specimen.jpg"),
        **per_language("alternative_text", TITLES),
    )


def make_document(language: str) -> SiteDocument:
    """Return a saved PDF document in a language."""
    content = ContentFile(b"%PDF-1.7\n%%EOF\n", name=f"specimen-{language}.pdf")
    return SiteDocument.objects.create(
        file=content, language=language, page_count=1, **per_language("title", TITLES)
    )


def make_page(parent: BasePage, model: type[BasePage] = StandardPage, **fields: Any) -> BasePage:
    """Return a live page below ``parent``, in all languages unless it has a source language."""
    page = model(**(fields if "source_language" in fields else filled() | fields))
    parent.add_child(instance=page)
    return page


def body(language: str, documents: list[SiteDocument]) -> StreamValue:
    """Return a body with a sample of every block."""
    stream = BodyStream()
    values = {name: sample(name, language) for name in SAMPLES}
    values["documents"]["documents"] = documents
    blocks = [(name, stream.child_blocks[name].normalize(value)) for name, value in values.items()]
    return StreamValue(stream, blocks)


def create() -> None:
    """Add the specimens to the site."""
    home = Site.objects.get(is_default_site=True).root_page.specific
    image = make_image()
    documents = [make_document(language) for language in CODES]
    bodies = {language: body(language, documents) for language in CODES}
    make_page(home, slug=ALL_BLOCKS, lead_image=image, **per_language("body", bodies))
    section = make_page(home, SectionIndexPage, slug=SECTION)
    make_page(section, slug="specimen-child")
    make_page(section, slug=FRENCH_ONLY, source_language="fr", **filled(("fr",)))
    make_page(section, slug=ARABIC_ONLY, source_language="ar", **filled(("ar",)))
