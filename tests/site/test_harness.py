"""The test harness keeps its promises: no network, no language left over, the real content."""

import socket

import pytest
from django.utils import translation
from wagtail.models import Site


@pytest.mark.parametrize("address", [("192.0.2.1", 80), ("2001:db8::1", 80), ("example.org", 80)])
def test_the_network_is_out_of_reach(address):
    with pytest.raises(OSError, match="tests may not"):
        socket.create_connection(address, timeout=1)


@pytest.mark.parametrize("code", ["ar", "fr"])
def test_no_language_is_left_by_the_test_before(code):
    assert translation.get_language() == "en"
    translation.activate(code)


@pytest.mark.django_db
def test_the_content_of_the_site_is_loaded():
    home = Site.objects.get(is_default_site=True).root_page.specific
    slugs = set(home.get_children().live().values_list("slug", flat=True))
    assert {"about", "objectives", "mission", "programmes"} <= slugs
    assert home.title_ar
    assert home.title_fr
