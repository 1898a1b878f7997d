"""Every page type renders in every language, as a document that says what it is."""

import itertools

import pytest
from bs4 import BeautifulSoup

from isesco_site.languages import BY_CODE
from tests.site_pages import PAGE_TYPES, address, name_of, page_of_type

HEADINGS = ["h1", "h2", "h3", "h4", "h5", "h6"]


def complaints(document: str, language: str) -> list[str]:
    """Return what is wrong with the outline and the language of an HTML document."""
    soup = BeautifulSoup(document, "html.parser")
    html = soup.html
    expected = BY_CODE[language]
    found = []
    if html is None or (html.get("lang"), html.get("dir")) != (language, expected.direction):
        found.append("wrong lang or dir")
    if not (soup.title and soup.title.get_text(strip=True)):
        found.append("no title")
    if len(soup.find_all("h1")) != 1:
        found.append("not one h1")
    if len(soup.find_all("main")) != 1:
        found.append("not one main")
    headings = soup.find_all(HEADINGS)
    found += [f"empty {heading.name}" for heading in headings if is_empty(heading)]
    levels = [int(heading.name[1]) for heading in headings]
    for before, after in itertools.pairwise(levels):
        if after > before + 1:
            found.append(f"h{after} follows h{before}")
    identifiers = [element["id"] for element in soup.find_all(id=True)]
    found += [f"id {name} twice" for name in set(identifiers) if identifiers.count(name) > 1]
    return found


def is_empty(heading) -> bool:
    """Tell whether a heading has neither text nor a picture that stands for text."""
    return not heading.get_text(strip=True) and not heading.find("img", alt=True)


@pytest.mark.django_db
@pytest.mark.parametrize("model", PAGE_TYPES, ids=name_of)
def test_every_page_type_renders(client, model, language):
    response = client.get(address(page_of_type(model), language))
    assert response.status_code == 200
    assert complaints(response.content.decode(), language) == []
    assert "Set-Cookie" not in response.headers or model.__name__ == "ContactPage"


GOOD = '<html lang="ar" dir="rtl"><title>س</title><main><h1>س</h1><h2>ص</h2></main></html>'


def test_canary_a_good_document_passes():
    assert complaints(GOOD, "ar") == []


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        ('lang="ar"', 'lang="en"'),
        ('dir="rtl"', ""),
        ("<title>س</title>", "<title> </title>"),
        ("<h2>ص</h2>", "<h1>ص</h1>"),
        ("<h2>ص</h2>", "<h2> <span></span></h2>"),
        ("<h2>ص</h2>", "<h3>ص</h3>"),
        ("<main>", "<div>"),
        ("<h1>س</h1><h2>", '<h1 id="a">س</h1><h2 id="a">'),
    ],
)
def test_canary_every_defect_is_caught(good, bad):
    document = GOOD.replace(good, bad)
    assert document != GOOD
    assert complaints(document, "ar") != []
