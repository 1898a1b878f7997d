from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PagesConfig(AppConfig):
    """Institutional pages; owns the base page model."""

    name = "pages"
    verbose_name = _("pages")

    def ready(self) -> None:
        from pages import redirects

        redirects.connect()
