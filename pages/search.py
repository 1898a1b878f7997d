"""Search fields that read every language, whoever saved last."""

from typing import Any

from wagtail.search import index

from translations.registry import codes, column


class AllLanguagesMixin:
    """Indexes the texts of all languages under the name of the original field.

    Wagtail's database search gives its title weight to a field named ``title`` only, so the
    language columns cannot simply be listed.
    """

    field_name: str

    def get_value(self, obj: Any) -> str:
        """Return the field's texts in all languages, joined by a space."""
        texts = (getattr(obj, column(self.field_name, code), None) for code in codes())
        return " ".join(text for text in texts if text)


class AllLanguagesSearchField(AllLanguagesMixin, index.SearchField):
    """A search field over all languages."""


class AllLanguagesAutocompleteField(AllLanguagesMixin, index.AutocompleteField):
    """An autocomplete field over all languages."""


class LanguageSearchField(index.SearchField):
    """A search field over one language's column, which may be empty.

    Wagtail would index the word "None" for an empty one.
    """

    def get_value(self, obj: Any) -> Any:
        """Return the column's searchable text, or nothing."""
        return super().get_value(obj) or ""


def language_search_fields(*field_names: str) -> list[LanguageSearchField]:
    """Return a search field for each language's column of each field."""
    return [LanguageSearchField(column(name, code)) for name in field_names for code in codes()]


def with_translated_title(fields: list[Any], boost: float) -> list[Any]:
    """Return Wagtail's search fields with the title read, and sorted by, in every language."""
    others = [
        field
        for field in fields
        if field.field_name != "title" or isinstance(field, index.FilterField)
    ]
    return [
        *others,
        AllLanguagesSearchField("title", boost=boost),
        AllLanguagesAutocompleteField("title"),
        *(index.FilterField(column("title", code)) for code in codes()),
    ]
