"""The page through which readers write to the institution, and what they wrote."""

import uuid
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.forms.models import (
    AbstractFormField,
    AbstractFormSubmission,
    FormMixin,
    validate_to_address,
)
from wagtail.contrib.forms.panels import FormSubmissionsPanel

from pages.contact.builder import ContactFormBuilder
from pages.contact.exchange import answer
from pages.models.base import BasePage
from pages.models.mixins import BodyMixin
from pages.panels import InlinePanel, language_panels
from translations.blank import is_blank
from translations.registry import codes, column

PRIVACY_SLUG = "privacy"


class FieldType(models.TextChoices):
    """What a question of the form asks for; the builder makes a field of each."""

    SINGLE_LINE = "singleline", _("Single line of text")
    MULTIPLE_LINES = "multiline", _("Several lines of text")
    EMAIL = "email", _("E-mail address")
    TELEPHONE = "telephone", _("Telephone number")
    URL = "url", _("Web address")
    NUMBER = "number", _("Number")
    DATE = "date", _("Date")
    CHECKBOX = "checkbox", _("Checkbox")
    CHECKBOXES = "checkboxes", _("Checkboxes")
    DROPDOWN = "dropdown", _("Drop-down list")
    RADIO = "radio", _("Radio buttons")


WITH_CHOICES = (FieldType.CHECKBOXES, FieldType.DROPDOWN, FieldType.RADIO)


class Autocomplete(models.TextChoices):
    """What a browser may fill in from what it knows of its user (HTML autofill tokens)."""

    NAME = "name", _("Name of the sender")
    ORGANIZATION = "organization", _("Organization of the sender")
    JOB_TITLE = "organization-title", _("Job title of the sender")
    COUNTRY = "country-name", _("Country of the sender")


class ContactPage(FormMixin, BodyMixin, BasePage):
    """Shows a form, keeps what is sent, tells staff and sends the reader a receipt."""

    to_address = models.CharField(
        _("sent to"),
        max_length=255,
        blank=True,
        validators=[validate_to_address],
        help_text=_(
            "E-mail addresses that are told of each message, separated by commas. If empty, the "
            "address that the site is configured with."
        ),
    )
    thanks = models.TextField(
        _("thanks"), blank=True, help_text=_("Shown once a message has arrived.")
    )
    receipt_subject = models.CharField(_("subject of the receipt"), max_length=120, blank=True)
    receipt_text = models.TextField(
        _("text of the receipt"),
        blank=True,
        help_text=_("Sent to the address that the reader gives, in the reader's language."),
    )

    form_builder = ContactFormBuilder
    preview_modes = BasePage.preview_modes
    translated_fields = (
        *BasePage.translated_fields,
        "body",
        "thanks",
        "receipt_subject",
        "receipt_text",
    )
    minor_fields = (*BasePage.minor_fields, "thanks", "receipt_subject", "receipt_text")
    shared_panels = [
        *BasePage.shared_panels,
        FormSubmissionsPanel(heading=_("Messages received")),
        InlinePanel("form_fields", heading=_("Questions"), label=_("Question")),
        "to_address",
    ]
    search_fields = [*BasePage.search_fields, *BodyMixin.body_search_fields]
    parent_page_types = ["pages.HomePage"]
    subpage_types: list[str] = []
    allowed_http_methods = [*BasePage.allowed_http_methods, "POST"]

    class Meta:
        verbose_name = _("contact page")
        verbose_name_plural = _("contact pages")

    def get_submission_class(self) -> type["ContactSubmission"]:
        """Return the model that keeps what readers send."""
        return ContactSubmission

    def get_submissions_list_view_class(self) -> type:
        """Return the admin's list of what readers sent."""
        from pages.contact.listing import SubmissionsView

        return SubmissionsView

    def get_data_fields(self) -> list[tuple[str, Any]]:
        """Return key and heading of each column of the admin's list."""
        return [
            *super().get_data_fields(),
            ("language", _("Language")),
            ("notice", _("Notice to staff")),
            ("receipt", _("Receipt to the sender")),
        ]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add ``privacy_page``: the live page about personal data, if there is one."""
        context = super().get_context(request, *args, **kwargs)
        context["privacy_page"] = (
            BasePage.objects.live().sibling_of(self).filter(slug=PRIVACY_SLUG).first()
        )
        return context

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Show the form, or receive it."""
        request.is_preview = False
        return answer(self, request)

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """Show the form as it would look in a language."""
        return BasePage.serve_preview(self, request, mode_name)


