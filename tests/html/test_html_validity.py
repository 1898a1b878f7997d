"""Every kind of page is valid HTML in each language, by the Nu HTML Checker."""

import pytest
from django.test import RequestFactory

from isesco_site import errors
from isesco_site.languages import CODES
from pages.models import ContactPage
from tests import specimens
from tests.html import checker
from tests.site_pages import PAGE_TYPES, address, name_of, page_of_type

ERRORS = {
    "400": errors.bad_request,
    "403": errors.permission_denied,
    "404": errors.page_not_found,
    "405": lambda request: errors.method_not_allowed(request, "GET"),
    "413": errors.content_too_large,
    "500": errors.server_error,
    "503": errors.service_unavailable,
    "csrf": errors.csrf_failure,
}
SPECIMENS = [
    f"{specimens.ALL_BLOCKS}/",
    f"{specimens.SECTION}/{specimens.FRENCH_ONLY}/",
    f"{specimens.SECTION}/{specimens.ARABIC_ONLY}/",
]


def documents(client, language):
    """Yield name and content of one document of each kind in a language."""
    for model in PAGE_TYPES:
        yield name_of(model), client.get(address(page_of_type(model), language)).content
    for path in SPECIMENS:
        yield path.replace("/", "-"), client.get(f"/{language}/{path}").content
    yield "contact-refused", client.post(address(page_of_type(ContactPage), language)).content
    request = RequestFactory().get(f"/{language}/")
    for name, view in ERRORS.items():
        yield f"error-{name}", view(request).content


@pytest.mark.django_db
def test_every_kind_of_page_is_valid_html(client, tmp_path):
    names = set()
    for language in CODES:
        for name, content in documents(client, language):
            assert content, name
            (tmp_path / f"{language}-{name}.html").write_bytes(content)
            names.add(name)
    assert len(names) == len(PAGE_TYPES) + len(SPECIMENS) + len(ERRORS) + 1
    found = checker.check(tmp_path)
    assert found == [], "\n".join(found)


def test_canary_invalid_html_is_reported(tmp_path):
    (tmp_path / "bad.html").write_text(
        '<!doctype html><html lang="ar" dir="rtl"><title>س</title><ul><p>س</p></ul></html>'
    )
    (tmp_path / "good.html").write_text(
        '<!doctype html><html lang="ar" dir="rtl"><title>مرحبا</title><p>مرحبا بكم</p></html>'
    )
    found = checker.check(tmp_path)
    assert len(found) == 1
    assert "bad.html" in found[0]
    assert "ul" in found[0]
