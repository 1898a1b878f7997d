from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TranslationsConfig(AppConfig):
    """Language tools for every model that modeltranslation knows; imports no page model."""

    name = "translations"
    verbose_name = _("translations")

    def ready(self) -> None:
        """Mend what does not know of languages by itself, and register the system checks."""
        from translations import checks  # noqa: F401  registers itself when imported
        from translations.fallbacks import pass_over_blank_texts
        from translations.log_labels import label_in_canonical_language
        from translations.reference_index import ignore_original_fields

        ignore_original_fields()
        pass_over_blank_texts()
        label_in_canonical_language()