def new_field_name() -> str:
    """Return a short name for a question, which never depends on its label."""
    return f"field_{uuid.uuid4().hex[:12]}"


class ContactFormField(AbstractFormField):
    """One question of the form."""

    page = ParentalKey(ContactPage, on_delete=models.CASCADE, related_name="form_fields")
    clean_name = models.CharField(_("name"), max_length=32, default=new_field_name, editable=False)
    label = models.CharField(_("label"), max_length=500, blank=True)
    help_text = models.CharField(_("help text"), max_length=500, blank=True)
    field_type = models.CharField(
        _("kind of answer"), max_length=16, choices=FieldType, default=FieldType.SINGLE_LINE
    )
    choices = models.TextField(
        _("choices"), blank=True, help_text=_("One on each line, for lists and buttons.")
    )
    default_value = models.CharField(_("answer filled in beforehand"), max_length=255, blank=True)
    autocomplete = models.CharField(
        _("browsers may fill in"),
        max_length=32,
        blank=True,
        choices=Autocomplete,
        help_text=_("Only for what people say about themselves."),
    )

    panels = [
        FieldPanel("field_type"),
        FieldPanel("required"),
        FieldPanel("autocomplete"),
        *language_panels("label", "help_text", "choices", "default_value"),
    ]
    api_fields: list[Any] = []

    class Meta(AbstractFormField.Meta):
        abstract = False
        verbose_name = _("question")
        verbose_name_plural = _("questions")

    def __str__(self) -> str:
        return self.label or self.clean_name

    def get_field_clean_name(self) -> str:
        """Return the name that the question has had since it was made."""
        return self.clean_name

    def clean(self) -> None:
        """Ask for a label, and for choices where there is something to choose."""
        super().clean()
        if self.is_blank_everywhere("label"):
            raise ValidationError(_("Give the question a label in at least one language."))
        if self.field_type in WITH_CHOICES and self.is_blank_everywhere("choices"):
            raise ValidationError(_("Give the question choices in at least one language."))

    def is_blank_everywhere(self, field_name: str) -> bool:
        """Tell whether a translated field is empty in every language."""
        return all(is_blank(getattr(self, column(field_name, code))) for code in codes())


class Delivery(models.TextChoices):
    """What became of an e-mail."""

    PENDING = "pending", _("not sent yet")
    SENT = "sent", _("sent")
    FAILED = "failed", _("could not be sent")
    NONE = "none", _("no address to send to")


class ContactSubmission(AbstractFormSubmission):
    """What a reader sent, and in which language.

    ``form_mark`` is the mark of the form: one form can be sent once. ``sender_digest`` stands for
    the network of a recent sender (see ``pages.contact.limits``) and is emptied afterwards.
    """

    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES)
    form_mark = models.UUIDField(unique=True, editable=False)
    sender_digest = models.CharField(max_length=64, blank=True, db_index=True, editable=False)
    notice = models.CharField(max_length=8, choices=Delivery, default=Delivery.PENDING)
    receipt = models.CharField(max_length=8, choices=Delivery, default=Delivery.PENDING)

    class Meta(AbstractFormSubmission.Meta):
        abstract = False
        verbose_name = _("contact form submission")
        verbose_name_plural = _("contact form submissions")

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.pk}"

    def get_data(self) -> dict[str, Any]:
        """Return the answers by the names of their questions, and what is known besides."""
        return {
            **super().get_data(),
            "language": self.get_language_display(),
            "notice": str(self.get_notice_display()),
            "receipt": str(self.get_receipt_display()),
        }
