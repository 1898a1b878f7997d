"""Who the institution is: history and key facts."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable

from pages.models.base import BasePage
from pages.models.mixins import BodyMixin
from pages.panels import InlinePanel, language_panels


class AboutPage(BodyMixin, BasePage):
    """Presents the institution, its dated milestones and its key facts."""

    translated_fields = (*BasePage.translated_fields, "body")
    shared_panels = [
        *BasePage.shared_panels,
        InlinePanel("milestones", heading=_("Milestones"), label=_("Milestone")),
        InlinePanel("key_facts", heading=_("Key facts"), label=_("Key fact")),
    ]
    search_fields = [*BasePage.search_fields, *BodyMixin.body_search_fields]
    parent_page_types = ["pages.HomePage"]
    subpage_types = ["pages.StandardPage", "pages.SectionIndexPage"]

    class Meta:
        verbose_name = _("about page")
        verbose_name_plural = _("about pages")


class Milestone(Orderable):
    """A dated event in the institution's history."""

    page = ParentalKey(AboutPage, on_delete=models.CASCADE, related_name="milestones")
    date = models.DateField(_("date"))
    title = models.CharField(_("title"), max_length=255, blank=True)
    description = models.TextField(_("description"), blank=True)

    panels = [FieldPanel("date"), *language_panels("title", "description")]

    class Meta(Orderable.Meta):
        verbose_name = _("milestone")
        verbose_name_plural = _("milestones")

    def __str__(self) -> str:
        return self.title or str(self.date)


class KeyFact(Orderable):
    """A figure or short fact with its label."""

    page = ParentalKey(AboutPage, on_delete=models.CASCADE, related_name="key_facts")
    value = models.CharField(_("value"), max_length=60, blank=True)
    label = models.CharField(_("label"), max_length=255, blank=True)

    panels = language_panels("value", "label")

    class Meta(Orderable.Meta):
        verbose_name = _("key fact")
        verbose_name_plural = _("key facts")

    def __str__(self) -> str:
        return f"{self.value} {self.label}".strip()
