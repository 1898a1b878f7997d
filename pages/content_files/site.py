"""Makes the default site serve the home page at the public address."""

from urllib.parse import urlsplit

from django.conf import settings
from wagtail.models import Site

from pages.models import BasePage, HomePage, LoadedContent

SITE_KEY = "site"
DEFAULT_PORTS = {"http": 80, "https": 443}


def root_page() -> BasePage:
    """Return the root of the page tree, made if the tree is empty."""
    root = BasePage.get_first_root_node()
    if root is None:
        root = BasePage.add_root(title="Root", slug="root")
    return root


def remove_welcome_page() -> None:
    """Delete the page that Wagtail's own migrations create, unless it has been put to use.

    The site that this page is the root of goes with it.
    """
    for page in BasePage.objects.filter(depth=2, slug="home", numchild=0, latest_revision=None):
        if page.specific_class is BasePage:
            page.delete()


def ensure_site(
    home: HomePage, base_url: str, record: LoadedContent | None
) -> tuple[LoadedContent, str]:
    """Make or adapt the default site; return its record and what was done ("" for nothing).

    A site that staff have changed is left as it is. ``base_url`` is the public address; when it
    differs from one run to the next, the site follows.
    """
    site = Site.objects.filter(is_default_site=True).first()
    parts = urlsplit(base_url)
    port = parts.port or DEFAULT_PORTS.get(parts.scheme, 80)
    wanted = Site(
        hostname=parts.hostname or "localhost",
        port=port,
        site_name=settings.WAGTAIL_SITE_NAME,
        root_page=home,
        is_default_site=True,
    )
    record = record or LoadedContent(key=SITE_KEY)
    if site is None:
        site, done = wanted, "created"
    elif describe(site) == describe(wanted):
        done = "" if record.pk else "found"
    elif record.object_id != site.pk or record.state != describe(site):
        return record, ""
    else:
        wanted.pk, site, done = site.pk, wanted, "updated"
    if done in {"created", "updated"}:
        site.save()
    record.object_id, record.state = site.pk, describe(site)
    return record, done


def describe(site: Site) -> str:
    """Return what of a site has to be unchanged for it to be adapted."""
    return f"{site.hostname}:{site.port} {site.root_page_id}"
