"""Bad input meets a clear refusal in the reader's language, never a failure of the server."""

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from isesco_site.languages import BY_CODE, CODES
from pages.models import StandardPage
from tests.interface import child, create, signed_in
from tests.site_pages import home_page

pytestmark = pytest.mark.django_db
BIDI = "\u202a\u202e\u2066\u2069\u200f"
FUZZ = settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
LIST = "programmes/interventions/"
#: Pieces of addresses, percent-encoded: controls, broken UTF-8, traversal, bidi, plain words.
PIECES = st.sampled_from(
    (
        *("%00", "%FF", "%C3%28", "%ED%A0%80", "%F0%9F%98%80", "%E2%80%AE", "%0A", "%0D%0A"),
        *("..", ".", "%2e%2e", "%2F", "%5C", ";", ":", "@", "%25", "%2500", "*", "'", '"', "<"),
        *("about", "ar", "fr", "contact", "programmes", "interventions", "admin", "media"),
        *("static", "documents", "%D8%B9%D8%B1%D8%A8%D9%8A", "0", "-1", "99999999999999999999"),
    )
)
PATHS = st.lists(PIECES, max_size=6).map("/".join)
NAMES = st.sampled_from(["sector", "plan", "priority", "page", "sent", "mode", "next", "q", "%FF"])
QUERIES = st.lists(st.tuples(NAMES, PIECES).map("=".join), max_size=4).map("&".join)


def is_refused(response, language: str) -> bool:
    """Tell whether a response is a page of the 4xx kind in a language."""
    start = f'<html lang="{language}" dir="{BY_CODE[language].direction}">'
    return 400 <= response.status_code < 500 and start in response.content.decode()


@FUZZ
@given(path=PATHS, query=QUERIES, language=st.sampled_from(CODES))
def test_no_address_breaks_the_site(path, query, language):
    client = Client(raise_request_exception=False)
    for address in (f"/{language}/{path}", f"/{path}", f"/{language}/{LIST}"):
        assert client.get(f"{address}?{query}").status_code < 500, (address, query)


@FUZZ
@given(text=st.text(max_size=60), name=NAMES)
def test_no_query_breaks_a_list(text, name):
    client = Client(raise_request_exception=False)
    assert client.get(f"/ar/{LIST}", {name: text}).status_code < 500


@FUZZ
@given(answers=st.dictionaries(st.sampled_from(["mark", "leave_empty", "x"]), st.text()))
def test_no_text_breaks_the_contact_form(answers):
    client = Client(raise_request_exception=False)
    assert client.post("/fr/contact/", answers).status_code == 200


@pytest.mark.parametrize("path", ["a%00b/", "?q=%00", f"{LIST}?sector=%00", "contact/?sent=a%00"])
def test_nul_is_refused(client, language, path):
    response = client.get(f"/{language}/{path}")
    assert response.status_code == 400
    assert is_refused(response, language)


@pytest.mark.parametrize(
    "path",
    ["%FF/", "%C3%28/", "%ED%A0%80/", BIDI + "/", "x" * 5000 + "/", "../../etc/passwd", "%2e%2e/"],
)
def test_addresses_of_nothing_are_refused(client, language, path):
    assert is_refused(client.get(f"/{language}/{path}"), language)


@pytest.mark.parametrize("query", ["sector=%FF", "sector=" + "x" * 10_000, "page=%E2%80%AE", "&=&"])
def test_odd_filters_find_nothing_and_break_nothing(client, language, query):
    assert client.get(f"/{language}/{LIST}?{query}").status_code in {200, 404}


@pytest.mark.parametrize("code", ["de", "AR", "ar-MA", "zz", "\u0639\u0631", "fr%00"])
def test_unknown_languages_are_refused(client, language, code):
    response = client.get(f"/{code}/about/", headers={"accept-language": language})
    assert is_refused(response, language)


@pytest.mark.parametrize("host", ["evil.example", "a b", "localhost:x", "[::1", "", "\u202e.org"])
def test_odd_hosts_are_refused(client, language, host):
    response = client.get(f"/{language}/", HTTP_HOST=host)
    assert response.status_code == 400
    assert is_refused(response, language)


