"""Tags about what the institution does."""

from django import template

from programmes.models import ActionPlanPage, SectorPage

register = template.Library()


@register.simple_tag
def sectors() -> list[SectorPage]:
    """``{% sectors as sectors %}``: the live sectors in the order of the tree."""
    return list(SectorPage.objects.live().order_by("path"))


@register.simple_tag
def current_plan() -> ActionPlanPage | None:
    """``{% current_plan as plan %}``: the plan that began last."""
    return ActionPlanPage.latest()
