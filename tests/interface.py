"""The admin as staff use it: signed in, with the interface in a language of their own."""

from typing import Any

from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset, streamfield
from wagtail.users.models import UserProfile

from isesco_site.languages import CODES
from pages.models import StandardPage


def administrator(language: str) -> Any:
    """Return an administrator whose interface is in ``language``."""
    user = get_user_model().objects.create_superuser(
        f"administrator-{language}", f"{language}@example.org", "password"
    )
    UserProfile.objects.create(user=user, preferred_language=language)
    return user


def signed_in(language: str) -> Client:
    """Return a client signed in to an admin in ``language``."""
    client = Client()
    client.force_login(administrator(language))
    return client


def page_data(**values: Any) -> dict[str, Any]:
    """Return what the editing form of a standard page posts, with ``values`` filled in."""
    names = ("title", "introduction", "seo_title", "search_description")
    empty = {f"{name}_{code}": "" for name in names for code in CODES}
    bodies = {}
    for code in CODES:
        blocks = streamfield(values.pop(f"body_{code}", []))
        bodies |= {f"body_{code}-{key}": value for key, value in blocks.items()}
    comments = {f"comments-{key}": value for key, value in inline_formset([]).items()}
    shared = {"slug": "", "source_language": "en", "lead_image": "", "go_live_at": ""}
    return empty | bodies | comments | shared | {"expire_at": ""} | values


def create(client: Client, parent: Page, **values: Any) -> Any:
    """Post the form of a new standard page below ``parent``; return the response."""
    address = reverse("wagtailadmin_pages:add", args=("pages", "standardpage", parent.pk))
    return client.post(address, page_data(**values))


def edit(client: Client, page: Page, **values: Any) -> Any:
    """Post the form of a standard page, with its present titles and slug unless given."""
    present = {f"title_{code}": getattr(page, f"title_{code}") or "" for code in CODES}
    present |= {"slug": page.slug, "source_language": page.source_language}
    address = reverse("wagtailadmin_pages:edit", args=(page.pk,))
    return client.post(address, page_data(**(present | values)))


def child(parent: Page) -> StandardPage:
    """Return the newest standard page below ``parent``."""
    return StandardPage.objects.child_of(parent).order_by("-pk").first()


def saved(response: Any) -> bool:
    """Tell whether a posted form was accepted; otherwise fail with its errors."""
    form = response.context and response.context.get("form")
    assert response.status_code == 302, form and form.errors.get_json_data()
    return True
