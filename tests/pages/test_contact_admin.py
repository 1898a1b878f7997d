"""What staff do with the contact form: word its questions, read and export what was sent."""

import csv
import io
import uuid

import openpyxl
import pytest
from django.urls import reverse
from django.utils import translation
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from isesco_site.languages import CODES
from pages.models import ContactPage, ContactSubmission
from tests import staff
from tests.interface import signed_in

pytestmark = pytest.mark.django_db
FORMULA = "=cmd|'/c calc'!A1"


@pytest.fixture
def page():
    return ContactPage.objects.get()


@pytest.fixture
def kept(page):
    """Return a message that is stored; every answer to it looks like a formula."""
    return ContactSubmission.objects.create(
        page=page,
        form_data={field.clean_name: FORMULA for field in page.form_fields.all()},
        language="ar",
        form_mark=uuid.uuid4(),
        receipt="failed",
    )


def edited(page, questions: list[dict]) -> dict[str, str]:
    """Return what the editing form of the contact page posts, with these questions."""
    texts = ("introduction", "seo_title", "search_description", "thanks")
    texts += ("receipt_subject", "receipt_text")
    columns = {f"{name}_{code}": "" for name in texts for code in CODES}
    titles = {f"title_{code}": getattr(page, f"title_{code}") for code in CODES}
    bodies = {f"body_{code}": streamfield([]) for code in CODES}
    return (
        titles
        | columns
        | nested_form_data(
            bodies
            | {
                "slug": page.slug,
                "source_language": page.source_language,
                "lead_image": "",
                "to_address": "",
                "comments": inline_formset([]),
                "form_fields": inline_formset(questions),
                "action-publish": "action-publish",
            }
        )
    )


def question(**values) -> dict[str, str]:
    names = ("label", "help_text", "choices", "default_value")
    empty = {f"{name}_{code}": "" for name in names for code in CODES}
    return empty | {"field_type": "singleline", "autocomplete": "", "required": "on"} | values


def list_address(page) -> str:
    return reverse("wagtailforms:list_submissions", args=(page.pk,))


@pytest.mark.parametrize("letters", [96, 300, 500])
def test_long_arabic_labels_are_saved(page, letters):
    label = "سؤال طويل جدا " * 40
    label = label[: letters - 1] + "؟"
    address = reverse("wagtailadmin_pages:edit", args=(page.pk,))
    response = signed_in("ar").post(address, edited(page, [question(label_ar=label)] * 2))
    assert response.status_code == 302
    names = page.form_fields.filter(label_ar=label).values_list("clean_name", flat=True)
    assert len(set(names)) == 2


@pytest.mark.parametrize("values", [{"label_ar": "ب" * 501}, {}, {"label_fr": " ", "label_ar": ""}])
def test_a_bad_question_is_a_form_error(page, values):
    before = page.form_fields.count()
    address = reverse("wagtailadmin_pages:edit", args=(page.pk,))
    response = signed_in("ar").post(address, edited(page, [question(**values)]))
    assert response.status_code == 200
    assert page.form_fields.count() == before


def test_the_editing_form_and_its_preview_open(page, kept, language):
    client = signed_in(language)
    assert client.get(reverse("wagtailadmin_pages:edit", args=(page.pk,))).status_code == 200
    for code in CODES:
        draft = reverse("wagtailadmin_pages:view_draft", args=(page.pk,))
        html = client.get(draft, {"mode": code}).content.decode()
        with translation.override(code):
            assert page.form_fields.first().label in html


def test_the_lists_are_in_the_language_of_the_interface(page, kept, language):
    client = signed_in(language)
    forms = client.get(reverse("wagtailforms:index"))
    with translation.override(language):
        label = page.form_fields.first().label
        assert page.title in forms.content.decode()
    html = client.get(list_address(page)).content.decode()
    assert label in html
    assert "العربية" in html


def test_the_list_says_what_became_of_the_receipt(page, kept):
    assert "could not be sent" in signed_in("en").get(list_address(page)).content.decode()


def test_csv_is_arabic_in_excel_and_harmless(page, kept):
    response = signed_in("ar").get(list_address(page), {"export": "csv"})
    content = b"".join(response.streaming_content)
    assert content.startswith(b"\xef\xbb\xbf")
    headings, row = csv.reader(io.StringIO(content.decode("utf-8-sig")))
    with translation.override("ar"):
        assert page.form_fields.first().label in headings
    assert row.count(f"'{FORMULA}") == page.form_fields.count()
    assert FORMULA not in row


def test_xlsx_has_no_formula(page, kept):
    response = signed_in("fr").get(list_address(page), {"export": "xlsx"})
    book = openpyxl.load_workbook(io.BytesIO(b"".join(response.streaming_content)))
    cells = [cell for row in book.active.iter_rows(min_row=2) for cell in row]
    assert "f" not in {cell.data_type for cell in cells}
    assert FORMULA not in {cell.value for cell in cells}


def test_messages_can_be_deleted(page, kept):
    address = reverse("wagtailforms:delete_submissions", args=(page.pk,))
    client = signed_in("ar")
    assert client.get(f"{address}?selected-submissions={kept.pk}").status_code == 200
    client.post(f"{address}?selected-submissions={kept.pk}")
    assert not ContactSubmission.objects.exists()


@pytest.mark.parametrize(
    ("role", "may"), [("publisher", True), ("editor", True), ("translator_ar", False)]
)
def test_translators_do_not_read_messages(page, kept, role, may):
    client = staff.signed_in(role)
    assert (client.get(list_address(page)).status_code == 200) == may
    listed = client.get(reverse("wagtailforms:index")).content.decode()
    assert (page.title_en in listed) == may
    address = reverse("wagtailforms:delete_submissions", args=(page.pk,))
    client.post(f"{address}?selected-submissions={kept.pk}")
    assert ContactSubmission.objects.exists() != may
