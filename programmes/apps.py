from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProgrammesConfig(AppConfig):
    """What the institution does: sectors, plans, priorities and interventions."""

    name = "programmes"
    verbose_name = _("programmes")
