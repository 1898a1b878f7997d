"""Filters of the list of interventions: plain addresses that combine."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import Count, Q, QuerySet
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from pages.models import BasePage

# Query parameter → (label, name of the relation on an intervention).
RELATIONS = {
    "sector": (_("Sector"), "sector"),
    "plan": (_("Action plan"), "plan"),
    "priority": (_("Priority"), "priorities"),
}


@dataclass(frozen=True)
class FilterOption:
    """One choice of a filter: a link that narrows the list, or takes the narrowing back."""

    page: BasePage
    url: str
    selected: bool
    count: int

    @property
    def label(self) -> str:
        """The title of the page that is chosen."""
        return self.page.title


@dataclass(frozen=True)
class FilterGroup:
    """A filter with its choices."""

    name: str
    label: str
    options: list[FilterOption]


class InterventionFilters:
    """Reads the filters from a query and offers the links that change them.

    Pages are named by their slugs: ``?sector=education&plan=action-plan-2016-2018``. An unknown
    or malformed slug finds nothing and raises nothing.
    """

    def __init__(self, query: QueryDict, url: str) -> None:
        self.url = url
        self.selected = {
            name: str(query[name]).replace("\x00", "") for name in RELATIONS if query.get(name)
        }

    def apply(self, interventions: QuerySet, without: str = "") -> QuerySet:
        """Narrow ``interventions`` by every filter but ``without``."""
        for name, slug in self.selected.items():
            if name != without:
                relation = RELATIONS[name][1]
                interventions = interventions.filter(
                    **{f"{relation}__slug": slug, f"{relation}__live": True}
                )
        return interventions

    def address(self, name: str, slug: str | None) -> str:
        """Return the list's address with the filter ``name`` set to ``slug`` or taken away."""
        query = {**self.selected, name: slug}
        parameters = urlencode({key: query[key] for key in RELATIONS if query.get(key)})
        return f"{self.url}?{parameters}" if parameters else self.url

    @property
    def query_string(self) -> str:
        """The filters as a query string, for the links of the paginator."""
        return urlencode(self.selected)

    def __iter__(self) -> Iterator[FilterGroup]:
        for name in RELATIONS:
            yield self.group(name)

    def group(self, name: str) -> FilterGroup:
        """Return the filter ``name`` with the choices that have interventions."""
        from programmes.models import InterventionPage

        label, relation = RELATIONS[name]
        candidates = self.apply(InterventionPage.objects.live(), without=name)
        model = InterventionPage._meta.get_field(relation).related_model
        pages = (
            model.objects.live()
            .annotate(total=Count("interventions", filter=Q(interventions__in=candidates)))
            .order_by("path")
        )
        options = [
            FilterOption(
                page=page,
                url=self.address(name, None if self.selected.get(name) == page.slug else page.slug),
                selected=self.selected.get(name) == page.slug,
                count=page.total,
            )
            for page in pages
            if page.total or self.selected.get(name) == page.slug
        ]
        return FilterGroup(name, str(label), options)
