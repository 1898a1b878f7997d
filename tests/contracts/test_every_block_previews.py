"""Every block shows editors what it is: a name, a description, a preview in three languages."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils import translation
from wagtail import blocks
from wagtail.users.models import UserProfile

from isesco_site.languages import BY_CODE
from pages.blocks.sample_texts import BY_LANGUAGE
from pages.blocks.streams import BodyStream
from pages.models import StandardPage
from pages.styleguide import COMPONENTS, SEEN_ELSEWHERE, block_specimens, component_specimens
from tests.project_files import templates

BLOCKS = BodyStream().child_blocks


def complaints(block: blocks.Block) -> list[str]:
    """Return what an editor misses when choosing a block."""
    found = []
    if not block.meta.label:
        found.append("no label")
    if not block.get_description():
        found.append("no description")
    if not block.meta.group:
        found.append("no group")
    if block.meta.icon == "placeholder":
        found.append("no icon")
    if not getattr(block.meta, "template", None):
        found.append("no template")
    if not block.is_previewable:
        found.append("no preview")
    elif len({text_of(block, code) for code in BY_CODE}) < len(BY_CODE):
        found.append("previews in several languages are the same")
    return found


def text_of(block: blocks.Block, language: str) -> str:
    """Return the words of a block's preview in a language."""
    with translation.override(language):
        html = block.render(block.get_preview_value(), {"is_sample": True, "anchor": "sample"})
    return BeautifulSoup(html, "html.parser").get_text(" ", strip=True)


@pytest.mark.django_db
@pytest.mark.parametrize("name", BLOCKS)
def test_every_block_introduces_itself(name):
    assert complaints(BLOCKS[name]) == []


def preview_complaints(response, language: str) -> list[str]:
    """Return what is wrong with a preview as the admin shows it."""
    if response.status_code != 200:
        return [f"status {response.status_code}"]
    html = BeautifulSoup(response.content, "html.parser").html
    found = []
    if (html["lang"], html["dir"]) != (language, BY_CODE[language].direction):
        found.append("wrong lang or dir")
    if html.find("style") or html.find(style=True) or html.find("script", src=False):
        found.append("inline code")
    if not html.find("link", rel="stylesheet"):
        found.append("no style sheet")
    return found


@pytest.mark.django_db
def test_every_preview_opens_in_the_admin(client, language):
    user = get_user_model().objects.create_superuser("specimen", "specimen@example.org", "specimen")
    UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": language})
    client.force_login(user)
    found = []
    for name, block in StandardPage._meta.get_field("body").stream_block.child_blocks.items():
        address = reverse("wagtailadmin_block_preview")
        response = client.get(address, {"id": block.definition_prefix})
        found += [f"{name}: {each}" for each in preview_complaints(response, language)]
    assert found == []


@pytest.mark.django_db
def test_the_style_guide_shows_every_block_in_every_language(rf):
    specimens = {specimen.name: specimen for specimen in block_specimens(rf.get("/"))}
    assert list(specimens) == list(BLOCKS)
    for specimen in specimens.values():
        assert [sample.language.code for sample in specimen.samples] == list(BY_CODE)
        assert all(sample.html.strip() for sample in specimen.samples)


@pytest.mark.django_db
def test_every_component_has_something_to_show():
    shown = {specimen.name for specimen in component_specimens() if specimen.samples[0].html}
    assert shown == set(COMPONENTS)


@pytest.mark.django_db
def test_the_style_guide_is_for_staff(client, admin_client):
    address = reverse("styleguide")
    assert client.get(address).status_code == 302
    assert admin_client.get(address).status_code == 200


def test_the_style_guide_shows_every_component():
    prefix = "templates/components/"
    names = {name.removeprefix(prefix).removesuffix(".html") for name, _ in templates()}
    assert {name for name in names if "/" not in name} == COMPONENTS.keys() | SEEN_ELSEWHERE.keys()


def test_samples_say_the_same_in_every_language():
    shapes = {code: shape(words) for code, words in BY_LANGUAGE.items()}
    assert shapes["ar"] == shapes["en"] == shapes["fr"]


def shape(value):
    """Return the structure of nested dictionaries and sequences without their texts."""
    if isinstance(value, dict):
        return {key: shape(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [shape(each) for each in value]
    return type(value)


@pytest.mark.django_db
def test_canary_a_block_without_introduction_is_caught():
    class BareBlock(blocks.StructBlock):
        text = blocks.CharBlock()

        class Meta:
            label = ""

    bare = BareBlock()
    found = complaints(bare)
    assert {"no label", "no description", "no group", "no icon", "no template"} <= set(found)


@pytest.mark.django_db
def test_canary_a_preview_in_one_language_is_caught():
    class EnglishBlock(blocks.CharBlock):
        class Meta:
            preview_value = "Always the same"
            preview_template = "blocks/preview.html"

    assert "previews in several languages are the same" in complaints(EnglishBlock())
