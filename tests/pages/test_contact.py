"""The contact form: readable, honest, and never loses a message."""

import re

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.test import Client
from django.utils import translation

from isesco_site.languages import BY_CODE
from pages.contact import guards
from pages.models import ContactFormField, ContactPage, ContactSubmission
from tests.contact_form import filled, names, send, submission

pytestmark = pytest.mark.django_db

RECEIPT = {
    "ar": "وصلتنا رسالتكم",
    "en": "We have your message",
    "fr": "Nous avons votre message",
}


@pytest.fixture
def page():
    return ContactPage.objects.get()


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
