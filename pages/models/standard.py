"""Pages for everything that has no type of its own."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from pages.models.base import BasePage
from pages.models.mixins import BodyMixin


class StandardPage(BodyMixin, BasePage):
    """A text with a title."""

    translated_fields = (*BasePage.translated_fields, "body")
    search_fields = [*BasePage.search_fields, *BodyMixin.body_search_fields]

    class Meta:
        verbose_name = _("standard page")
        verbose_name_plural = _("standard pages")


class SectionIndexPage(BodyMixin, BasePage):
    """A text followed by the list of the pages below it."""

    translated_fields = (*BasePage.translated_fields, "body")
    search_fields = [*BasePage.search_fields, *BodyMixin.body_search_fields]

    class Meta:
        verbose_name = _("section index page")
        verbose_name_plural = _("section index pages")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add ``subpages``: the live pages below this one, in the order of the tree."""
        context = super().get_context(request, *args, **kwargs)
        context["subpages"] = BasePage.objects.child_of(self).live().order_by("path")
        return context
