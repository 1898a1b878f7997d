"""What the site says of the institution everywhere."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, ObjectList, TabbedInterface
from wagtail.blocks import CharBlock, StructBlock, URLBlock
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

from isesco_site.languages import LANGUAGES
from pages.fields import StreamField
from pages.language_forms import LanguageForm
from pages.panels import language_panel


class SocialAccountBlock(StructBlock):
    """An account of the institution on a social network."""

    platform = CharBlock(label=_("Platform"), max_length=60)
    url = URLBlock(label=_("Address"))

    class Meta:
        icon = "group"
        label = _("Social account")


TRANSLATED_FIELDS = ("name", "acronym", "former_name", "address", "footer_text")


@register_setting(icon="home")
class InstitutionSettings(BaseSiteSetting):
    """The institution's names, addresses, accounts and logo."""

    name = models.CharField(_("full name"), max_length=255, blank=True)
    acronym = models.CharField(_("acronym"), max_length=60, blank=True)
    former_name = models.CharField(_("former name"), max_length=255, blank=True)
    address = models.TextField(_("postal address"), blank=True)
    footer_text = models.TextField(_("footer text"), blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    telephone = models.CharField(_("telephone"), max_length=40, blank=True)
    social_accounts = StreamField(
        [("account", SocialAccountBlock())], verbose_name=_("social accounts"), blank=True
    )
    logo = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        verbose_name=_("logo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    select_related = ["logo"]
    edit_handler = TabbedInterface(
        [
            *(
                ObjectList(
                    [language_panel(name, language) for name in TRANSLATED_FIELDS],
                    heading=language.name,
                )
                for language in LANGUAGES
            ),
            ObjectList(
                [
                    FieldPanel("email"),
                    FieldPanel("telephone"),
                    FieldPanel("social_accounts"),
                    FieldPanel("logo"),
                ],
                heading=_("All languages"),
            ),
        ],
        base_form_class=LanguageForm,
    )

    class Meta:
        verbose_name = _("institution")
        verbose_name_plural = _("institutions")