def test_forwarded_headers_change_nothing(client, language):
    expected = client.get(f"/{language}/about/").content
    response = client.get(
        f"/{language}/about/",
        headers={
            "x-forwarded-host": "evil.example",
            "x-forwarded-proto": "https",
            "x-forwarded-for": "\u202e, x",
            "x-forwarded-port": "0",
            "x-original-url": "/admin/",
            "x-rewrite-url": "/admin/",
            "forwarded": "host=evil.example",
            "x-http-method-override": "DELETE",
        },
    )
    assert response.content == expected


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "TRACE", "BREW"])
@pytest.mark.parametrize("path", ["about/", ""])
def test_wrong_methods_are_refused(client, language, method, path):
    response = client.generic(method, f"/{language}/{path}")
    assert response.status_code == 405
    assert "GET" in response.headers["Allow"]
    assert is_refused(response, language)


@pytest.mark.parametrize("path", ["/", "/robots.txt", "/sitemap.xml", "/favicon.ico", "/media/x"])
def test_files_are_only_read(client, path):
    assert client.post(path).status_code == 405


@pytest.mark.parametrize("content_type", ["application/x-www-form-urlencoded", "text/plain"])
def test_an_oversized_body_is_refused(client, language, content_type):
    body = b"a=" + b"x" * (5 * 1024 * 1024)
    response = client.post(f"/{language}/contact/", body, content_type=content_type)
    assert response.status_code == 413
    assert is_refused(response, language)


def test_too_many_fields_are_refused(client, language):
    body = "&".join(f"f{number}=1" for number in range(10_001))
    response = client.post(
        f"/{language}/contact/", body, content_type="application/x-www-form-urlencoded"
    )
    assert is_refused(response, language)


@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        ("multipart/form-data", b"--"),
        ("multipart/form-data; boundary=\xff", b"x"),
        ("application/x-www-form-urlencoded; charset=utf-16", b"a=1"),
        ("application/x-www-form-urlencoded; charset=nonsense", b"a=%FF"),
        ("application/x-www-form-urlencoded", b"%FF=%00&mark=%ED%A0%80&&&=="),
        ("", b"\x00"),
    ],
)
def test_damaged_bodies_break_nothing(language, content_type, body):
    client = Client(raise_request_exception=False)
    response = client.generic("POST", f"/{language}/contact/", body, content_type)
    assert response.status_code < 500
    assert f'<html lang="{language}"' in response.content.decode()


@pytest.mark.parametrize(
    "path",
    [
        "/media/../secret_key",
        "/media/images/../../secret_key",
        "/media/images/%2e%2e/%2e%2e/secret_key",
        "/media/images/..%2f..%2fsecret_key",
        "/media/images//etc/passwd",
        "/media/documents/specimen.pdf",
        "/media/images/" + "x" * 300,
        "/media/images/%FF.jpg",
        "/media/images/",
        "/media/",
        "/static/../manage.py",
        "/static/%2e%2e/%2e%2e/manage.py",
        "/static/%00",
        "/static/" + "x" * 5000,
        "/.git/config",
        "/.env",
        "/var/secret_key",
        "/documents/1/../../../etc/passwd",
        "/documents/99999999999999999999/x.pdf",
    ],
)
def test_paths_do_not_lead_out(client, path):
    assert client.get(path).status_code in {400, 404}


@pytest.mark.parametrize("path", ["/admin/login/", "/admin/password_reset/"])
@pytest.mark.parametrize("text", ["\x00", BIDI, "ب" * 5000, "😀@example.org"])
def test_odd_credentials_are_form_errors(client, path, text):
    data = {"username": text, "password": text, "email": text}
    assert client.post(path, data).status_code in {200, 302}


@pytest.mark.parametrize("title", ["ع" * 255, "😀 مؤتمر 👩\u200d🔬", "ا" + "\u064b" * 200])
def test_long_and_odd_titles_are_saved(title):
    home = home_page()
    response = create(signed_in("ar"), home, title_ar=title)
    assert response.status_code == 302
    page = child(home)
    assert page.title_ar == title
    assert page.slug.isascii()


@pytest.mark.parametrize("values", [{"title_ar": "ع" * 256}, {"title_fr": "a\x00b"}, {}])
def test_impossible_titles_are_form_errors(values):
    before = StandardPage.objects.count()
    response = create(signed_in("fr"), home_page(), **values)
    assert response.status_code == 200
    assert StandardPage.objects.count() == before


@pytest.mark.parametrize("text", ["%00", "%FF", "%E2%80%AE", "x" * 5000, "'%22%3C", "99999999999"])
def test_the_admin_search_takes_anything(text):
    client = signed_in("ar")
    for name in ("wagtailadmin_pages:search", "wagtailimages:index", "wagtaildocs:index"):
        assert client.get(f"{reverse(name)}?q={text}&p={text}").status_code < 500
