"""The conversation with a reader: the form, the message stored, the thanks."""

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.core import signing
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import translation
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _

from pages.contact import limits, mail

if TYPE_CHECKING:
    from pages.contact.guards import GuardedForm
    from pages.models import ContactPage, ContactSubmission

SENT = "sent"
SALT = "pages.contact.sent"
THANKS_AGE = 60 * 60  # seconds for which an address with thanks is good


def answer(page: "ContactPage", request: HttpRequest) -> HttpResponse:
    """Show the form, receive it, or thank for what was sent."""
    if request.method == "POST":
        response = receive(page, request)
    elif submission := submission_thanked_for(page, request):
        response = thanks(page, request, submission)
    else:
        response = form_page(page, request, page.get_form(page=page))
    patch_cache_control(response, private=True, no_cache=True)
    return response


def receive(page: "ContactPage", request: HttpRequest) -> HttpResponse:
    """Store a message, then send e-mail, then lead to the thanks.

    The message is safe in the database before any e-mail is tried.
    """
    form = page.get_form(request.POST, page=page)
    if not form.is_valid():
        return form_page(page, request, form)
    try:
        submission, is_new = store(page, request, form)
    except limits.TooManyMessagesError:
        form.add_error(
            None,
            _("Many messages have come from your network. Please send yours in an hour."),
        )
        response = form_page(page, request, form, status=429)
        response.headers["Retry-After"] = str(int(limits.WINDOW.total_seconds()))
        return response
    if is_new:
        mail.send(page, submission, form)
    reference = signing.dumps(submission.pk, salt=SALT)
    return redirect(f"{page.get_url(request)}?{urlencode({SENT: reference})}")


def store(
    page: "ContactPage", request: HttpRequest, form: "GuardedForm"
) -> tuple["ContactSubmission", bool]:
    """Keep a message; return it, and whether it is new.

    A form sent twice (a second click, a reload) is stored once.

    Raises:
        TooManyMessagesError: the sender's network has sent enough for now.
    """
    submissions = page.get_submission_class().objects
    mark = form.cleaned_data["mark"]
    with transaction.atomic():
        digest = limits.sender_digest(request)
        limits.wait_for_turn(page.pk)
        if known := submissions.filter(form_mark=mark).first():
            return known, False
        limits.check(submissions, digest)
        submission = submissions.create(
            page=page,
            form_data=form.answers(),
            language=translation.get_language(),
            form_mark=mark,
            sender_digest=digest,
        )
    return submission, True


def submission_thanked_for(page: "ContactPage", request: HttpRequest) -> "ContactSubmission | None":
    """Return the message that the address says has been sent, if it says so truly."""
    try:
        primary_key = signing.loads(request.GET.get(SENT, ""), salt=SALT, max_age=THANKS_AGE)
    except signing.BadSignature:
        return None
    return page.get_submissions().filter(pk=primary_key).first()


def form_page(
    page: "ContactPage", request: HttpRequest, form: Any, status: int = 200
) -> TemplateResponse:
    """Show the form, with the errors it may have."""
    context = page.get_context(request) | {"form": form}
    return TemplateResponse(request, page.get_template(request), context, status=status)


def thanks(
    page: "ContactPage", request: HttpRequest, submission: "ContactSubmission"
) -> TemplateResponse:
    """Say that the message has arrived and what became of the receipt."""
    context = page.get_context(request) | {"submission": submission}
    response = TemplateResponse(request, page.get_landing_page_template(request), context)
    response.headers["X-Robots-Tag"] = "noindex"
    return response
