"""The contact form: readable, honest, hard to abuse, and never loses a message."""

import re
from datetime import timedelta

import pytest
from django.conf import settings
from django.core import mail
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.test import Client
from django.utils import translation
from django.utils.timezone import now

from isesco_site.languages import BY_CODE
from pages.contact import guards, limits
from pages.models import ContactFormField, ContactPage, ContactSubmission

pytestmark = pytest.mark.django_db

RECEIPT = {
    "ar": "وصلتنا رسالتكم",
    "en": "We have your message",
    "fr": "Nous avons votre message",
}


@pytest.fixture
def page():
    return ContactPage.objects.get()


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


def test_the_form_is_in_the_readers_language(client, language, page):
    html = client.get(f"/{language}/contact/").content.decode()
    assert f'<html lang="{language}" dir="{BY_CODE[language].direction}">' in html
    with translation.override(language):
        for field in page.form_fields.all():
            assert field.label in html


def test_inputs_say_what_they_hold(client, page):
    html = client.get("/ar/contact/").content.decode()
    (email,) = re.findall(r'<input type="email"[^>]*>', html)
    (text,) = re.findall(r"<textarea[^>]*>", html)
    assert 'dir="ltr"' in email
    assert 'autocomplete="email"' in email
    assert 'dir="auto"' in text


def test_an_autofill_token_reaches_the_input(client, page):
    field = page.form_fields.filter(field_type="singleline").first()
    field.autocomplete = "name"
    field.save()
    html = client.get("/fr/contact/").content.decode()
    assert re.search(rf'<input[^>]*name="{field.clean_name}"[^>]*autocomplete="name"', html)


def test_a_label_that_stands_in_says_its_language(client, page):
    field = page.form_fields.first()
    field.label_fr = ""
    field.save()
    html = client.get("/fr/contact/").content.decode()
    assert f'<span dir="ltr" lang="en">{field.label_en}</span>' in html


def test_the_form_is_there_in_a_language_the_page_lacks(client, page):
    page.title_fr = ""
    page.save()
    html = client.get("/fr/contact/").content.decode()
    assert "<form" in html
    assert 'name="robots" content="noindex"' in html


def test_a_message_is_kept_and_the_reader_is_thanked(client, language, page):
    response = send(client, page, language)
    assert response.status_code == 302
    assert response.url.startswith(f"/{language}/contact/?sent=")
    kept = submission()
    assert kept.language == language
    assert kept.form_data[names(page)["multiline"]] == "نص"
    thanks = client.get(response.url)
    assert thanks.status_code == 200
    assert "<form" not in thanks.content.decode()
    assert thanks.headers["X-Robots-Tag"] == "noindex"


def test_the_thanks_set_no_cookie(page):
    response = send(Client(), page)
    assert not Client().get(response.url).cookies


@pytest.mark.parametrize("reference", ["1", "", "x:y:z", "\u202e", "MQ:1aaaaa:forged"])
def test_nobody_is_thanked_for_what_was_not_sent(client, reference):
    response = client.get("/en/contact/", {"sent": reference})
    assert response.status_code == 200
    assert "<form" in response.content.decode()


def test_the_receipt_is_in_the_readers_language(client, language, page):
    for code, subject in RECEIPT.items():
        setattr(page, f"receipt_subject_{code}", subject)
        setattr(page, f"receipt_text_{code}", f"{subject}.")
    page.save()
    send(client, page, language)
    (message,) = [m for m in mail.outbox if m.to == ["reader@example.org"]]
    html = message.alternatives[0].content
    attributes = f'lang="{language}" dir="{BY_CODE[language].direction}"'
    assert message.subject == RECEIPT[language]
    assert f"<html {attributes}>" in html
    assert f"<div {attributes}>" in html
    assert RECEIPT[language] in message.body
    assert message.body.startswith("\u200f") == (language == "ar")
    assert message.extra_headers["Content-Language"] == language
    assert message.message().as_bytes()
    assert submission().receipt == "sent"


def test_the_receipt_repeats_nothing_that_was_written(client, page):
    send(client, page, multiline="Buy at https://bad.example/")
    receipt = next(m for m in mail.outbox if m.to == ["reader@example.org"])
    assert "bad.example" not in receipt.body + receipt.alternatives[0].content


def test_staff_are_told_and_can_answer(client, page):
    page.to_address = "one@example.org, two@example.org"
    page.save()
    send(client, page, multiline="سطر\nLine <b>")
    notice = next(m for m in mail.outbox if "one@example.org" in m.to)
    assert notice.to == ["one@example.org", "two@example.org"]
    assert notice.reply_to == ["reader@example.org"]
    assert "سطر\nLine <b>" in notice.body
    assert "Line &lt;b&gt;" in notice.alternatives[0].content
    assert submission().notice == "sent"


