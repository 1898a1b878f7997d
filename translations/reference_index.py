"""Keep the reference index from counting a translated text twice.

modeltranslation leaves the original field beside its language columns; Wagtail's reference index
would read it too, in whichever language happens to be active while an object is saved.
"""

from collections.abc import Iterator
from typing import Any

from translations.registry import translated_fields, translated_models


def no_references(value: object) -> Iterator[tuple]:
    """Extract no reference: the language columns hold them all."""
    return iter(())


def ignore_original_fields() -> None:
    """Make Wagtail's reference index pass over the original field of every translated field."""
    for model in translated_models():
        for name in translated_fields(model):
            field: Any = model._meta.get_field(name)
            field.wagtail_reference_index_ignore = True
            if hasattr(field, "extract_references"):
                field.extract_references = no_references
