"""The entry to what the institution does."""

from django.utils.translation import gettext_lazy as _

from pages.models import BasePage, BodyMixin


class ProgrammesIndexPage(BodyMixin, BasePage):
    """Leads to the sectors, the plans and the interventions."""

    translated_fields = (*BasePage.translated_fields, "body")
    search_fields = [*BasePage.search_fields, *BodyMixin.body_search_fields]
    parent_page_types = ["pages.HomePage"]
    subpage_types = [
        "programmes.SectorPage",
        "programmes.ActionPlanPage",
        "programmes.InterventionIndexPage",
        "pages.StandardPage",
    ]
    max_count = 1

    class Meta:
        verbose_name = _("programmes index page")
        verbose_name_plural = _("programmes index pages")
