"""Menus that staff edit in the admin."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable

from pages.language_forms import LanguageForm
from pages.panels import InlinePanel, language_panels


class Menu(ClusterableModel):
    """One of the site's menus."""

    class Key(models.TextChoices):
        MAIN = "main", _("Main menu")
        FOOTER = "footer", _("Footer menu")
        LEGAL = "legal", _("Legal menu")

    key = models.CharField(_("place"), max_length=20, choices=Key, unique=True)

    base_form_class = LanguageForm
    panels = [
        FieldPanel("key"),
        InlinePanel("items", heading=_("Items"), label=_("Item")),
    ]

    class Meta:
        verbose_name = _("menu")
        verbose_name_plural = _("menus")

    def __str__(self) -> str:
        return str(self.get_key_display())


class MenuItem(Orderable):
    """A link of a menu: to a page, or to an address."""

    menu = ParentalKey(Menu, on_delete=models.CASCADE, related_name="items")
    page = models.ForeignKey(
        "pages.BasePage",
        verbose_name=_("page"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
    )
    link_url = models.URLField(_("address"), blank=True, help_text=_("Instead of a page."))
    label = models.CharField(
        _("label"),
        max_length=100,
        blank=True,
        help_text=_("Left empty, the page's title is shown."),
    )

    panels = [FieldPanel("page"), FieldPanel("link_url"), *language_panels("label")]

    class Meta(Orderable.Meta):
        verbose_name = _("menu item")
        verbose_name_plural = _("menu items")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(page__isnull=False) ^ ~models.Q(link_url=""),
                name="menu_item_links_once",
                violation_error_message=_("Choose a page or give an address, one of the two."),
            )
        ]

    def __str__(self) -> str:
        return self.label or (self.page.title if self.page else self.link_url)
