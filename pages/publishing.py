"""Publishing is refused while an image in use says nothing to those who do not see it.

An image needs alternative text in each language that shows it: one inside a text belongs to the
text's language, one beside it (a lead image, an illustration of a row) to every language in which
the page exists. An image marked as decorative needs none.
"""

import logging
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import FieldDoesNotExist
from django.db.models import Model
from django.utils.translation import gettext as _
from wagtail.images import get_image_model
from wagtail.models import ReferenceIndex

from isesco_site.languages import BY_CODE
from translations.blank import is_blank
from translations.permissions import column_language
from translations.registry import column

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class SilentImage:
    """An image in use, and the languages (codes, in their order) in which it says nothing."""

    image: Any
    languages: tuple[str, ...]

    def __str__(self) -> str:
        names = _(", ").join(BY_CODE[code].name for code in self.languages)
        return _(
            "The image “%(image)s” has no alternative text in: %(languages)s. Write it in the "
            "image library (Images › %(image)s), or mark the image as decorative there."
        ) % {"image": self.image.title, "languages": names}


class PublishingRefusedError(Exception):
    """A page cannot go out; ``silent_images`` say why."""

    def __init__(self, page: Any, silent_images: list[SilentImage]) -> None:
        super().__init__(" ".join(str(image) for image in silent_images))
        self.page = page
        self.silent_images = silent_images


def image_references(item: Model) -> Iterator[tuple[int, str]]:
    """Yield the key of each image that ``item`` uses, with the path to the place of use."""
    image_type = ContentType.objects.get_for_model(get_image_model()).pk
    for type_id, object_id, path, _place in ReferenceIndex._extract_references_from_object(item):
        if type_id == image_type:
            yield int(object_id), path


def languages_of_use(model: type[Model], path: str, available: Iterable[str]) -> set[str]:
    """Return the languages that show what is referred to at ``path`` of a model."""
    try:
        language = column_language(model, path.split(".", 1)[0])
    except FieldDoesNotExist:
        language = None
    return set(available) & ({language} if language else set(available))


def silent_images(
    page: Any, rows: dict[str, list[Model]] | None = None, available: list[str] | None = None
) -> list[SilentImage]:
    """Return the images that a page uses without words for them.

    ``rows`` replaces the page's stored rows, by the name of their relation, while they are being
    edited.
    """
    rows = rows or {}
    available = page.available_languages if available is None else available
    uses: dict[int, set[str]] = defaultdict(set)
    for key, path in image_references(page):
        if path.split(".", 1)[0] not in rows:
            uses[key] |= languages_of_use(type(page), path, available)
    for row in (row for related in rows.values() for row in related):
        for key, path in image_references(row):
            uses[key] |= languages_of_use(type(row), path, available)
    images = get_image_model().objects.in_bulk(list(uses))
    return [
        SilentImage(image, missing)
        for key, image in images.items()
        if not image.decorative and (missing := languages_without_text(image, uses[key]))
    ]


def languages_without_text(image: Any, languages: set[str]) -> tuple[str, ...]:
    """Return which of ``languages`` lack the image's alternative text, in the site's order."""
    return tuple(
        code
        for code in BY_CODE
        if code in languages and is_blank(getattr(image, column("alternative_text", code)))
    )


def require_speaking_images(page: Any) -> None:
    """Let a page pass only if all its images say what they show.

    Raises:
        PublishingRefusedError: some do not.
    """
    if silent := silent_images(page):
        raise PublishingRefusedError(page, silent)
