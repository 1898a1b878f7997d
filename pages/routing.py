"""From an address to the page that lives there, in few queries however deep the tree is."""

from typing import Any

from django.http import HttpRequest
from wagtail.models import Site
from wagtail.url_routing import RouteResult

from translations.stored_content import child_relations


def route_by_url_path(request: HttpRequest, path: str) -> RouteResult | None:
    """Return the route to the live page at ``path`` below the request's site, or ``None``.

    The page knows its ``site_ancestors`` then, and its foreign keys and rows are fetched.
    """
    site = Site.find_for_request(request)
    if site is None:
        return None
    *ancestors, page = way_to(site.root_page, path)
    if page is None or not page.live or page.specific_class is None:
        return None
    result = with_everything(page)
    if result is None:
        return None
    result.site_ancestors = ancestors
    return RouteResult(result)


def way_to(home: Any, path: str) -> list[Any]:
    """Return the pages from ``home`` to the one at ``path``; its last item may be ``None``."""
    url_paths = [home.url_path]
    for component in path.split("/"):
        if component:
            url_paths.append(f"{url_paths[-1]}{component}/")
    if len(url_paths) == 1:
        return [home]
    found = type(home).objects.filter(url_path__in=url_paths[1:])
    by_url_path = {page.url_path: page for page in found}
    way = [by_url_path.get(url_path) for url_path in url_paths[1:]]
    return [home, *way] if None not in way else [None]


def with_everything(page: Any) -> Any:
    """Return ``page`` as its own type, with what its template reads of other tables."""
    model = page.specific_class
    relations = [relation for relation, _model in child_relations(model)]
    own_fields = [field for field in model._meta.local_concrete_fields if not field.primary_key]
    if not own_fields and not relations:
        return page.specific_deferred
    return (
        model.objects.select_related("lead_image", *model.routing_select_related)
        .prefetch_related(*relations, *model.routing_prefetch_related)
        .filter(pk=page.pk)
        .first()
    )
