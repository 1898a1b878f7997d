"""What the institution undertakes, linked to sectors, plans, priorities and objectives."""

from typing import Any

from django.core.paginator import Paginator
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable

from pages.models import BasePage, BodyMixin, PeriodMixin
from pages.panels import InlinePanel, language_panels
from programmes.countries import CountriesField, country_names
from programmes.filters import InterventionFilters
from programmes.models.plan import PERIOD_PANEL, PriorityPage

INTERVENTIONS_PER_PAGE = 20


class InterventionIndexPage(BasePage):
    """The list of interventions, filtered by sector, plan and priority."""

    parent_page_types = ["programmes.ProgrammesIndexPage"]
    subpage_types = ["programmes.InterventionPage"]
    max_count = 1

    class Meta:
        verbose_name = _("intervention index page")
        verbose_name_plural = _("intervention index pages")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add ``interventions`` (a page of a paginator), ``filters`` and ``total``."""
        context = super().get_context(request, *args, **kwargs)
        filters = InterventionFilters(request.GET, self.get_url(request))
        found = filters.apply(
            InterventionPage.objects.live().select_related("sector", "plan")
        ).order_by("-start_year", "path")
        paginator = Paginator(found, INTERVENTIONS_PER_PAGE)
        context["interventions"] = paginator.get_page(request.GET.get("page"))
        context["total"] = paginator.count
        context["filters"] = filters
        return context


class InterventionPage(PeriodMixin, BodyMixin, BasePage):
    """One undertaking of the institution, with the thread that leads to its plan."""

    sector = models.ForeignKey(
        "programmes.SectorPage",
        verbose_name=_("sector"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="interventions",
    )
    plan = models.ForeignKey(
        "programmes.ActionPlanPage",
        verbose_name=_("action plan"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="interventions",
    )
    priorities = ParentalManyToManyField(
        "programmes.PriorityPage",
        verbose_name=_("priorities"),
        blank=True,
        related_name="interventions",
    )
    strategic_objectives = ParentalManyToManyField(
        "programmes.StrategicObjective",
        verbose_name=_("strategic objectives served"),
        blank=True,
        related_name="interventions",
    )
    objectives = ParentalManyToManyField(
        "pages.Objective",
        verbose_name=_("objectives of the institution it contributes to"),
        blank=True,
        related_name="interventions",
    )
    countries = CountriesField(_("countries"), blank=True, default=list)

    translated_fields = (*BasePage.translated_fields, "body")
    shared_panels = [
        FieldPanel("sector"),
        FieldPanel("plan"),
        FieldPanel("priorities"),
        FieldPanel("strategic_objectives"),
        FieldPanel("objectives"),
        PERIOD_PANEL,
        FieldPanel("countries"),
        InlinePanel("partners", heading=_("Partners"), label=_("Partner")),
        *BasePage.shared_panels,
    ]
    search_fields = [*BasePage.search_fields, *BodyMixin.body_search_fields]
    routing_select_related = ("sector", "plan")
    routing_prefetch_related = ("priorities",)
    parent_page_types = ["programmes.InterventionIndexPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("intervention page")
        verbose_name_plural = _("intervention pages")

    @property
    def accent(self) -> str:
        """The colour and ornament of the sector."""
        return self.sector.accent if self.sector else super().accent

    @property
    def live_priorities(self) -> list[PriorityPage]:
        """The priorities this serves that readers can visit."""
        return [priority for priority in self.priorities.all() if priority.live]

    @property
    def country_names(self) -> list[str]:
        """The countries' names in the active language, in its order."""
        return country_names(self.countries)


class Partner(Orderable):
    """Who takes part in an intervention beside the institution."""

    page = ParentalKey(InterventionPage, on_delete=models.CASCADE, related_name="partners")
    name = models.CharField(_("name"), max_length=255, blank=True)
    url = models.URLField(_("website"), blank=True)

    panels = [*language_panels("name"), FieldPanel("url")]

    class Meta(Orderable.Meta):
        verbose_name = _("partner")
        verbose_name_plural = _("partners")

    def __str__(self) -> str:
        return self.name or self.url
