"""Trap 4.12: a page that gets another address is still found at the old one, in every language."""

import pytest
from django.urls import reverse
from django.utils import translation
from wagtail.contrib.redirects.models import Redirect
from wagtail.signals import page_slug_changed, post_page_move

from isesco_site.languages import CODES
from pages import redirects
from pages.factories import SectionIndexPageFactory, StandardPageFactory
from tests import interface
from tests.site_pages import address

pytestmark = pytest.mark.django_db


@pytest.fixture
def family(django_capture_on_commit_callbacks):
    """Return a page, its child and its grandchild."""
    parent = SectionIndexPageFactory(slug="old")
    child = SectionIndexPageFactory(slug="child", parent=parent)
    return [parent, child, StandardPageFactory(slug="grandchild", parent=child)]


def addresses(pages) -> list[str]:
    """Return the addresses of pages in every language."""
    return [address(page, code) for page in pages for code in CODES]


def change_slug(page, language, on_commit) -> None:
    """Give a page another slug as an editor whose interface is in ``language``."""
    with on_commit(execute=True), translation.override(language):
        page.slug = "new"
        page.save()


def move(page, target, language, on_commit) -> None:
    """Move a page below ``target`` as an editor whose interface is in ``language``."""
    with on_commit(execute=True), translation.override(language):
        page.move(target, pos="last-child")


def reloaded(pages):
    """Return the pages as the database has them now."""
    return [type(page).objects.get(pk=page.pk) for page in pages]


def assert_redirected(client, before: list[str], after: list[str]) -> None:
    """Require a permanent redirect from each old address to the new one in its language."""
    assert before != after
    for old, new in zip(before, after, strict=True):
        response = client.get(old)
        assert (response.status_code, response.headers["Location"]) == (301, new)
        assert client.get(new).status_code == 200


def test_another_slug_redirects_in_every_language(
    client, family, language, django_capture_on_commit_callbacks
):
    before = addresses(family)
    change_slug(family[0], language, django_capture_on_commit_callbacks)
    assert_redirected(client, before, addresses(reloaded(family)))


def test_a_move_redirects_in_every_language(
    client, family, language, django_capture_on_commit_callbacks
):
    before = addresses(family)
    target = SectionIndexPageFactory(slug="elsewhere")
    move(family[0], target, language, django_capture_on_commit_callbacks)
    assert_redirected(client, before, addresses(reloaded(family)))


def test_the_way_back_leads_to_no_loop(client, family, django_capture_on_commit_callbacks):
    home = family[0].get_parent()
    before = addresses(family)
    target = SectionIndexPageFactory(slug="elsewhere")
    move(family[0], target, "ar", django_capture_on_commit_callbacks)
    between = addresses(reloaded(family))
    page = reloaded(family)[0]
    move(page, type(home).objects.get(pk=home.pk), "fr", django_capture_on_commit_callbacks)
    assert addresses(reloaded(family)) == before
    assert all(client.get(url).status_code == 200 for url in before)
    assert_redirected(client, between, before)


def test_a_new_order_among_siblings_makes_no_redirect(family, django_capture_on_commit_callbacks):
    sibling = StandardPageFactory(parent=family[0], slug="sibling")
    with django_capture_on_commit_callbacks(execute=True):
        sibling.move(family[1], pos="left")
    assert not Redirect.objects.exists()


def test_the_admin_redirects_in_every_language(
    client, language, django_capture_on_commit_callbacks
):
    page = StandardPageFactory(slug="old")
    before = addresses([page])
    with django_capture_on_commit_callbacks(execute=True):
        editor = interface.signed_in(language)
        response = interface.edit(editor, page, slug="new", **{"action-publish": "1"})
        assert interface.saved(response)
    assert_redirected(client, before, addresses(reloaded([page])))


def test_a_move_in_the_admin_redirects_in_every_language(
    client, family, django_capture_on_commit_callbacks
):
    before = addresses(family)
    target = SectionIndexPageFactory(slug="elsewhere")
    confirm = reverse("wagtailadmin_pages:move_confirm", args=(family[0].pk, target.pk))
    with django_capture_on_commit_callbacks(execute=True):
        assert interface.signed_in("ar").post(confirm).status_code == 302
    assert_redirected(client, before, addresses(reloaded(family)))


def test_canary_stock_redirects_know_one_language(
    client, family, django_capture_on_commit_callbacks
):
    page_slug_changed.disconnect(dispatch_uid="slug-change-redirects")
    post_page_move.disconnect(dispatch_uid="page-move-redirects")
    before = addresses(family[:1])
    try:
        target = SectionIndexPageFactory(slug="elsewhere")
        move(family[0], target, "ar", django_capture_on_commit_callbacks)
        assert [client.get(url).status_code for url in before] == [301, 404, 404]
    finally:
        redirects.connect()
