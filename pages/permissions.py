"""What translators may not do, though Wagtail's permission to change would let them.

A translator is a person without the right to change what all languages share. Wagtail asks the
classes below wherever it offers or performs an action, in listings, menus and views alike.
"""

from typing import Any

from wagtail.documents import get_permission_policy as get_document_policy
from wagtail.images import get_permission_policy as get_image_policy
from wagtail.models import PagePermissionTester
from wagtail.permission_policies.collections import CollectionOwnershipPermissionPolicy
from wagtail.permissions import register_permission_policy

from translations.permissions import may_change_shared


class StaffPagePermissions(PagePermissionTester):
    """Wagtail's page permissions; translators edit and submit, and nothing else."""

    def __init__(self, user: Any, page: Any) -> None:
        super().__init__(user, page)
        self.may_change_shared = may_change_shared(user)

    def can_add_subpage(self) -> bool:
        return self.may_change_shared and super().can_add_subpage()

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        """Decide on moving, too: Wagtail treats it as deleting and adding."""
        return self.may_change_shared and super().can_delete(ignore_bulk)

    def can_copy(self) -> bool:
        return self.may_change_shared and super().can_copy()

    def can_publish(self) -> bool:
        """Decide on privacy and on taking back a schedule, too."""
        return self.may_change_shared and super().can_publish()

    def can_publish_subpage(self) -> bool:
        return self.may_change_shared and super().can_publish_subpage()

    def can_unpublish(self) -> bool:
        return self.may_change_shared and super().can_unpublish()

    def can_reorder_children(self) -> bool:
        return self.may_change_shared and super().can_reorder_children()

    def can_lock(self) -> bool:
        return self.may_change_shared and super().can_lock()

    def can_unlock(self) -> bool:
        return self.may_change_shared and super().can_unlock()


class StaffFilePolicy(CollectionOwnershipPermissionPolicy):
    """Wagtail's permissions on images and documents; translators describe, but do not delete."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        if action == "delete" and not may_change_shared(user):
            return False
        return super().user_has_permission(user, action)

    def user_has_permission_for_instance(self, user: Any, action: str, instance: Any) -> bool:
        if action == "delete" and not may_change_shared(user):
            return False
        return super().user_has_permission_for_instance(user, action, instance)


def register_file_policies() -> None:
    """Put the policy above before Wagtail's own, which is looked up second."""
    for own in (get_image_policy(), get_document_policy()):
        policy = StaffFilePolicy(
            own.model, auth_model=own.auth_model, owner_field_name=own.owner_field_name
        )
        register_permission_policy(own.model, policy, exact_class=True)
