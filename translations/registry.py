"""A typed, read-only view of modeltranslation's registry."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.db.models import Model
from django.utils import translation
from modeltranslation.manager import get_translatable_fields_for_model
from modeltranslation.translator import translator
from modeltranslation.utils import build_localized_fieldname

from translations.blank import is_blank


def codes() -> tuple[str, ...]:
    """Return the codes of the site's languages in the order in which they are shown."""
    return tuple(code for code, _name in settings.LANGUAGES)


def canonical() -> str:
    """Return the language in which derived values (slug, draft title, log label) are made."""
    return settings.MODELTRANSLATION_DEFAULT_LANGUAGE


@contextmanager
def canonical_language() -> Iterator[None]:
    """Activate the canonical language for the length of the block."""
    with translation.override(canonical()):
        yield


def translated_models() -> list[type[Model]]:
    """Return every concrete model that is registered for translation."""
    return translator.get_registered_models(abstract=False)


def is_registered(model: type[Model]) -> bool:
    """Tell whether ``model`` itself, and not only a parent of it, is registered."""
    return model in translated_models()


def translated_fields(model: type[Model]) -> list[str]:
    """Return the names of the translated fields of ``model``, inherited ones included."""
    return list(get_translatable_fields_for_model(model) or [])


def column(field_name: str, language: str) -> str:
    """Return the name of a field's column for a language: ``("title", "fr")`` → "title_fr"."""
    return build_localized_fieldname(field_name, language)


def language_shown(instance: Model, field_name: str) -> str | None:
    """Return the language of the text that ``instance.field_name`` shows a reader now.

    It is the active language where that has a text, else the first fallback that has one,
    else ``None``.
    """
    active = (translation.get_language() or canonical()).split("-")[0]
    for language in (active, *settings.MODELTRANSLATION_FALLBACK_LANGUAGES):
        if not is_blank(getattr(instance, column(field_name, language), None)):
            return language
    return None


def stands_in(instance: Model, field_name: str) -> bool:
    """Tell whether ``instance.field_name`` shows a reader a text in another language now."""
    active = (translation.get_language() or canonical()).split("-")[0]
    return language_shown(instance, field_name) not in (None, active)
