"""The project's part of the admin: views, rights, styles."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.rich_text.feature_registry import FeatureRegistry
from wagtail.snippets.models import register_snippet

from pages import rich_text
from pages.document_views import AddDocumentsView
from pages.permissions import register_file_policies
from pages.publishing import silent_images
from pages.staff_views import StaffPageViewSet, refuse_to_publish
from pages.views import styleguide
from pages.viewsets import MenuViewSet
from translations.permissions import may_change_shared

register_file_policies()
register_snippet(MenuViewSet)

BEFORE_WAGTAIL = -100
AFTER_WAGTAIL = 100


@hooks.register("register_admin_viewset", order=AFTER_WAGTAIL)
def page_views() -> StaffPageViewSet:
    """Put our page views in the place of Wagtail's."""
    return StaffPageViewSet()


@hooks.register("insert_global_admin_css")
def admin_styles() -> SafeString:
    """Load the institution's colours and the styles of the texts in the editor."""
    sheets = ("admin/css/brand.css", "admin/css/languages.css")
    return format_html_join(
        "\n", '<link rel="stylesheet" href="{}">', ((static(sheet),) for sheet in sheets)
    )


@hooks.register("insert_editor_js")
def editor_script() -> SafeString:
    """Load the script that gives inputs made in the browser their language."""
    return format_html('<script src="{}" type="module"></script>', static("admin/js/languages.js"))


@hooks.register("before_publish_page")
def refuse_silent_images(request: HttpRequest, page: Any) -> HttpResponse | None:
    """Keep a page as a draft while one of its images says nothing."""
    if silent := silent_images(page):
        refuse_to_publish(request, page, silent)
        return redirect(reverse("wagtailadmin_pages:edit", args=(page.pk,)))
    return None


@hooks.register("before_bulk_action")
def check_bulk_action(
    request: HttpRequest, action_type: str, objects: list[Any], action: Any
) -> HttpResponse | None:
    """Refuse translators every bulk action, and everyone the publication of silent images."""
    if not may_change_shared(request.user):
        raise PermissionDenied
    if action_type != "publish":
        return None
    refused = False
    for page in pages_to_publish(objects, action):
        if silent := silent_images(page):
            refuse_to_publish(request, page, silent)
            refused = True
    return redirect(action.next_url) if refused else None


def pages_to_publish(objects: list[Any], action: Any) -> list[Any]:
    """Return the latest drafts of the pages that a bulk action would publish."""
    pages = list(objects)
    if action.cleaned_form.cleaned_data.get("include_descendants"):
        for page in objects:
            pages += page.get_descendants().not_live()
    return [page.get_latest_revision_as_object() for page in pages]


@hooks.register("before_convert_alias_page")
def check_alias_conversion(request: HttpRequest, page: Any) -> None:
    """Leave aliases to those who may change what languages share."""
    if not may_change_shared(request.user):
        raise PermissionDenied


@hooks.register("register_rich_text_features", order=AFTER_WAGTAIL)
def rich_text_links(features: FeatureRegistry) -> None:
    """Put our links of rich text in the place of Wagtail's."""
    rich_text.register(features)


@hooks.register("register_admin_urls")
def styleguide_address() -> list[URLPattern]:
    """Show the style guide to staff."""
    return [path("styleguide/", styleguide, name="styleguide")]


@hooks.register("register_admin_urls", order=BEFORE_WAGTAIL)
def documents_address() -> list[URLPattern]:
    """Put our page for several documents in the place of Wagtail's."""
    view = AddDocumentsView.as_view()
    return [path("documents/multiple/add/", view, name="add_documents")]


@hooks.register("register_help_menu_item")
def styleguide_menu_item() -> MenuItem:
    """Lead to the style guide from the help menu."""
    return MenuItem(_("Style guide"), reverse("styleguide"), icon_name="view")


@hooks.register("filter_form_submissions_for_user")
def hide_messages_from_translators(user: Any, forms: QuerySet) -> QuerySet:
    """Let only those read what visitors wrote who may change what all languages share."""
    return forms if may_change_shared(user) else forms.none()