def test_the_configured_address_is_the_default(client, page, settings):
    settings.CONTACT_EMAIL = "office@example.org"
    send(client, page)
    assert ["office@example.org"] in [m.to for m in mail.outbox]


def test_no_address_means_no_notice(client, page, settings):
    settings.CONTACT_EMAIL = ""
    send(client, page)
    assert submission().notice == "none"


@pytest.mark.parametrize("broken", ["open", "send_messages"])
def test_a_message_survives_a_broken_mail_server(client, page, language, monkeypatch, broken):
    def fail(*args, **kwargs):
        raise ConnectionRefusedError("no mail today")

    monkeypatch.setattr(f"django.core.mail.backends.locmem.EmailBackend.{broken}", fail)
    response = send(client, page, language)
    assert submission().receipt == "failed"
    thanks = client.get(response.url)
    with translation.override(language):
        expected = translation.gettext(
            "Your message is stored and will be read, but the receipt could not be sent to your "
            "e-mail address."
        )
    assert expected in thanks.content.decode()


def test_a_receipt_that_goes_nowhere_does_not_count_as_sent(client, page, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
    send(client, page)
    assert submission().receipt == "failed"


def test_a_form_sent_twice_is_stored_once(client, page):
    answers = filled(page)
    first = client.post("/en/contact/", answers)
    second = client.post("/en/contact/", answers)
    assert (first.status_code, second.status_code) == (302, 302)
    assert ContactSubmission.objects.count() == 1
    assert len([m for m in mail.outbox if m.to == ["reader@example.org"]]) == 1


def test_errors_are_linked_and_in_the_readers_language(client, page, language):
    name = names(page)["email"]
    html = send(client, page, language, email="nobody").content.decode()
    with translation.override(language):
        message = str(validate_email.message)
    (entry,) = re.findall(rf'<input[^>]*name="{name}"[^>]*>', html)
    assert 'aria-invalid="true"' in entry
    assert f"id_{name}_error" in re.search('aria-describedby="([^"]*)"', entry)[1]
    assert f'id="id_{name}_error"' in html
    summary = html[html.index("c-form__summary") :]
    assert "autofocus" in summary
    assert f'href="#id_{name}"' in summary
    assert message in summary
    assert not ContactSubmission.objects.exists()


def test_what_was_written_comes_back_with_the_errors(client, page):
    html = send(client, page, email="nobody", multiline="كلام طويل <b>").content.decode()
    assert "كلام طويل &lt;b&gt;" in html


@pytest.mark.parametrize("kind", ["singleline", "multiline", "email"])
def test_nul_is_an_error_of_the_form(client, page, kind):
    response = send(client, page, **{kind: "a\x00b@example.org"})
    assert response.status_code == 200
    assert not ContactSubmission.objects.exists()


@pytest.mark.parametrize("name", ["mark", "leave_empty"])
def test_nul_in_a_guard_is_an_error_of_the_form(client, page, name):
    response = client.post("/ar/contact/", filled(page) | {name: "a\x00b"})
    assert response.status_code == 200
    assert "c-form__summary" in response.content.decode()


def test_disguise_is_removed(client, page):
    send(
        client,
        page,
        singleline="\u202eevil\u2066 name\r\nBcc: all@example.org\x07",
        multiline="a\u202eb\r\nc\x07 👩\u200d🔬",
    )
    data = submission().form_data
    assert data[names(page)["singleline"]] == "evil name Bcc: all@example.org"
    assert data[names(page)["multiline"]] == "ab\nc 👩\u200d🔬"


def test_no_header_can_be_injected(client, page):
    page.receipt_subject_en = "Received\r\nBcc: all@example.org"
    page.save()
    response = send(client, page, "en", email="a@example.org\nBcc: b@example.org")
    assert response.status_code == 200
    send(client, page, "en", singleline="x\nBcc: all@example.org")
    for message in mail.outbox:
        assert "Bcc" not in message.message()


@pytest.mark.parametrize(("kind", "length"), [("singleline", 256), ("multiline", 10_001)])
def test_lengths_have_limits(client, page, kind, length):
    assert send(client, page, **{kind: "ب" * length}).status_code == 200
    assert not ContactSubmission.objects.exists()
    assert send(client, page, **{kind: "ب" * (length - 1)}).status_code == 302


def test_a_machine_falls_into_the_trap(client, page):
    response = client.post("/en/contact/", filled(page) | {"leave_empty": "http://bad.example/"})
    assert response.status_code == 200
    assert 'href="#id_leave_empty"' in response.content.decode()
    assert not ContactSubmission.objects.exists()


def test_a_stale_form_comes_back_fresh_with_its_text(client, page, monkeypatch):
    answers = filled(page, multiline="long text")
    monkeypatch.setattr(guards, "MAXIMUM_AGE", -1)
    html = client.post("/en/contact/", answers).content.decode()
    monkeypatch.undo()
    fresh = re.search(r'name="mark" value="([^"]+)"', html)[1]
    assert fresh != answers["mark"]
    assert "long text" in html
    assert client.post("/en/contact/", answers | {"mark": fresh}).status_code == 302


@pytest.mark.parametrize("mark", ["", "forged", "a:b:c"])
def test_a_forged_mark_is_refused(client, page, mark):
    assert client.post("/en/contact/", filled(page) | {"mark": mark}).status_code == 200
    assert not ContactSubmission.objects.exists()


def test_a_network_can_send_so_many(client, page, language, monkeypatch):
    monkeypatch.setattr(limits, "MAXIMUM", 2)
    assert [send(client, page, language).status_code for _ in range(3)] == [302, 302, 429]
    refused = send(client, page, language, multiline="kept text")
    assert refused.headers["Retry-After"] == "3600"
    assert "kept text" in refused.content.decode()
    elsewhere = Client(REMOTE_ADDR="203.0.113.9")
    assert send(elsewhere, page, language).status_code == 302


def test_senders_are_forgotten_after_the_window(client, page, monkeypatch):
    monkeypatch.setattr(limits, "MAXIMUM", 1)
    send(client, page)
    assert "127.0.0.1" not in submission().sender_digest
    earlier = now() - limits.WINDOW - timedelta(seconds=1)
    ContactSubmission.objects.update(submit_time=earlier)
    assert send(client, page).status_code == 302
    assert ContactSubmission.objects.filter(sender_digest="").count() == 1


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("192.0.2.1", "192.0.2.1"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("2001:db8::1:2:3:4", "2001:db8::/64"),
        ("", ""),
        ("unix:", ""),
    ],
)
def test_networks(rf, address, network):
    assert limits.client_network(rf.get("/", REMOTE_ADDR=address)) == network


