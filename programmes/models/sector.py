"""The institution's sectors of activity."""

from django.db import models
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from pages.models import BasePage, BodyMixin


class SectorPage(BodyMixin, BasePage):
    """One sector, with the priorities and interventions that belong to it."""

    class Key(models.TextChoices):
        EDUCATION = "education", _("Education")
        CULTURE = "culture", _("Culture")
        SCIENCE = "science", _("Science, technology and innovation")
        HUMAN_SCIENCES = "human-sciences", _("Human and social sciences")

    key = models.CharField(
        _("sector"),
        max_length=20,
        choices=Key,
        unique=True,
        help_text=_("Gives the sector its colour and ornament."),
    )

    translated_fields = (*BasePage.translated_fields, "body")
    shared_panels = [FieldPanel("key"), *BasePage.shared_panels]
    search_fields = [*BasePage.search_fields, *BodyMixin.body_search_fields]
    parent_page_types = ["programmes.ProgrammesIndexPage"]
    subpage_types = ["pages.StandardPage"]

    class Meta:
        verbose_name = _("sector page")
        verbose_name_plural = _("sector pages")

    @property
    def accent(self) -> str:
        """The sector's own colour and ornament."""
        return self.key

    @property
    def live_priorities(self) -> QuerySet:
        """The priorities set in this sector, newest plan first."""
        return self.priorities.live().select_related("plan").order_by("-plan__start_year", "path")

    @property
    def live_interventions(self) -> QuerySet:
        """The interventions of this sector, newest first."""
        return self.interventions.live().select_related("plan").order_by("-start_year", "path")
