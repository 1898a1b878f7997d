"""Builds the form of a contact page from its questions, in the reader's language."""

from typing import Any

from django import forms
from django.forms.utils import flatatt
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.forms.forms import FormBuilder

from isesco_site.languages import BY_CODE
from pages.contact.guards import GuardedForm
from pages.contact.texts import clean_line, clean_lines, western_digits
from translations.registry import language_shown

LINE_LENGTH = 255
TELEPHONE_LENGTH = 40
EMAIL_LENGTH = 254  # RFC 5321, 4.5.3.1.3
TEXT_LENGTH = 10_000
FOREIGN = {"dir": "auto"}  # a reader may answer in any language
LATIN = {"dir": "ltr", "spellcheck": "false", "autocapitalize": "none"}


def stand_in_language(question: Any, name: str) -> dict[str, str]:
    """Return ``lang`` and ``dir`` when a translated text comes from another language."""
    shown = language_shown(question, name)
    if shown is None or shown == translation.get_language():
        return {}
    return {"lang": shown, "dir": BY_CODE[shown].direction}


class LineField(forms.CharField):
    """One line of text in any language."""

    def to_python(self, value: Any) -> str:
        return clean_line(super().to_python(value) or "")


class LinesField(forms.CharField):
    """Several lines of text in any language."""

    def to_python(self, value: Any) -> str:
        return clean_lines(super().to_python(value) or "")


class TelephoneField(LineField):
    """A telephone number, in the digits of any script."""

    def to_python(self, value: Any) -> str:
        return western_digits(super().to_python(value))


class ContactFormBuilder(FormBuilder):
    """Makes a form field of each question."""

    def get_form_class(self) -> type[forms.Form]:
        """Return the form with its guards."""
        return type("ContactForm", (GuardedForm,), self.formfields)

    @property
    def formfields(self) -> dict[str, forms.Field]:
        """Return the fields by name, each with the attributes of texts that stand in."""
        fields = {}
        for question in self.fields:
            create = self.get_create_field_function(question.field_type)
            field = create(question, self.get_field_options(question))
            if question.autocomplete:
                field.widget.attrs["autocomplete"] = question.autocomplete
            if isinstance(field.widget, forms.Select):
                field.widget.attrs |= stand_in_language(question, "choices")
            field.label_attributes = flatatt(stand_in_language(question, "label"))
            field.help_attributes = flatatt(stand_in_language(question, "help_text"))
            field.choice_attributes = flatatt(stand_in_language(question, "choices"))
            fields[question.clean_name] = field
        return fields

    def create_singleline_field(self, field: Any, options: dict[str, Any]) -> forms.Field:
        return LineField(
            max_length=LINE_LENGTH, widget=forms.TextInput(attrs=FOREIGN.copy()), **options
        )

    def create_multiline_field(self, field: Any, options: dict[str, Any]) -> forms.Field:
        widget = forms.Textarea(attrs=FOREIGN | {"rows": 8})
        return LinesField(max_length=TEXT_LENGTH, widget=widget, **options)

    def create_email_field(self, field: Any, options: dict[str, Any]) -> forms.Field:
        widget = forms.EmailInput(attrs=LATIN | {"autocomplete": "email"})
        return forms.EmailField(max_length=EMAIL_LENGTH, widget=widget, **options)

    def create_telephone_field(self, field: Any, options: dict[str, Any]) -> forms.Field:
        widget = forms.TextInput(attrs=LATIN | {"autocomplete": "tel", "type": "tel"})
        return TelephoneField(max_length=TELEPHONE_LENGTH, widget=widget, **options)

    def create_url_field(self, field: Any, options: dict[str, Any]) -> forms.Field:
        widget = forms.URLInput(attrs=LATIN.copy())
        return forms.URLField(
            max_length=LINE_LENGTH, widget=widget, assume_scheme="https", **options
        )

    def create_number_field(self, field: Any, options: dict[str, Any]) -> forms.Field:
        widget = forms.TextInput(attrs=LATIN | {"inputmode": "decimal"})
        return forms.DecimalField(max_digits=30, widget=widget, **options)

    def create_date_field(self, field: Any, options: dict[str, Any]) -> forms.Field:
        widget = forms.DateInput(attrs={"type": "date", "dir": "ltr"}, format="%Y-%m-%d")
        return forms.DateField(widget=widget, **options)

    def create_checkbox_field(self, field: Any, options: dict[str, Any]) -> forms.Field:
        return forms.BooleanField(**options | {"initial": bool(options["initial"])})

    def create_dropdown_field(self, field: Any, options: dict[str, Any]) -> forms.Field:
        choices = [("", _("Choose…")), *self.get_formatted_field_choices(field)]
        return forms.ChoiceField(choices=choices, **options)

    def get_formatted_field_choices(self, field: Any) -> list[tuple[str, str]]:
        """Return the choices, one on each line of the question's text."""
        lines = (clean_line(line) for line in (field.choices or "").splitlines())
        return [(line, line) for line in dict.fromkeys(lines) if line]

    def get_formatted_field_initial(self, field: Any) -> list[str]:
        """Return the choices made beforehand, one on each line."""
        return [clean_line(line) for line in (field.default_value or "").splitlines()]
