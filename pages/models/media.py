"""Images and documents, described per language."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import DEFERRED
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage, AbstractRendition

from pages.search import language_search_fields, with_translated_title
from translations.registry import codes, column


class SiteImage(AbstractImage):
    """An image with its alternative text, caption and credit in each language."""

    alternative_text = models.CharField(
        _("alternative text"),
        max_length=255,
        blank=True,
        help_text=_("What the image says, for those who do not see it."),
    )
    caption = models.CharField(_("caption"), max_length=500, blank=True)
    credit = models.CharField(_("credit"), max_length=255, blank=True)
    decorative = models.BooleanField(
        _("decorative"),
        default=False,
        help_text=_("The image says nothing that the text does not: screen readers skip it."),
    )

    admin_form_fields = (
        "title",
        "file",
        *(column("alternative_text", code) for code in codes()),
        "decorative",
        *(column("caption", code) for code in codes()),
        *(column("credit", code) for code in codes()),
        "collection",
        "tags",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )

    search_fields = [
        *AbstractImage.search_fields,
        *language_search_fields("alternative_text", "caption"),
    ]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Keep ``decorative`` as it is stored: Wagtail sets it to false on every image it makes."""
        super().__init__(*args, **kwargs)
        names = [field.attname for field in self._meta.concrete_fields]
        given = dict(zip(names, args, strict=False)) | kwargs
        if given.get("decorative") is DEFERRED:
            del self.__dict__["decorative"]
        else:
            self.decorative = given.get("decorative", False)

    class Meta(AbstractImage.Meta):
        permissions = [("choose_image", "Can choose image")]
        verbose_name = _("image")
        verbose_name_plural = _("images")

    @property
    def default_alt_text(self) -> str:
        """The alternative text in the active language; empty for a decorative image."""
        return "" if self.decorative else self.alternative_text or ""


class SiteRendition(AbstractRendition):
    """A size of an image made for a place of use."""

    image = models.ForeignKey(SiteImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=("image", "filter_spec", "focal_point_key"), name="unique_rendition"
            )
        ]
        verbose_name = _("image rendition")
        verbose_name_plural = _("image renditions")


class SiteDocument(AbstractDocument):
    """A file to download, with the language it is written in and its length."""

    language = models.CharField(
        _("language of the document"), max_length=2, choices=settings.LANGUAGES, blank=True
    )
    page_count = models.PositiveIntegerField(_("number of pages"), null=True, blank=True)

    admin_form_fields = (
        *(column("title", code) for code in codes()),
        "file",
        "language",
        "page_count",
        "collection",
        "tags",
    )

    search_fields = with_translated_title(AbstractDocument.search_fields, boost=10)

    class Meta(AbstractDocument.Meta):
        permissions = [("choose_document", "Can choose document")]
        verbose_name = _("document")
        verbose_name_plural = _("documents")

    def clean(self) -> None:
        """Check the extension of a file that was taken in; the form refuses all others."""
        if self.file:
            super().clean()
