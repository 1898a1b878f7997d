"""Names of the rights per language."""

from typing import Any

from translations.registry import codes

CHANGE_SHARED = "translations.change_shared"


def translate_permission(language: str) -> str:
    """Return the permission that lets a person change the texts of a language."""
    return f"translations.translate_{language}"


def languages_of(user: Any) -> list[str]:
    """Return the codes of the languages whose texts ``user`` may change."""
    return [code for code in codes() if user.has_perm(translate_permission(code))]
