"""The e-mail about a message: a notice to staff and a receipt to the sender.

A failure is logged and recorded beside the message, which is stored already.
"""

import datetime
import logging
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from isesco_site.languages import BY_CODE
from pages.contact.texts import clean_line
from translations.registry import column

if TYPE_CHECKING:
    from pages.contact.guards import GuardedForm
    from pages.models import ContactPage, ContactSubmission

logger = logging.getLogger(__name__)
RIGHT_TO_LEFT_MARK = "\u200f"
# What these take goes nowhere: they stand in while no mail server is configured.
BACKENDS_WITHOUT_SERVER = tuple(
    f"django.core.mail.backends.{name}.EmailBackend" for name in ("console", "dummy", "filebased")
)
# RFC 3834: no machine is to answer these messages.
AUTOMATIC = {"Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All"}


def send(page: "ContactPage", submission: "ContactSubmission", form: "GuardedForm") -> None:
    """Send both messages and record on ``submission`` what became of them."""
    messages = {
        "notice": notice(page, submission, form),
        "receipt": receipt(page, submission, form),
    }
    states = deliver({name: message for name, message in messages.items() if message})
    for name in messages:
        setattr(submission, name, states.get(name, "none"))
    submission.save(update_fields=list(messages))


def deliver(messages: dict[str, EmailMultiAlternatives]) -> dict[str, str]:
    """Send messages over one connection; return "sent" or "failed" for each."""
    states = dict.fromkeys(messages, "failed")
    connection = get_connection()
    try:
        if messages:
            connection.open()
    except Exception:
        logger.exception("The mail server cannot be reached")
        return states
    for name, message in messages.items():
        try:
            connection.send_messages([message])
        except Exception:
            logger.exception("The %s about a contact form cannot be sent", name)
        else:
            if settings.EMAIL_BACKEND not in BACKENDS_WITHOUT_SERVER:
                states[name] = "sent"
    connection.close()
    return states


def notice(
    page: "ContactPage", submission: "ContactSubmission", form: "GuardedForm"
) -> EmailMultiAlternatives | None:
    """Return the notice to staff, in the page's source language, if there is an address."""
    addresses = page.to_address or settings.CONTACT_EMAIL
    recipients = [address.strip() for address in addresses.split(",") if address.strip()]
    if not recipients:
        return None
    with translation.override(page.source_language):
        subject = _("Message %(number)s from the contact form") % {"number": submission.pk}
        context = {
            "answers": written_answers(page, form),
            "language_of_sender": submission.get_language_display(),
        }
        return message("notice", subject, context, recipients, reply_to=form.sender_addresses())


def receipt(
    page: "ContactPage", submission: "ContactSubmission", form: "GuardedForm"
) -> EmailMultiAlternatives | None:
    """Return the receipt to the sender, in the language the form was sent in.

    It repeats nothing of the message: whoever fills in somebody else's address cannot make the
    institution write them what they like.
    """
    recipients = form.sender_addresses()
    if not recipients:
        return None
    language = submission.language
    with translation.override(language):
        subject = getattr(page, column("receipt_subject", language)) or _(
            "We have received your message"
        )
        text = getattr(page, column("receipt_text", language)) or _(
            "Thank you for writing to us. Your message has arrived."
        )
        return message("receipt", subject, {"text": text}, recipients)


def message(
    name: str, subject: str, context: dict[str, Any], recipients: list[str], **options: Any
) -> EmailMultiAlternatives:
    """Return a message in the active language, as plain text and as HTML."""
    language = BY_CODE[translation.get_language()]
    context = context | {"language": language, "subject": clean_line(subject)}
    email = EmailMultiAlternatives(
        subject=context["subject"],
        body=in_direction(render_to_string(f"emails/{name}.txt", context), language.direction),
        to=recipients,
        headers=AUTOMATIC | {"Content-Language": language.code},
        **options,
    )
    email.attach_alternative(render_to_string(f"emails/{name}.html", context), "text/html")
    return email


def in_direction(text: str, direction: str) -> str:
    """Return plain text whose lines keep the base direction in programs that guess it."""
    if direction == "ltr":
        return text
    return "\n".join(RIGHT_TO_LEFT_MARK + line if line else line for line in text.splitlines())


def written_answers(page: "ContactPage", form: "GuardedForm") -> list[tuple[str, str]]:
    """Return label and answer of each question, in the active language."""
    answers = form.answers()
    return [
        (question.label, written(answers[question.clean_name]))
        for question in page.get_form_fields()
        if question.clean_name in answers
    ]


def written(answer: Any) -> str:
    """Return an answer as people read it."""
    if isinstance(answer, bool):
        return _("Yes") if answer else _("No")
    if isinstance(answer, list):
        return "\n".join(answer)
    if isinstance(answer, datetime.date):
        return date_format(answer, "DATE_FORMAT")
    return "" if answer is None else str(answer)
