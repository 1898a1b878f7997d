"""What each role may do, tried on the addresses and not on the buttons."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.models import GroupApprovalTask, Workflow

from isesco_site.roles import ROLES, make_groups, permissions_named
from pages.models import AboutPage, InstitutionSettings, Menu, ObjectivesPage, SiteImage
from tests.staff import admin_url, form_data, latest, signed_in

pytestmark = pytest.mark.django_db

TRANSLATORS = ["translator_ar", "translator_fr", "translator_en"]


@pytest.fixture
def about():
    return AboutPage.objects.get()


@pytest.fixture
def objectives():
    return ObjectivesPage.objects.get()


def test_groups_are_made_once():
    make_groups()
    editors = Group.objects.get(name="Editors")
    editors.permissions.clear()
    assert make_groups() is False
    assert not editors.permissions.exists()
    assert {role.group for role in ROLES} <= set(Group.objects.values_list("name", flat=True))
    assert not Group.objects.filter(name="Moderators").exists()


def test_workflow_asks_publishers():
    make_groups()
    assert Workflow.objects.get().name == "Approval by publishers"
    names = GroupApprovalTask.objects.get().groups.values_list("name", flat=True)
    assert set(names) == {"Publishers", "Administrators"}


def test_unknown_permission_is_named():
    with pytest.raises(LookupError, match=r"pages\.fly"):
        permissions_named(["pages.fly"])


@pytest.mark.parametrize("role", TRANSLATORS)
def test_translator_changes_own_language_only(role, about):
    own = role[-2:]
    client = signed_in(role, "fr")
    url = admin_url("edit", about.pk)
    before = latest(about)
    data = form_data(client, url)
    for code in ("ar", "en", "fr"):
        data[f"title_{code}"] = f"forged {code}"
        data[f"seo_title_{code}"] = f"forged {code}"
    data |= {"slug": "forged", "source_language": "fr", "show_in_menus": "on", "lead_image": "1"}
    data["go_live_at"] = "2100-01-01 00:00"
    response = client.post(url, data)
    assert response.status_code == 302, response.context["form"].errors
    after = latest(about)
    for code in ("ar", "en", "fr"):
        expected = f"forged {code}" if code == own else getattr(before, f"title_{code}")
        assert getattr(after, f"title_{code}") == expected
        expected = f"forged {code}" if code == own else getattr(before, f"seo_title_{code}")
        assert getattr(after, f"seo_title_{code}") == expected
    for name in ("slug", "source_language", "show_in_menus", "lead_image_id", "go_live_at"):
        assert getattr(after, name) == getattr(before, name)


def test_editor_changes_every_language(about):
    """The canary of the test above: the same message does change what an editor may change."""
    client = signed_in("editor")
    url = admin_url("edit", about.pk)
    data = form_data(client, url)
    data |= {"title_ar": "عنوان", "title_en": "Title", "title_fr": "Titre", "slug": "other"}
    assert client.post(url, data).status_code == 302
    after = latest(about)
    assert (after.title_ar, after.title_en, after.title_fr) == ("عنوان", "Title", "Titre")
    assert after.slug == "other"


def test_translator_form_shows_own_language_only(about):
    html = signed_in("translator_fr", "ar").get(admin_url("edit", about.pk)).content.decode()
    assert 'name="title_fr"' in html
    for name in ("title_ar", "title_en", "slug", "lead_image", "go_live_at", "milestones-0-date"):
        assert f'name="{name}"' not in html
    assert 'name="milestones-0-title_fr"' in html
    assert 'name="milestones-0-title_ar"' not in html
    assert "rows-stand-fast" in html
    assert "schedule-publishing-dialog" not in html


def test_translator_rows_stand_fast(objectives):
    client = signed_in("translator_fr")
    url = admin_url("edit", objectives.pk)
    before = list(latest(objectives).objectives.all())
    data = form_data(client, url)
    total = int(data["objectives-TOTAL_FORMS"])
    data["objectives-0-title_fr"] = "Premier"
    data["objectives-0-title_ar"] = "forged"
    data["objectives-0-illustration"] = "1"
    data["objectives-0-ORDER"] = "9"
    data["objectives-1-DELETE"] = "on"
    data["objectives-TOTAL_FORMS"] = str(total + 1)
    data[f"objectives-{total}-id"] = ""
    data[f"objectives-{total}-title_fr"] = "Douzième"
    data[f"objectives-{total}-ORDER"] = "1"
    response = client.post(url, data)
    assert response.status_code == 302, response.context["form"].formsets["objectives"].errors
    after = list(latest(objectives).objectives.all())
    assert [row.pk for row in after] == [row.pk for row in before]
    assert [row.title_ar for row in after] == [row.title_ar for row in before]
    assert after[0].title_fr == "Premier"
    assert after[0].illustration_id == before[0].illustration_id
    assert after[1].title_fr == before[1].title_fr


def test_rows_are_found_by_key(objectives):
    """Rows sent in another order, or some of them only, reach the rows they belong to."""
    client = signed_in("translator_fr")
    url = admin_url("edit", objectives.pk)
    rows = list(latest(objectives).objectives.all())
    data = form_data(client, url)
    for name in [name for name in data if name.startswith("objectives-") and name[11].isdigit()]:
        del data[name]
    data["objectives-TOTAL_FORMS"] = data["objectives-INITIAL_FORMS"] = "2"
    data |= {"objectives-0-id": str(rows[2].pk), "objectives-0-title_fr": "Troisième"}
    data |= {"objectives-1-id": str(rows[0].pk), "objectives-1-title_fr": "Premier"}
    data |= {"objectives-0-explanation_fr": "", "objectives-1-explanation_fr": ""}
    assert client.post(url, data).status_code == 302
    after = list(latest(objectives).objectives.all())
    assert after[0].title_fr == "Premier"
    assert after[1].title_fr == rows[1].title_fr
    assert after[2].title_fr == "Troisième"


def test_editor_deletes_and_adds_rows(objectives):
    """The canary: for an editor the rows do not stand fast."""
    client = signed_in("editor")
    url = admin_url("edit", objectives.pk)
    count = latest(objectives).objectives.count()
    data = form_data(client, url)
    data["objectives-0-DELETE"] = "on"
    assert client.post(url, data).status_code == 302
    assert latest(objectives).objectives.count() == count - 1


FORBIDDEN = [
    ("move", ()),
    ("copy", ()),
    ("delete", ()),
    ("unpublish", ()),
    ("lock", ()),
    ("unlock", ()),
    ("set_privacy", ()),
    ("add_subpage", ()),
    ("convert_alias", ()),
]


def refused(response) -> bool:
    """Tell whether the admin sent the person away without doing anything."""
    return (response.status_code == 302 and response.url in {"/admin/", "/"}) or (
        response.status_code in {403, 404, 405}
    )


@pytest.mark.parametrize("role", TRANSLATORS[:1])
@pytest.mark.parametrize(("name", "more"), FORBIDDEN)
def test_translator_may_not(role, name, more, about):
    client = signed_in(role)
    for page in (about, about.copy(update_attrs={"slug": "a-draft"}, keep_live=False)):
        for send in (client.get, client.post):
            assert refused(send(admin_url(name, page.pk, *more))), name
        assert type(page).objects.filter(pk=page.pk, live=page.live, locked=False).exists()


def test_translator_may_not_move_in_one_step(about, objectives):
    client = signed_in("translator_ar")
    url = admin_url("move_confirm", about.pk, objectives.pk)
    assert refused(client.post(url))
    assert refused(client.post(admin_url("set_page_position", about.pk) + "?position=0"))


def test_translator_adds_no_page(about):
    client = signed_in("translator_fr")
    assert refused(client.get(admin_url("add", "pages", "standardpage", about.pk)))


@pytest.mark.parametrize("action", ["move", "delete", "publish", "unpublish"])
def test_translator_has_no_bulk_action(action, about):
    client = signed_in("translator_fr")
    url = reverse("wagtail_bulk_action", args=("pages", "basepage", action))
    client.post(f"{url}?id={about.pk}&next=/admin/", {})
    about.refresh_from_db()
    assert about.live


def test_translator_does_not_publish(about):
    client = signed_in("translator_fr")
    url = admin_url("edit", about.pk)
    data = form_data(client, url) | {"title_fr": "Brouillon", "action-publish": "1"}
    client.post(url, data)
    about.refresh_from_db()
    assert about.title_fr != "Brouillon"
    assert latest(about).title_fr == "Brouillon"


def test_translator_submits_and_publisher_approves(about):
    client = signed_in("translator_fr")
    url = admin_url("edit", about.pk)
    data = form_data(client, url) | {"title_fr": "Soumis", "action-submit": "1"}
    assert client.post(url, data).status_code == 302
    about = AboutPage.objects.get()
    state = about.current_workflow_task_state
    assert state is not None
    approve = admin_url("workflow_action", about.pk, "approve", state.pk)
    assert refused(client.post(approve))
    publisher = signed_in("publisher")
    publisher.post(approve, {"comment": ""})
    about.refresh_from_db()
    assert about.title_fr == "Soumis"


def test_translator_brings_back_own_language_only(about):
    editor = signed_in("editor")
    url = admin_url("edit", about.pk)
    first = form_data(editor, url) | {"title_fr": "Ancien", "title_ar": "قديم"}
    editor.post(url, first)
    old = AboutPage.objects.get().latest_revision
    second = form_data(editor, url) | {"title_fr": "Nouveau", "title_ar": "جديد", "slug": "new"}
    editor.post(url, second)
    client = signed_in("translator_fr")
    url = admin_url("revisions_revert", about.pk, old.pk)
    data = form_data(client, url)
    assert data["title_fr"] == "Ancien"
    client.post(url, data)
    after = latest(about)
    assert (after.title_fr, after.title_ar, after.slug) == ("Ancien", "جديد", "new")


def test_editor_brings_back_everything(about):
    """The canary of the test above."""
    editor = signed_in("editor")
    url = admin_url("edit", about.pk)
    editor.post(url, form_data(editor, url) | {"title_ar": "قديم"})
    old = AboutPage.objects.get().latest_revision
    editor.post(url, form_data(editor, url) | {"title_ar": "جديد"})
    url = admin_url("revisions_revert", about.pk, old.pk)
    editor.post(url, form_data(editor, url))
    assert latest(about).title_ar == "قديم"


def test_editor_sets_a_schedule(about):
    """The canary: the dialog that translators do not see is there for editors."""
    html = signed_in("editor").get(admin_url("edit", about.pk)).content.decode()
    assert "schedule-publishing-dialog" in html


def test_editor_does_not_publish(about):
    client = signed_in("editor")
    url = admin_url("edit", about.pk)
    client.post(url, form_data(client, url) | {"title_en": "Draft", "action-publish": "1"})
    about.refresh_from_db()
    assert about.title_en != "Draft"
    for name in ("unpublish", "delete", "lock"):
        assert refused(client.post(admin_url(name, about.pk)))


def test_publisher_publishes_moves_and_locks(about, objectives):
    client = signed_in("publisher")
    url = admin_url("edit", about.pk)
    client.post(url, form_data(client, url) | {"title_en": "Published", "action-publish": "1"})
    about.refresh_from_db()
    assert about.title_en == "Published"
    client.post(admin_url("lock", about.pk))
    about.refresh_from_db()
    assert about.locked
    client.post(admin_url("unlock", about.pk))
    client.post(admin_url("unpublish", about.pk))
    about.refresh_from_db()
    assert not about.live
    client.post(admin_url("delete", about.pk))
    assert not AboutPage.objects.exists()


def test_translator_describes_images():
    image = SiteImage.objects.first()
    client = signed_in("translator_fr")
    url = reverse("wagtailimages:edit", args=(image.pk,))
    html = client.get(url).content.decode()
    assert 'name="alternative_text_fr"' in html
    assert 'name="alternative_text_ar"' not in html
    client.post(
        url,
        {
            "alternative_text_fr": "Une cour",
            "alternative_text_ar": "x",
            "title": "x",
            "decorative": "on",
            "caption_fr": "",
            "credit_fr": "",
        },
    )
    after = SiteImage.objects.get(pk=image.pk)
    assert after.alternative_text_fr == "Une cour"
    assert (after.alternative_text_ar, after.title, after.decorative) == (
        image.alternative_text_ar,
        image.title,
        image.decorative,
    )
    client.post(reverse("wagtailimages:delete", args=(image.pk,)))
    client.post(reverse("wagtailimages:delete_multiple", args=(image.pk,)))
    assert SiteImage.objects.filter(pk=image.pk).exists()
    assert refused(client.get(reverse("wagtailimages:add")))


def test_translator_changes_settings_and_menus_in_own_language():
    institution = InstitutionSettings.objects.get()
    client = signed_in("translator_fr")
    url = reverse(
        "wagtailsettings:edit", args=("pages", "institutionsettings", institution.site_id)
    )
    data = {
        f"{name}_{code}": f"{name} {code}"
        for code in ("ar", "en", "fr")
        for name in ("name", "acronym", "former_name", "address", "footer_text")
    }
    assert client.post(url, data | {"email": "forged@example.org"}).status_code == 302
    after = InstitutionSettings.objects.get()
    assert after.name_fr == "name fr"
    assert (after.name_ar, after.email) == (institution.name_ar, institution.email)

    menu = Menu.objects.get(key="main")
    item = menu.items.first()
    url = reverse("wagtailsnippets_pages_menu:edit", args=(menu.pk,))
    data = {
        "key": "legal",
        "items-TOTAL_FORMS": "1",
        "items-INITIAL_FORMS": "1",
        "items-MIN_NUM_FORMS": "0",
        "items-MAX_NUM_FORMS": "1000",
        "items-0-id": str(item.pk),
        "items-0-label_fr": "Accueil",
        "items-0-label_ar": "x",
        "items-0-link_url": "https://forged.example",
        "items-0-page": "",
        "items-0-ORDER": "1",
    }
    assert client.post(url, data).status_code == 302
    menu.refresh_from_db()
    after = menu.items.get(pk=item.pk)
    assert menu.key == "main"
    assert menu.items.count() > 1
    assert (after.label_fr, after.label_ar) == ("Accueil", item.label_ar)
    assert (after.link_url, after.page_id) == (item.link_url, item.page_id)
