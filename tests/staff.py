"""Accounts of the staff, one per role, and what they send to the admin."""

from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from django.utils import translation
from wagtail.blocks import BlockField
from wagtail.test.utils.form_data import querydict_from_html
from wagtail.users.models import UserProfile

from isesco_site.roles import ROLES, make_groups

GROUPS = {role.key: role.group for role in ROLES}


def account(role: str, language: str = "en") -> Any:
    """Return a new account of a role (``"editor"``, ``"translator_fr"`` …)."""
    make_groups()
    user = get_user_model().objects.create(
        username=f"a-{role}-{language}", is_superuser=role == "administrator"
    )
    user.groups.add(Group.objects.get(name=GROUPS[role]))
    profile = UserProfile.get_for_user(user)
    profile.preferred_language = language
    profile.save()
    return user


def signed_in(role: str, language: str = "en") -> Client:
    """Return a client signed in with a role and an interface language."""
    client = Client(raise_request_exception=True)
    client.force_login(account(role, language))
    return client


def admin_url(name: str, *args: Any) -> str:
    """Return the address of a page view of the admin."""
    return reverse(f"wagtailadmin_pages:{name}", args=args)


def form_data(client: Client, url: str) -> dict[str, Any]:
    """Return what a browser would send for the editing form at ``url``, with empty bodies."""
    response = client.get(url)
    data = querydict_from_html(response.content.decode(), form_id="page-edit-form").dict()
    for name, field in response.context["form"].fields.items():
        if isinstance(field, BlockField):
            data[f"{name}-count"] = "0"
    translation.deactivate()
    return data


def latest(page: Any) -> Any:
    """Return a page as its newest draft has it."""
    return type(page).objects.get(pk=page.pk).get_latest_revision_as_object()
