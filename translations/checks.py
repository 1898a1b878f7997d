"""System checks: conventions of translation that enforce themselves."""

from django.apps import apps
from django.conf import settings
from django.core.checks import CheckMessage, Error, register
from django.db.models import Model

from translations.registry import is_registered, translated_models


def unregistered_subclasses() -> list[type[Model]]:
    """Return concrete models that inherit translated fields without being registered themselves.

    modeltranslation leaves such a model silently broken: assignments to its titles are lost and
    queries read the wrong column.
    """
    registered = tuple(translated_models())
    return [
        model
        for model in apps.get_models()
        if issubclass(model, registered) and not model._meta.proxy and not is_registered(model)
    ]


@register()
def check_registration(app_configs: object, **kwargs: object) -> list[CheckMessage]:
    """Refuse a model that inherits translated fields but is not registered."""
    return [
        Error(
            f"{model._meta.label} inherits translated fields but is not registered.",
            hint="Register it in the translation.py of its app, with fields = () if need be.",
            obj=model,
            id="translations.E001",
        )
        for model in unregistered_subclasses()
    ]


@register()
def check_fallback_languages(app_configs: object, **kwargs: object) -> list[CheckMessage]:
    """Refuse a fallback order that lacks a language: pages written in it could not be saved."""
    missing = {code for code, _name in settings.LANGUAGES} - set(
        settings.MODELTRANSLATION_FALLBACK_LANGUAGES
    )
    if not missing:
        return []
    return [
        Error(
            f"MODELTRANSLATION_FALLBACK_LANGUAGES lacks {', '.join(sorted(missing))}.",
            hint="List every language, in the order in which a missing text is sought.",
            id="translations.E002",
        )
    ]
