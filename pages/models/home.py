"""The page at the root of the site."""

from django.utils.translation import gettext_lazy as _

from pages.models.base import BasePage


class HomePage(BasePage):
    """Opens with what the institution is for; its parts come from the pages they belong to."""

    parent_page_types = ["pages.BasePage"]
    max_count = 1

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")
