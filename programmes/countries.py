"""Countries by their ISO 3166-1 alpha-2 codes, named from CLDR."""

import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from babel import Locale
from django import forms
from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import translation
from django.utils.translation import gettext_lazy as _

# CLDR territories of two letters that are no country of ISO 3166-1.
NOT_COUNTRIES = frozenset(
    {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "XK", "ZZ"}
)
TERRITORIES = [str(code) for code in Locale("en").territories]
COUNTRY_CODES = tuple(
    sorted(
        code
        for code in TERRITORIES
        if len(code) == 2 and code.isalpha() and code not in NOT_COUNTRIES
    )
)


@cache
def names_in(language: str) -> dict[str, str]:
    """Return the name of every country in ``language``, by code."""
    territories = Locale(language).territories
    return {code: territories[code] for code in COUNTRY_CODES}


def sort_key(name: str) -> str:
    """Return the key a name is sorted by: without accents, Arabic names without the article."""
    letters = unicodedata.normalize("NFKD", name.removeprefix("ال"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).casefold()


def country_names(codes: Iterable[str]) -> list[str]:
    """Return the names of the countries in the active language, sorted."""
    names = names_in((translation.get_language() or "en").split("-")[0])
    return sorted((names[code] for code in codes if code in names), key=sort_key)


def country_choices() -> list[tuple[str, str]]:
    """Return (code, name) of every country in the active language, sorted by name."""
    names = names_in((translation.get_language() or "en").split("-")[0])
    return sorted(names.items(), key=lambda item: sort_key(item[1]))


def validate_country(code: str) -> None:
    """Refuse what is no ISO 3166-1 alpha-2 code.

    Raises:
        ValidationError: the code is unknown.
    """
    if code not in COUNTRY_CODES:
        raise ValidationError(_("%(code)s is not a country code."), params={"code": code})


class CountriesField(ArrayField):
    """A list of ISO 3166-1 alpha-2 codes, chosen from a list of names in forms."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["base_field"] = models.CharField(max_length=2, validators=[validate_country])
        super().__init__(
            verbose_name=args[0] if args else kwargs.pop("verbose_name", None), **kwargs
        )

    def deconstruct(self) -> tuple[str, str, Sequence[Any], dict[str, Any]]:
        name, path, args, kwargs = super().deconstruct()
        del kwargs["base_field"]
        return name, path, args, kwargs

    def formfield(self, **kwargs: Any) -> forms.Field:
        """Return a multiple choice of names in the active language."""
        return forms.TypedMultipleChoiceField(
            choices=country_choices,
            required=False,
            label=self.verbose_name,
            help_text=_("Hold Ctrl or Cmd to choose several."),
        )
