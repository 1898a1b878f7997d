from django.apps import AppConfig


class SiteConfig(AppConfig):
    """The project itself: commands, error pages, security headers."""

    name = "isesco_site"
    verbose_name = "ISESCO"
