"""What the institution aims for."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable

from pages.models.base import BasePage
from pages.models.mixins import BodyMixin
from pages.panels import InlinePanel, language_panels


class ObjectivesPage(BodyMixin, BasePage):
    """Lists the institution's objectives in their order."""

    translated_fields = (*BasePage.translated_fields, "body")
    shared_panels = [
        *BasePage.shared_panels,
        InlinePanel("objectives", heading=_("Objectives"), label=_("Objective")),
    ]
    search_fields = [*BasePage.search_fields, *BodyMixin.body_search_fields]
    routing_prefetch_related = ("objectives__illustration__renditions",)
    parent_page_types = ["pages.HomePage"]
    subpage_types = ["pages.StandardPage"]
    max_count = 1

    class Meta:
        verbose_name = _("objectives page")
        verbose_name_plural = _("objectives pages")


class Objective(Orderable):
    """One objective of the institution; interventions point at it."""

    page = ParentalKey(ObjectivesPage, on_delete=models.CASCADE, related_name="objectives")
    title = models.CharField(_("title"), max_length=255, blank=True)
    explanation = models.TextField(_("explanation"), blank=True)
    illustration = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        verbose_name=_("illustration"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    panels = [*language_panels("title", "explanation"), FieldPanel("illustration")]

    class Meta(Orderable.Meta):
        verbose_name = _("objective")
        verbose_name_plural = _("objectives")

    def __str__(self) -> str:
        return self.title or str(self.pk)
