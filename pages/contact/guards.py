"""Keeps machines out of the form without cookies, scripts or puzzles.

A form carries a signed mark with the time at which it was made. A form that comes back a day
later or with its trap filled in is shown again with an explanation; nothing that a person has
written is lost. A form that comes back at once is taken: browsers fill forms in for people.
"""

import uuid
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.forms.forms import BaseForm

MAXIMUM_AGE = 24 * 60 * 60  # seconds
MARK = "mark"
TRAP = "leave_empty"
signer = signing.TimestampSigner(salt="pages.contact.form")


def new_mark() -> str:
    """Return a fresh mark for a form."""
    return signer.sign(uuid.uuid4().hex)


@dataclass(frozen=True)
class ErrorLink:
    """An error of the form; ``target`` is the id of the input it is about."""

    message: str
    label: str = ""
    label_attributes: str = ""
    target: str = ""


class GuardedForm(BaseForm):
    """A form that comes with a trap and a signed mark.

    ``cleaned_data["mark"]`` is the form's UUID.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.questions = list(self.fields)
        self.fields[TRAP] = forms.CharField(
            required=False,
            max_length=255,
            label=_("Leave this field empty"),
            widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
        )
        self.fields[TRAP].label_attributes = ""
        self.fields[MARK] = forms.CharField(
            required=False, initial=new_mark, widget=forms.HiddenInput
        )

    def question_fields(self) -> list[forms.BoundField]:
        """Return the questions of the form, without its guards."""
        return [self[name] for name in self.questions]

    def answers(self) -> dict[str, Any]:
        """Return the cleaned answers by the names of the questions."""
        return {name: self.cleaned_data[name] for name in self.questions}

    def error_links(self) -> list["ErrorLink"]:
        """Return every error, with the input it is about, in the order of the form."""
        links = [
            ErrorLink(message, field.label, field.field.label_attributes, input_id(field))
            for field in (*self.question_fields(), self[TRAP])
            for message in field.errors
        ]
        general = [*self.non_field_errors(), *self[MARK].errors]
        return links + [ErrorLink(message) for message in general]

    def sender_addresses(self) -> list[str]:
        """Return the e-mail address that the sender gives first, if any."""
        addresses = (
            self.cleaned_data[name]
            for name in self.questions
            if isinstance(self.fields[name], forms.EmailField)
        )
        return [address for address in addresses if address][:1]

    def clean_leave_empty(self) -> str:
        """Refuse a form whose trap is filled in."""
        if self.cleaned_data[TRAP]:
            raise ValidationError(_("Empty this field, then send the form again."))
        return ""

    def clean(self) -> dict[str, Any]:
        """Read the mark, once everything else is right."""
        cleaned_data = super().clean()
        if not self.errors:
            cleaned_data[MARK] = self.read_mark(cleaned_data[MARK])
        return cleaned_data

    def read_mark(self, mark: str) -> uuid.UUID:
        """Return the form's UUID.

        Raises:
            ValidationError: the form came back too late, or its mark is not ours.
        """
        try:
            value = signer.unsign(mark, max_age=MAXIMUM_AGE)
        except signing.BadSignature as error:
            self.data = self.data.copy()
            self.data[self.add_prefix(MARK)] = new_mark()
            message = _("The form was open for too long. Please send it again.")
            raise ValidationError(message, code="stale") from error
        return uuid.UUID(hex=value)


def input_id(field: forms.BoundField) -> str:
    """Return the id of the input, or of the first of several, that a field consists of."""
    return field.id_for_label or f"{field.auto_id}_0"
