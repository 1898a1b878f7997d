"""The contact form as a well-meaning person fills it in."""

from pages.contact import guards
from pages.models import ContactSubmission


def names(page) -> dict[str, str]:
    """Return the names of the inputs by the kind of the first question that has it."""
    fields = page.form_fields.order_by("-sort_order")
    return {field.field_type: field.clean_name for field in fields}


def filled(page, **changes) -> dict[str, str]:
    """Return a form filled in by a well-meaning person."""
    known = names(page)
    answers = {field.clean_name: "نص" for field in page.form_fields.all()}
    answers[known["email"]] = "reader@example.org"
    answers |= {known[kind]: value for kind, value in changes.items()}
    return answers | {"leave_empty": "", "mark": guards.new_mark()}


def submission() -> ContactSubmission:
    return ContactSubmission.objects.get()


def send(client, page, language="ar", **changes):
    return client.post(f"/{language}/contact/", filled(page, **changes))
