"""What the institution is for."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from pages.models.base import BasePage
from pages.models.mixins import BodyMixin
from pages.search import language_search_fields


class MissionPage(BodyMixin, BasePage):
    """States the mission; the home page opens with the same statement."""

    statement = models.TextField(_("mission statement"), blank=True)

    translated_fields = (*BasePage.translated_fields, "statement", "body")
    search_fields = [
        *BasePage.search_fields,
        *BodyMixin.body_search_fields,
        *language_search_fields("statement"),
    ]
    parent_page_types = ["pages.HomePage"]
    subpage_types = ["pages.StandardPage"]
    max_count = 1

    class Meta:
        verbose_name = _("mission page")
        verbose_name_plural = _("mission pages")
