"""Make a blank text fall back as a missing one does.

modeltranslation takes ``<p data-block-key="x"></p>`` or a stray space for a translation and shows
it; ``is_blank`` decides here as it does for the language bar and the marks of stand-in text.
"""

from typing import Any

from translations.blank import is_blank
from translations.registry import translated_fields, translated_models


def says_something(value: Any, undefined: Any) -> bool:
    """Tell whether a column's value is shown rather than passed over for the next language."""
    return not is_blank(value)


def pass_over_blank_texts() -> None:
    """Let every translated field pass over values that say nothing to a reader."""
    for model in translated_models():
        for name in translated_fields(model):
            getattr(model, name).meaningful_value = says_something
