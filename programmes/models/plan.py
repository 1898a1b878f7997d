"""Action plans, what they aim for, and the priorities they set."""

from typing import Self

from django.db import models
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from pages.models import BasePage, BodyMixin, PeriodMixin
from pages.panels import InlinePanel, language_panels

PERIOD_PANEL = FieldRowPanel(["start_year", "end_year"], heading=_("Period"))


class ActionPlanPage(PeriodMixin, BodyMixin, BasePage):
    """A plan of action over some years, with its strategic objectives."""

    translated_fields = (*BasePage.translated_fields, "body")
    shared_panels = [
        PERIOD_PANEL,
        InlinePanel(
            "strategic_objectives",
            heading=_("Strategic objectives"),
            label=_("Strategic objective"),
        ),
        *BasePage.shared_panels,
    ]
    search_fields = [*BasePage.search_fields, *BodyMixin.body_search_fields]
    parent_page_types = ["programmes.ProgrammesIndexPage"]
    subpage_types = ["programmes.PriorityPage", "pages.StandardPage"]

    class Meta:
        verbose_name = _("action plan page")
        verbose_name_plural = _("action plan pages")

    @classmethod
    def latest(cls) -> Self | None:
        """Return the live plan that began last, or ``None``."""
        return cls.objects.live().order_by("-start_year", "path").first()

    @property
    def live_priorities(self) -> QuerySet:
        """The priorities this plan sets, in the order of the tree."""
        return self.priorities.live().select_related("sector").order_by("path")

    @property
    def live_interventions(self) -> QuerySet:
        """The interventions under this plan."""
        return self.interventions.live().select_related("sector").order_by("-start_year", "path")


class StrategicObjective(Orderable):
    """What a plan wants to achieve across the sectors; interventions point at it."""

    page = ParentalKey(
        ActionPlanPage, on_delete=models.CASCADE, related_name="strategic_objectives"
    )
    text = models.TextField(_("text"), blank=True)

    panels = language_panels("text")

    class Meta(Orderable.Meta):
        verbose_name = _("strategic objective")
        verbose_name_plural = _("strategic objectives")

    def __str__(self) -> str:
        return self.text or str(self.pk)


class PriorityPage(BodyMixin, BasePage):
    """A priority that a plan sets in a sector."""

    sector = models.ForeignKey(
        "programmes.SectorPage",
        verbose_name=_("sector"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="priorities",
    )
    plan = models.ForeignKey(
        ActionPlanPage,
        verbose_name=_("action plan"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="priorities",
    )

    translated_fields = (*BasePage.translated_fields, "body")
    shared_panels = [FieldPanel("sector"), FieldPanel("plan"), *BasePage.shared_panels]
    search_fields = [*BasePage.search_fields, *BodyMixin.body_search_fields]
    routing_select_related = ("sector", "plan")
    parent_page_types = ["programmes.ActionPlanPage"]
    subpage_types = ["pages.StandardPage"]

    class Meta:
        verbose_name = _("priority page")
        verbose_name_plural = _("priority pages")

    @property
    def accent(self) -> str:
        """The colour and ornament of the sector."""
        return self.sector.accent if self.sector else super().accent

    @property
    def live_interventions(self) -> QuerySet:
        """The interventions that serve this priority."""
        return self.interventions.live().select_related("sector").order_by("-start_year", "path")
