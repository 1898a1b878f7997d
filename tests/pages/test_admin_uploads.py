"""What the image and document libraries take in, one by one and several at once."""

import io
import struct
import zipfile
import zlib

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from pages.models import SiteDocument, SiteImage
from tests.staff import signed_in

pytestmark = pytest.mark.django_db

PDF = b"%PDF-1.7\n1 0 obj <<>> endobj\n%%EOF\n"
PROGRAM = b"MZ\x90\x00" + b"\x00" * 200


def office(*names):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name in names:
            archive.writestr(name, "<x/>")
    return content.getvalue()


def png(width=20, height=10):
    content = io.BytesIO()
    Image.new("RGB", (width, height), "teal").save(content, "PNG")
    return content.getvalue()


def png_that_claims(width, height):
    """Return a small PNG whose header announces another size."""
    data = png()
    header = struct.pack(">II", width, height) + data[24:29]
    check = struct.pack(">I", zlib.crc32(b"IHDR" + header))
    return data[:16] + header + check + data[33:]


GOOD_DOCUMENTS = {
    "report.pdf": PDF,
    "letter.docx": office("[Content_Types].xml", "word/document.xml"),
    "table.xlsx": office("[Content_Types].xml", "xl/workbook.xml"),
    "slides.pptx": office("[Content_Types].xml", "ppt/presentation.xml"),
    "letter.odt": office("mimetype", "content.xml"),
    "note.rtf": rb"{\rtf1 text}",
    "note.txt": "نص".encode(),
    "table.csv": b"a,b\n1,2\n",
}
BAD_DOCUMENTS = {
    "program.pdf": PROGRAM,
    "hidden.pdf": PROGRAM[:100] + PDF,
    "program.docx": PROGRAM,
    "archive.docx": office("evil.exe"),
    "table.docx": office("[Content_Types].xml", "xl/workbook.xml"),
    "program.txt": PROGRAM,
    "image.csv": png(),
    "script.txt": b"#!/bin/sh\n",
    "page.html": b"<script>alert(1)</script>",
    "program.exe": PROGRAM,
    "empty.pdf": b"",
    "noextension": PDF,
}


def upload(client, library, name, content):
    """Upload one of several files as the page for many uploads does; return the answer."""
    file = SimpleUploadedFile(name, content)
    url = reverse(f"{library}:add_multiple" if library == "wagtaildocs" else f"{library}:add")
    if library == "wagtailimages":
        url = reverse("wagtailimages:add_multiple")
    return client.post(url, {"files[]": file, "title": name.rsplit(".", 1)[0]}).json()


@pytest.mark.parametrize("name", GOOD_DOCUMENTS)
def test_good_document_is_taken(name):
    client = signed_in("editor")
    answer = upload(client, "wagtaildocs", name, GOOD_DOCUMENTS[name])
    assert answer["success"], answer
    assert SiteDocument.objects.get(pk=answer["doc_id"]).title_en == name.rsplit(".", 1)[0]


@pytest.mark.parametrize("name", BAD_DOCUMENTS)
def test_bad_document_is_refused(name):
    client = signed_in("editor")
    count = SiteDocument.objects.count()
    answer = upload(client, "wagtaildocs", name, BAD_DOCUMENTS[name])
    assert not answer["success"]
    assert answer["error_message"]
    assert SiteDocument.objects.count() == count


@pytest.mark.parametrize(
    ("interface", "name", "column"),
    [
        ("fr", "Rapport", "title_fr"),
        ("ar", "تقرير", "title_ar"),
        ("ar", "Report", "title_en"),
        ("en", "تقرير", "title_ar"),
    ],
)
def test_file_name_becomes_the_title_of_its_language(interface, name, column):
    client = signed_in("editor", interface)
    answer = upload(client, "wagtaildocs", f"{name}.pdf", PDF)
    document = SiteDocument.objects.get(pk=answer["doc_id"])
    assert getattr(document, column) == name
    others = {"title_ar", "title_en", "title_fr"} - {column}
    assert not any(getattr(document, other) for other in others)


def test_single_upload_refuses_a_program(language):
    client = signed_in("editor", language)
    file = SimpleUploadedFile("report.pdf", PROGRAM)
    response = client.post(reverse("wagtaildocs:add"), {"title_en": "x", "file": file})
    assert response.status_code == 200
    assert len(response.context["form"].errors["file"]) == 1


def test_document_without_any_title_keeps_the_name_of_its_file():
    client = signed_in("editor")
    file = SimpleUploadedFile("annual_report.pdf", PDF)
    assert client.post(reverse("wagtaildocs:add"), {"file": file}).status_code == 302
    assert SiteDocument.objects.filter(title_en="annual report").exists()


BAD_IMAGES = {
    "bomb.png": png_that_claims(60_000, 60_000),
    "big.png": png_that_claims(9_000, 9_000),
    "program.png": PROGRAM,
    "damaged.png": png()[:40],
    "garbage.png": b"\x89PNG\r\n\x1a\n" + b"\x00" * 30,
    "garbage.webp": b"RIFF\x00\x00\x00\x00WEBP" + b"\xff" * 50,
    "garbage.avif": b"\x00\x00\x00\x20ftypavif" + b"\xff" * 50,
    "garbage.gif": b"GIF89a",
    "garbage.jpg": b"\xff\xd8\xff\xe0" + b"\x00" * 20,
    "other.gif": png(),
    "drawing.svg": b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>",
}


def test_good_image_is_taken():
    answer = upload(signed_in("editor"), "wagtailimages", "photo.png", png())
    assert SiteImage.objects.get(pk=answer["image_id"]).title == "photo"


@pytest.mark.parametrize("name", BAD_IMAGES)
def test_bad_image_is_refused(name):
    client = signed_in("editor", "ar")
    count = SiteImage.objects.count()
    answer = upload(client, "wagtailimages", name, BAD_IMAGES[name])
    assert not answer["success"]
    assert answer["error_message"]
    file = SimpleUploadedFile(name, BAD_IMAGES[name])
    response = client.post(reverse("wagtailimages:add"), {"title": "x", "file": file})
    assert response.status_code == 200
    assert response.context["form"].errors["file"]
    assert SiteImage.objects.count() == count


def test_upload_in_the_chooser_is_checked():
    client = signed_in("editor")
    url = reverse("wagtaildocs_chooser:create")
    prefix = "document-chooser-upload"
    for content, taken in ((PROGRAM, False), (PDF, True)):
        count = SiteDocument.objects.count()
        client.post(url, {f"{prefix}-file": SimpleUploadedFile("a.pdf", content)})
        assert (SiteDocument.objects.count() == count + 1) is taken


@pytest.mark.parametrize("library", ["wagtailimages", "wagtaildocs"])
@pytest.mark.parametrize("language", ["ar", "en", "fr"])
def test_page_for_several_files_opens(library, language):
    response = signed_in("editor", language).get(reverse(f"{library}:add_multiple"))
    assert response.status_code == 200
    assert 'data-max-title-length="255"' in response.content.decode()
