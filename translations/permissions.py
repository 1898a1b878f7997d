"""Who may change which language, and which field belongs to which language."""

from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db.models import Model
from modeltranslation.fields import TranslationField

from translations.registry import codes

CHANGE_SHARED = "translations.change_shared"


def translate_permission(language: str) -> str:
    """Return the permission that lets a person change the texts of a language."""
    return f"translations.translate_{language}"


def languages_of(user: Any) -> list[str]:
    """Return the codes of the languages whose texts ``user`` may change."""
    return [code for code in codes() if user.has_perm(translate_permission(code))]


def may_change_shared(user: Any) -> bool:
    """Tell whether ``user`` may change what all languages share: structure, images, addresses."""
    return bool(user.has_perm(CHANGE_SHARED))


def column_language(model: type[Model], field_name: str) -> str | None:
    """Return the language of a translated column: "title_fr" → "fr"; ``None`` for other fields.

    Raises:
        FieldDoesNotExist: the model has no such field.
    """
    field = model._meta.get_field(field_name)
    return field.language if isinstance(field, TranslationField) else None


def may_change_field(user: Any, model: type[Model], field_name: str) -> bool:
    """Tell whether ``user`` may change a field of ``model``.

    What is no field of the model (a form's own fields) and its primary key are left to the form.
    """
    try:
        language = column_language(model, field_name)
    except FieldDoesNotExist:
        return True
    if getattr(model._meta.get_field(field_name), "primary_key", False):
        return True
    needed = translate_permission(language) if language else CHANGE_SHARED
    return bool(user.has_perm(needed))
