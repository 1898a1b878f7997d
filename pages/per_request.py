"""Values worked out once per request."""

from collections.abc import Callable
from typing import TypeVar

from django.http import HttpRequest

T = TypeVar("T")


def once_per_request(request: HttpRequest, name: str, make: Callable[[], T]) -> T:
    """Return ``make()``, called once in the life of ``request`` for the same ``name``."""
    remembered = vars(request).setdefault("_once_per_request", {})
    if name not in remembered:
        remembered[name] = make()
    return remembered[name]
