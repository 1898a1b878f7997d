"""Search fields that read every language, whoever saved last."""

from typing import Any

from wagtail.search import index

from translations.registry import codes, column


class AllLanguagesMixin:
    """Indexes the texts of all languages under the name of the original field.

    Wagtail's database search gives its title weight to a field named ``title`` only, so the
    language columns cannot simply be listed.
    """

    def get_value(self, obj: Any) -> str:
        """Return the field's texts in all languages, joined by a space."""
        texts = (getattr(obj, column(self.field_name, code), None) for code in codes())
        return " ".join(text for text in texts if text)


class AllLanguagesSearchField(AllLanguagesMixin, index.SearchField):
    """A search field over all languages."""


class AllLanguagesAutocompleteField(AllLanguagesMixin, index.AutocompleteField):
    """An autocomplete field over all languages."""
