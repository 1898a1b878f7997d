"""Images keep what is said of them."""

import pytest
from wagtail.images.models import AbstractImage

from pages.factories import ImageFactory
from pages.models import SiteImage

pytestmark = pytest.mark.django_db


def readings(image: SiteImage) -> list[bool]:
    """Return whether an image is decorative, read in each way there is."""
    images = SiteImage.objects.filter(pk=image.pk)
    fresh = images.get()
    fresh.refresh_from_db(fields=["decorative"])
    return [
        image.decorative,
        images.get().decorative,
        images.only("title").get().decorative,
        images.defer("decorative").get().decorative,
        images.values_list("decorative", flat=True).get(),
        fresh.decorative,
    ]


@pytest.mark.parametrize("decorative", [True, False])
def test_an_image_stays_as_decorative_as_it_was_made(decorative):
    image = ImageFactory(decorative=decorative)
    assert readings(image) == [decorative] * 6
    SiteImage.objects.get(pk=image.pk).save()
    assert readings(image) == [decorative] * 6


def test_an_image_is_not_decorative_by_itself():
    assert readings(ImageFactory()) == [False] * 6


def test_a_decorative_image_has_no_alternative_text():
    image = SiteImage.objects.get(pk=ImageFactory(decorative=True).pk)
    assert image.default_alt_text == image.get_rendition("width-10").alt == ""


def test_canary_a_stock_image_forgets(monkeypatch):
    image = ImageFactory(decorative=True)
    monkeypatch.setattr(SiteImage, "__init__", AbstractImage.__init__)
    assert SiteImage.objects.get(pk=image.pk).decorative is False
