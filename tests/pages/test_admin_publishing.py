"""No page goes out with an image that says nothing, whichever way it is published."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.core.files.images import ImageFile
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from pages.models import AboutPage, ObjectivesPage, SiteImage, StandardPage
from pages.publishing import PublishingRefusedError, silent_images
from tests.staff import admin_url, form_data, latest, signed_in

pytestmark = pytest.mark.django_db


def make_image(title="Courtyard", **values):
    content = BytesIO()
    Image.new("RGB", (40, 30), "teal").save(content, "PNG")
    return SiteImage.objects.create(
        title=title, file=ImageFile(BytesIO(content.getvalue()), name="courtyard.png"), **values
    )


WORDS = {f"alternative_text_{code}": "Words" for code in ("ar", "en", "fr")}


@pytest.fixture
def about():
    return AboutPage.objects.get()


@pytest.fixture
def silent():
    return make_image()


def figure(image):
    return [{"type": "figure", "value": {"image": image.pk, "caption": "", "width": "m"}}]


def test_lead_image_needs_words_in_every_language_of_the_page(about):
    about.lead_image = make_image(alternative_text_ar="كلمات")
    assert [item.languages for item in silent_images(about)] == [("en", "fr")]
    about.title_fr = ""
    assert [item.languages for item in silent_images(about)] == [("en",)]


def test_decorative_image_needs_none(about):
    about.lead_image = make_image(decorative=True)
    assert silent_images(about) == []


def test_image_with_words_passes(about):
    about.lead_image = make_image(**WORDS)
    assert silent_images(about) == []


def test_figure_needs_words_in_the_language_of_its_text(about, silent):
    about.body_fr = figure(silent)
    assert [item.languages for item in silent_images(about)] == [("fr",)]
    about.title_fr = None
    assert silent_images(about) == []


def test_nested_images_are_found(about, silent):
    about.body_ar = [
        {"type": "gallery", "value": {"images": [{"image": silent.pk, "caption": ""}] * 2}}
    ]
    assert [item.languages for item in silent_images(about)] == [("ar",)]


def test_illustration_of_a_row_is_found(silent):
    page = ObjectivesPage.objects.get()
    row = page.objectives.first()
    row.illustration = silent
    page.objectives.add(row)
    assert [item.languages for item in silent_images(page)] == [("ar", "en", "fr")]


def test_message_names_image_language_and_place(about, language, silent):
    about.body_ar = figure(silent)
    message = str(silent_images(about)[0])
    assert "Courtyard" in message
    assert "العربية" in message


def publish(client, page, **values):
    url = admin_url("edit", page.pk)
    data = form_data(client, url) | values
    return client.post(url, data | {"action-publish": "1"})


def test_form_refuses_and_keeps_everything(about, language, silent):
    response = publish(
        signed_in("publisher", language), about, lead_image=str(silent.pk), title_en="New"
    )
    assert response.status_code == 200
    assert "Courtyard" in response.content.decode()
    assert response.context["form"].data["title_en"] == "New"
    about.refresh_from_db()
    assert about.title_en != "New"
    assert about.lead_image is None


def test_draft_with_a_silent_image_is_saved(about, silent):
    client = signed_in("publisher")
    url = admin_url("edit", about.pk)
    data = form_data(client, url) | {"lead_image": str(silent.pk)}
    assert client.post(url, data).status_code == 302
    assert latest(about).lead_image == silent


def test_form_publishes_once_the_image_speaks(about):
    """The canary: it is the silence that is refused, not the image."""
    image = make_image(**WORDS)
    response = publish(signed_in("publisher"), about, lead_image=str(image.pk))
    assert response.status_code == 302
    about.refresh_from_db()
    assert about.lead_image == image


def test_row_of_the_form_is_looked_at(silent):
    page = ObjectivesPage.objects.get()
    client = signed_in("publisher")
    response = publish(client, page, **{"objectives-0-illustration": str(silent.pk)})
    assert "Courtyard" in response.content.decode()
    response = publish(
        client,
        page,
        **{"objectives-0-illustration": str(silent.pk), "objectives-0-DELETE": "on"},
    )
    assert response.status_code == 302


def test_new_page_is_refused(about, silent):
    client = signed_in("publisher")
    url = admin_url("add", "pages", "standardpage", about.pk)
    data = form_data(client, url)
    data |= {"title_en": "New", "slug": "new", "lead_image": str(silent.pk)}
    response = client.post(url, data | {"action-publish": "1"})
    assert "Courtyard" in response.content.decode()
    assert not StandardPage.objects.filter(slug="new").exists()


def test_scheduling_is_refused(about, silent):
    later = (timezone.localtime() + timedelta(days=3)).strftime("%Y-%m-%d %H:%M")
    response = publish(signed_in("publisher"), about, lead_image=str(silent.pk), go_live_at=later)
    assert response.status_code == 200
    assert not about.revisions.filter(approved_go_live_at__isnull=False).exists()


def draft_with(page, image):
    page.lead_image = image
    page.save_revision()
    return page


def test_schedule_waits_for_a_silent_image(about, silent):
    revision = draft_with(about, silent).latest_revision
    revision.approved_go_live_at = timezone.now() - timedelta(minutes=1)
    revision.save()
    call_command("publish_scheduled", verbosity=0)
    about.refresh_from_db()
    assert about.lead_image is None
    SiteImage.objects.filter(pk=silent.pk).update(**WORDS)
    call_command("publish_scheduled", verbosity=0)
    about.refresh_from_db()
    assert about.lead_image == silent


def test_bulk_publishing_is_refused(about, silent):
    draft_with(about, silent)
    client = signed_in("publisher", "fr")
    url = reverse("wagtail_bulk_action", args=("pages", "basepage", "publish"))
    url += f"?id={about.pk}&next=/admin/pages/"
    response = client.post(url, {"include_descendants": "on"}, follow=True)
    assert "Courtyard" in response.content.decode()
    about.refresh_from_db()
    assert about.lead_image is None
    SiteImage.objects.filter(pk=silent.pk).update(decorative=True)
    client.post(url, {})
    about.refresh_from_db()
    assert about.lead_image_id == silent.pk


@pytest.mark.parametrize("from_the_form", [True, False])
def test_approval_is_refused(about, silent, from_the_form):
    editor, publisher = signed_in("editor"), signed_in("publisher")
    url = admin_url("edit", about.pk)
    data = form_data(editor, url) | {"lead_image": str(silent.pk), "action-submit": "1"}
    assert editor.post(url, data).status_code == 302
    state = AboutPage.objects.get().current_workflow_task_state

    def approve():
        if not from_the_form:
            address = admin_url("workflow_action", about.pk, "approve", state.pk)
            return publisher.post(address, {"comment": ""}, follow=True)
        data = form_data(publisher, url)
        data |= {"action-workflow-action": "true", "workflow-action-name": "approve"}
        return publisher.post(url, data, follow=True)

    assert "Courtyard" in approve().content.decode()
    about.refresh_from_db()
    assert about.lead_image is None
    state.refresh_from_db()
    assert state.status == "in_progress"
    SiteImage.objects.filter(pk=silent.pk).update(**WORDS)
    approve()
    about.refresh_from_db()
    assert about.lead_image == silent


def test_code_cannot_publish_either(about, silent):
    with pytest.raises(PublishingRefusedError, match="Courtyard"):
        draft_with(about, silent).latest_revision.publish()
