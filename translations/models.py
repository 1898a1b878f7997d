"""Who may change which language."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class LanguageRight(models.Model):  # noqa: DJ008  has no rows to name
    """Holds the permissions that say which languages a person may change; has no table."""

    class Meta:
        managed = False
        default_permissions = ()
        permissions = [
            ("translate_ar", _("Can change Arabic text")),
            ("translate_en", _("Can change English text")),
            ("translate_fr", _("Can change French text")),
            ("change_shared", _("Can change what all languages share")),
        ]
