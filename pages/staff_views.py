"""The admin's page views where languages make a difference."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.views.pages.edit import EditView as WagtailEditView
from wagtail.admin.views.pages.revisions import RevisionsRevertView as WagtailRevertView
from wagtail.admin.views.pages.workflow import WorkflowActionView as WagtailWorkflowActionView
from wagtail.admin.viewsets.pages import PageViewSet

from pages.copying import CopyView
from pages.models import BasePage
from pages.publishing import SilentImage, silent_images
from translations.permissions import languages_of, may_change_shared
from translations.registry import column, translated_fields
from translations.stored_content import child_relations


def refuse_to_publish(request: HttpRequest, page: Any, silent: list[SilentImage]) -> None:
    """Tell the person why a page is not published, and where the images are mended."""
    for item in silent:
        messages.error(
            request,
            _("“%(page)s” is not published. %(reason)s")
            % {"page": page.get_admin_display_title(), "reason": item},
            buttons=[
                messages.button(
                    reverse("wagtailimages:edit", args=(item.image.pk,)), _("Edit the image")
                )
            ],
        )


def bring_back(page: Any, older: Any, languages: list[str]) -> Any:
    """Write the texts that ``older`` has in some languages into ``page``, rows included."""
    copy_texts(older, page, languages)
    for relation, _model in child_relations(type(page)):
        rows = {row.pk: row for row in getattr(older, relation).all() if row.pk}
        present = list(getattr(page, relation).all())
        for row in present:
            if row.pk in rows:
                copy_texts(rows[row.pk], row, languages)
        setattr(page, relation, present)
    return page


def copy_texts(source: Any, target: Any, languages: list[str]) -> None:
    """Copy the translated columns of some languages from one object to another."""
    for name in translated_fields(type(target)):
        for language in languages:
            setattr(target, column(name, language), getattr(source, column(name, language)))


class EditView(WagtailEditView):
    """Wagtail's editing view; offers the schedule only to those whose form holds it."""

    def get_side_panels(self) -> Any:
        panels = super().get_side_panels()
        for panel in panels:
            if getattr(panel, "show_schedule_publishing_toggle", False):
                panel.show_schedule_publishing_toggle = "go_live_at" in self.form.fields
        return panels


class RevertView(WagtailRevertView):
    """Brings a translator back the texts of the own languages only."""

    def get_object(self) -> Any:
        older = super().get_object()
        user = self.request.user
        if may_change_shared(user) and len(languages_of(user)) == len(BasePage.preview_modes):
            return older
        latest = self.real_page_record.get_latest_revision_as_object()
        return bring_back(latest, older, languages_of(user))


class WorkflowActionView(WagtailWorkflowActionView):
    """Approves, and so publishes, only what may go out."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        page = self.task_state.revision.as_object()
        if self.action_name == "approve" and (silent := silent_images(page)):
            refuse_to_publish(request, page, silent)
            if request.headers.get("x-requested-with") == "XMLHttpRequest":
                return self.render_modal_json(
                    request, {"step": "success", "redirect": self.redirect_url}
                )
            return redirect(self.redirect_url)
        return super().post(request, *args, **kwargs)


class StaffPageViewSet(PageViewSet):
    """The views of all page types."""

    model = BasePage
    copy_view_class = CopyView
    edit_view_class = EditView
    revisions_revert_view_class = RevertView
    workflow_action_view_class = WorkflowActionView
