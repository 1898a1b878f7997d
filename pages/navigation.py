"""Ways through the site: menus and breadcrumbs, each read once per request."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.safestring import SafeString

from pages.models import BasePage, MenuItem
from pages.per_request import once_per_request
from pages.stand_ins import stand_in_attributes

NO_ATTRIBUTES = SafeString("")


@dataclass(frozen=True)
class NavigationLink:
    """A link of a menu or of the breadcrumbs.

    ``language_attributes`` holds ``lang`` and ``dir`` when the label stands in from another
    language; ``current`` says that it leads to the page that is being read.
    """

    label: str
    url: str
    current: bool = False
    language_attributes: SafeString = NO_ATTRIBUTES

    @property
    def title(self) -> str:
        """The label, by the name breadcrumbs use."""
        return self.label


def menu_items(request: HttpRequest) -> list[MenuItem]:
    """Return the items of all menus whose page is live, in their order; one query a request."""
    items = MenuItem.objects.select_related("menu", "page").order_by("menu", "sort_order")
    return once_per_request(
        request,
        "menu items",
        lambda: [item for item in items if item.page is None or item.page.live],
    )


def menu_links(request: HttpRequest, key: str, page: Any = None) -> list[NavigationLink]:
    """Return the links of the menu ``key`` (a value of ``Menu.Key``); ``page`` is being read."""
    return [menu_link(item, request, page) for item in menu_items(request) if item.menu.key == key]


def menu_link(item: MenuItem, request: HttpRequest, page: Any) -> NavigationLink:
    """Return one link: its own label or else its page's title."""
    labelled, field = (item, "label") if item.label or item.page is None else (item.page, "title")
    return NavigationLink(
        label=getattr(labelled, field) or item.link_url,
        url=item.page.get_url(request) if item.page else item.link_url,
        current=bool(page and item.page_id and page.pk == item.page_id),
        language_attributes=stand_in_attributes(labelled, field),
    )


def breadcrumb_links(request: HttpRequest, page: BasePage) -> list[NavigationLink]:
    """Return the way from the home page to ``page``, both included."""
    return [
        NavigationLink(
            label=ancestor.title,
            url=ancestor.get_url(request) or "",
            current=ancestor.pk == page.pk,
            language_attributes=stand_in_attributes(ancestor, "title"),
        )
        for ancestor in [*page.site_ancestors, page]
    ]
