"""The contact form is hard to abuse: disguise, floods, forged and repeated forms."""

import re
from datetime import timedelta

import pytest
from django.conf import settings
from django.core import mail
from django.test import Client
from django.utils.timezone import now

from pages.contact import guards, limits
from pages.models import ContactPage, ContactSubmission
from tests.contact_form import filled, names, send, submission

pytestmark = pytest.mark.django_db


@pytest.fixture
def page():
    return ContactPage.objects.get()


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