def test_a_forwarded_address_counts_only_from_a_trusted_proxy(rf, settings):
    request = rf.get("/", HTTP_X_FORWARDED_FOR="198.51.100.7, 203.0.113.5")
    assert limits.client_network(request) == "127.0.0.1"
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    assert limits.client_network(request) == "203.0.113.5"


def test_a_form_needs_its_token(page):
    client = Client(enforce_csrf_checks=True)
    assert send(client, page).status_code == 403
    response = client.get("/ar/contact/")
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', response.content.decode())[1]
    answers = filled(page) | {"csrfmiddlewaretoken": token}
    assert client.post("/ar/contact/", answers).status_code == 302


def test_only_the_protecting_cookie_is_set(client):
    cookies = client.get("/ar/contact/").cookies
    assert list(cookies) == [settings.CSRF_COOKIE_NAME]
    assert cookies[settings.CSRF_COOKIE_NAME]["httponly"]
    assert cookies[settings.CSRF_COOKIE_NAME]["samesite"] == "Lax"


def test_every_kind_of_question_is_shown_and_taken(client, page, language):
    page.form_fields.all().delete()
    answers = {
        "singleline": "اسم",
        "multiline": "نص",
        "email": "reader@example.org",
        "telephone": "+٢١٢ ٥٣٧",
        "url": "example.org",
        "number": "٢٠١٦",
        "date": "2016-05-03",
        "checkbox": "on",
        "checkboxes": ["أ", "ب"],
        "dropdown": "أ",
        "radio": "ب",
    }
    for order, kind in enumerate(answers):
        label = dict.fromkeys(("label_ar", "label_en", "label_fr"), kind)
        field = ContactFormField(page=page, field_type=kind, sort_order=order, **label)
        field.choices_ar = "أ\nب\nأ\n"
        field.full_clean()
        field.save()
    known = names(page)
    sent = {known[kind]: answer for kind, answer in answers.items()}
    shown = client.get(f"/{language}/contact/").content.decode()
    assert shown.count("<fieldset") == 2
    assert ('<ul class="c-form__choices" role="list" dir="rtl" lang="ar"' in shown) == (
        language != "ar"
    )
    empty = client.post(f"/{language}/contact/", {"mark": guards.new_mark()})
    assert empty.content.decode().count('class="c-form__error"') == len(answers)
    response = client.post(
        f"/{language}/contact/", sent | {"leave_empty": "", "mark": guards.new_mark()}
    )
    assert response.status_code == 302
    data = submission().form_data
    assert data[known["telephone"]] == "+212 537"
    assert data[known["number"]] == "2016"
    assert data[known["date"]] == "2016-05-03"
    assert data[known["checkboxes"]] == ["أ", "ب"]


def test_a_question_needs_a_label_and_its_choices():
    with pytest.raises(ValidationError, match="label"):
        ContactFormField(field_type="singleline").clean()
    with pytest.raises(ValidationError, match="choices"):
        ContactFormField(field_type="radio", label_fr="Sujet").clean()
