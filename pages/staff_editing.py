"""What the base page does differently for the staff who edit it."""

import logging
from typing import Any

from pages.permissions import StaffPagePermissions
from pages.publishing import PublishingRefusedError, require_speaking_images

logger = logging.getLogger(__name__)

SCHEDULED = "wagtail.publish.scheduled"


class StaffEditingMixin:
    """Rights per language, and no image in public that says nothing."""

    pk: Any

    def permissions_for_user(self, user: Any) -> StaffPagePermissions:
        """Return what ``user`` may do with this page."""
        return StaffPagePermissions(user, self)

    def publish(self, revision: Any, *args: Any, log_action: Any = True, **kwargs: Any) -> Any:
        """Publish a revision whose images all say what they show.

        A revision that was scheduled stays scheduled while an image is silent, so that the other
        pages of the schedule go out.

        Raises:
            PublishingRefusedError: an image has no alternative text in a language that shows it.
        """
        try:
            require_speaking_images(revision.as_object())
        except PublishingRefusedError as refusal:
            if log_action != SCHEDULED:
                raise
            logger.warning("Page %s is not published as scheduled: %s", self.pk, refusal)
            return None
        return super().publish(revision, *args, log_action=log_action, **kwargs)
