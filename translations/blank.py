"""One definition of emptiness for translated values."""

import re
from html import unescape
from typing import Any

from django.utils.html import strip_tags

# Elements that are content though they hold no text.
EMBEDDED_CONTENT = re.compile(r"<(img|embed|iframe|video|audio|svg|hr)\b", re.IGNORECASE)
INVISIBLE = re.compile(r"[\s\u00a0\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]+")


def is_blank(value: Any) -> bool:
    """Tell whether a value of a translated field says nothing to a reader.

    ``None``, an empty StreamField, white space, invisible format characters and markup
    without text (``<p data-block-key="x"></p>``) are blank; an image or embed is not.
    """
    if value is None:
        return True
    if not isinstance(value, str):
        return not value
    if EMBEDDED_CONTENT.search(value):
        return False
    return not INVISIBLE.sub("", unescape(strip_tags(value)))
