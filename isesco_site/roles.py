"""The groups of the staff, what each may do, and the workflow from writing to publishing.

Groups and workflow are made once; from then on they belong to the staff, who change them in the
admin.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.db.models import Q
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from isesco_site.languages import CODES
from pages.models import BasePage
from translations.permissions import CHANGE_SHARED, translate_permission

WORKFLOW = "Approval by publishers"
# What Wagtail's own migrations make, and what becomes of it here.
WAGTAIL_GROUPS = {"Moderators": "Publishers", "Editors": "Editors"}
WAGTAIL_WORKFLOW = "Moderators approval"

ALL_LANGUAGES = (*(translate_permission(code) for code in CODES), CHANGE_SHARED)
EDITORIAL_FILES = (
    *(f"wagtailimages.{action}_image" for action in ("add", "change", "choose")),
    *(f"wagtaildocs.{action}_document" for action in ("add", "change", "choose")),
)
TRANSLATED_FILES = tuple(name for name in EDITORIAL_FILES if ".add_" not in name)
SHARED_TEXTS = ("pages.change_institutionsettings", "pages.change_menu", "pages.view_menu")


@dataclass(frozen=True)
class Role:
    """A group, the account that is made for it, and its rights.

    ``page_actions`` hold on the whole tree, ``file_permissions`` on every collection.
    ``language`` is that of the account's interface; ``None`` follows the browser.
    """

    key: str
    group: str
    page_actions: tuple[str, ...]
    permissions: tuple[str, ...]
    file_permissions: tuple[str, ...] = EDITORIAL_FILES
    language: str | None = None


def crud(app_label: str, *models: str) -> tuple[str, ...]:
    """Return the names of the permissions to add, change, delete and view models."""
    actions = ("add", "change", "delete", "view")
    return tuple(f"{app_label}.{action}_{model}" for model in models for action in actions)


PUBLISHING = (
    *ALL_LANGUAGES,
    *SHARED_TEXTS,
    "pages.add_menu",
    *crud("wagtailredirects", "redirect"),
)
ADMINISTRATION = (
    *crud("users", "user"),
    *crud("auth", "group"),
    *crud("wagtailcore", "site", "collection", "task", "workflow"),
    "pages.delete_menu",
)

ROLES = (
    Role(
        "administrator",
        "Administrators",
        ("add", "change", "publish", "lock", "unlock", "bulk_delete"),
        (*PUBLISHING, *ADMINISTRATION),
    ),
    Role(
        "publisher",
        "Publishers",
        ("add", "change", "publish", "lock", "unlock", "bulk_delete"),
        PUBLISHING,
    ),
    Role("editor", "Editors", ("add", "change"), ALL_LANGUAGES),
    *(
        Role(
            f"translator_{code}",
            f"Translators ({name})",
            ("change",),
            (translate_permission(code), *SHARED_TEXTS),
            TRANSLATED_FILES,
            language=code,
        )
        for code, name in (("ar", "Arabic"), ("fr", "French"), ("en", "English"))
    ),
)


def permissions_named(names: Iterable[str]) -> list[Permission]:
    """Return the permissions with the given names (``"app_label.codename"``).

    Raises:
        LookupError: a name belongs to no permission.
    """
    wanted = set(names)
    if not wanted:
        return []
    query = Q()
    for name in wanted:
        app_label, codename = name.split(".")
        query |= Q(content_type__app_label=app_label, codename=codename)
    found = list(Permission.objects.filter(query).select_related("content_type"))
    missing = wanted - {f"{item.content_type.app_label}.{item.codename}" for item in found}
    if missing:
        raise LookupError(f"There are no permissions named {', '.join(sorted(missing))}.")
    return found


def grant(role: Role) -> Group:
    """Make the group of a role, or take over Wagtail's own, with exactly the role's rights."""
    group, _created = Group.objects.get_or_create(name=role.group)
    group.permissions.set(permissions_named(("wagtailadmin.access_admin", *role.permissions)))
    GroupPagePermission.objects.filter(group=group).delete()
    root = BasePage.get_first_root_node()
    GroupPagePermission.objects.bulk_create(
        GroupPagePermission(group=group, page=root, permission=permission)
        for permission in permissions_named(
            f"pages.{action}_basepage" for action in role.page_actions
        )
    )
    GroupCollectionPermission.objects.filter(group=group).delete()
    collection = Collection.get_first_root_node()
    GroupCollectionPermission.objects.bulk_create(
        GroupCollectionPermission(group=group, collection=collection, permission=permission)
        for permission in permissions_named(role.file_permissions)
    )
    return group


def make_workflow(groups: Iterable[Group]) -> None:
    """Make the workflow that the whole tree follows: one approval by one of ``groups``."""
    workflow = Workflow.objects.filter(name=WAGTAIL_WORKFLOW).first() or Workflow()
    workflow.name = WORKFLOW
    workflow.save()
    task = GroupApprovalTask.objects.filter(name=WAGTAIL_WORKFLOW).first() or GroupApprovalTask()
    task.name = WORKFLOW
    task.save()
    task.groups.set(groups)
    WorkflowTask.objects.get_or_create(workflow=workflow, task=task, defaults={"sort_order": 0})
    WorkflowPage.objects.get_or_create(
        page=BasePage.get_first_root_node(), defaults={"workflow": workflow}
    )


def make_groups() -> bool:
    """Make the groups and the workflow unless they were made before; tell whether they were."""
    own_names = {role.group for role in ROLES} - set(WAGTAIL_GROUPS)
    if Group.objects.filter(name__in=own_names).exists():
        return False
    with transaction.atomic():
        for old, new in WAGTAIL_GROUPS.items():
            Group.objects.filter(name=old).update(name=new)
        groups = {role.key: grant(role) for role in ROLES}
        make_workflow([groups["publisher"], groups["administrator"]])
    return True
