"""Loading content creates what is absent and never undoes what staff have done."""

import pytest
from django.core.management import CommandError, call_command
from django.utils import translation
from wagtail.models import Site

from pages.content_files import loader
from pages.content_files.files import ContentError
from pages.models import AboutPage, BasePage, HomePage, InstitutionSettings, LoadedContent, Menu
from tests.pages.content_directory import (
    ABOUT,
    HOME,
    INSTITUTION,
    MENU,
    ContentDirectory,
    remove_all_content,
    three,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def content(tmp_path):
    """Give a site without content and four content files, not yet loaded."""
    remove_all_content()
    directory = ContentDirectory(tmp_path)
    directory.write(home=HOME, about=ABOUT, menu=MENU, institution=INSTITUTION)
    return directory


def test_everything_absent_is_created_and_published(content):
    assert content.load() == {"created": 5}
    about = AboutPage.objects.get()
    assert (about.live, about.has_unpublished_changes) == (True, False)
    assert about.url_path == f"{HomePage.objects.get().url_path}about/"
    assert [about.title_ar, about.title_en, about.title_fr] == ["About ar", "About en", "About fr"]
    assert about.draft_title == "About en"
    assert [fact.label_fr for fact in about.key_facts.all()] == ["One fr", "Two fr"]
    assert [item.page.specific for item in Menu.objects.get().items.all()] == [about]
    assert InstitutionSettings.objects.get().name_ar == "Institution ar"


def test_blocks_have_the_same_identifiers_in_every_language(content):
    content.load()
    about = AboutPage.objects.get()
    bodies = [getattr(about, f"body_{code}") for code in ("ar", "en", "fr")]
    identifiers = [[block.id for block in body] for body in bodies]
    assert identifiers[0] == identifiers[1] == identifiers[2]
    assert len(set(identifiers[0])) == 2
    assert [body[0].value["text"] for body in bodies] == ["First ar", "First en", "First fr"]


def test_links_lead_to_pages(content):
    content.load()
    source = AboutPage.objects.get().body_fr[1].value.source
    assert source == f'<p><a linktype="page" id="{HomePage.objects.get().pk}">fr</a></p>'


def test_the_welcome_page_gives_way(content):
    content.load()
    site = Site.objects.get()
    assert site.root_page.specific == HomePage.objects.get(slug="home")
    assert (site.hostname, site.port, site.is_default_site) == ("testserver", 80, True)
    assert not BasePage.objects.filter(title_en="Welcome").exists()


def test_a_second_run_changes_nothing(content, django_assert_max_num_queries):
    content.load()
    revisions = list(AboutPage.objects.values_list("latest_revision_id", flat=True))
    with django_assert_max_num_queries(8):
        assert content.load() == {}
    assert content.lines == []
    assert list(AboutPage.objects.values_list("latest_revision_id", flat=True)) == revisions


def test_the_language_in_use_makes_no_difference(content):
    with translation.override("ar"):
        content.load()
    assert AboutPage.objects.get().draft_title == "About en"


def test_a_changed_file_updates_what_nobody_edited(content):
    content.load()
    rows = {fact.value_en: fact.pk for fact in AboutPage.objects.get().key_facts.all()}
    kept, added = ABOUT.split("[[children.key_facts]]")[0], ABOUT.split("[[children")[-1]
    new_first = f"[[children.key_facts]]\nkey = 'new'\n{three('value', '0')}"
    content.write(about=f"{kept}{new_first}[[children{added}".replace("About fr", "Autre titre"))
    assert content.load() == {"updated": 1}
    about = AboutPage.objects.get()
    assert (about.title_fr, about.live, about.has_unpublished_changes) == (
        "Autre titre",
        True,
        False,
    )
    facts = {fact.value_en: fact.pk for fact in about.key_facts.all()}
    assert list(facts) == ["0 en", "2 en"]
    assert facts["2 en"] == rows["2 en"]


@pytest.mark.parametrize("is_published", [True, False])
def test_an_edited_page_is_left(content, is_published):
    content.load()
    about = AboutPage.objects.get()
    about.title_fr = "Titre de la rédaction"
    revision = about.save_revision()
    if is_published:
        revision.publish()
    content.write(about=ABOUT.replace("About ar", "عنوان آخر"))
    assert content.load() == {"left as it is": 1}
    assert content.load() == {}
    about = AboutPage.objects.get().get_latest_revision_as_object()
    assert (about.title_ar, about.title_fr) == ("About ar", "Titre de la rédaction")


def test_an_unpublished_page_is_left(content):
    content.load()
    AboutPage.objects.get().unpublish()
    content.write(about=ABOUT.replace("About ar", "عنوان آخر"))
    assert content.load() == {"left as it is": 1}
    assert not AboutPage.objects.get().live


def test_a_deleted_page_stays_deleted(content):
    content.load()
    AboutPage.objects.get().delete()
    assert content.load() == {}
    content.write(about=ABOUT.replace("About ar", "عنوان آخر"))
    assert content.load() == {"left as it is": 1}
    assert not AboutPage.objects.exists()


def test_a_page_that_staff_made_at_the_address_is_left(content):
    content.write(about=HOME.replace("HomePage", "StandardPage").replace('"/"', '"/other/"'))
    content.load()
    staff_page = AboutPage(title_en="Made by staff", slug="about")
    HomePage.objects.get().add_child(instance=staff_page)
    content.write(about=ABOUT)
    assert content.load() == {"left as it is": 1}
    assert AboutPage.objects.get().title_ar is None


def test_a_page_whose_parent_is_gone_is_not_created(content):
    content.load()
    AboutPage.objects.get().delete()
    below = HOME.replace("HomePage", "StandardPage").replace('"/"', '"/about/below/"')
    content.write(below=below)
    content.load()
    assert content.lines == ["/about/below/: not created, the page above it is gone"]


def test_an_edited_menu_is_left(content):
    content.load()
    item = Menu.objects.get().items.get()
    item.label_fr = "Qui sommes-nous"
    item.save()
    content.write(menu=MENU.replace('page = "/about/"', 'page = "/"'))
    assert content.load() == {"left as it is": 1}
    assert Menu.objects.get().items.get().page.specific == AboutPage.objects.get()


def test_an_untouched_menu_follows_its_file(content):
    content.load()
    content.write(menu=f'{MENU}[[children.items]]\nkey = "home"\npage = "/"\n')
    assert content.load() == {"updated": 1}
    assert Menu.objects.get().items.count() == 2


def test_empty_settings_are_filled_and_filled_ones_left(content):
    site = Site.objects.get()
    InstitutionSettings.objects.create(site=site, name_en="Chosen by staff")
    content.load()
    site = Site.objects.get()
    assert InstitutionSettings.for_site(site).name_en == "Institution en"
    LoadedContent.objects.filter(key__startswith="pages.InstitutionSettings").delete()
    InstitutionSettings.objects.update(name_en="Chosen by staff")
    assert content.load() == {"left as it is": 1}
    assert InstitutionSettings.objects.get().name_en == "Chosen by staff"


def test_other_settings_than_the_file_gives_are_kept(content):
    content.load()
    InstitutionSettings.objects.update(telephone="+1")
    content.write(institution=INSTITUTION.replace("Institution fr", "Autre nom"))
    assert content.load() == {"updated": 1}
    institution = InstitutionSettings.objects.get()
    assert (institution.name_fr, institution.telephone) == ("Autre nom", "+1")


def test_the_site_follows_the_public_address(content, settings):
    content.load()
    settings.BASE_URL = "https://www.example.org"
    assert content.load() == {"updated": 1}
    site = Site.objects.get()
    assert (site.hostname, site.port, site.root_url) == (
        "www.example.org",
        443,
        "https://www.example.org",
    )


def test_a_site_that_staff_changed_is_left(content, settings):
    content.load()
    Site.objects.update(hostname="chosen.example.org")
    settings.BASE_URL = "http://127.0.0.1:9000"
    assert content.load() == {}
    assert Site.objects.get().hostname == "chosen.example.org"


def test_nothing_is_loaded_when_one_file_is_wrong(content):
    content.write(menu=MENU.replace('key = "about"', 'key = "about"\nlabel = "One language"'))
    with pytest.raises(ContentError, match=r"menu\.toml: children\.items\[about\]\.label: needs"):
        content.load()
    assert not HomePage.objects.exists()
    assert not LoadedContent.objects.exists()


def test_the_command_names_the_file_and_the_key(content, monkeypatch):
    monkeypatch.setattr(loader, "content_directories", lambda: [content.path])
    content.write(about=ABOUT.replace("title.fr", "titel.fr"))
    with pytest.raises(CommandError, match=r"about\.toml: fields\.title: needs one value for each"):
        call_command("load_content")


def test_the_command_says_when_nothing_was_to_do(content, monkeypatch, capsys):
    monkeypatch.setattr(loader, "content_directories", lambda: [content.path])
    call_command("load_content")
    call_command("load_content")
    assert capsys.readouterr().out.splitlines()[-2:] == [
        "Content: 5 created.",
        "Content: up to date.",
    ]
