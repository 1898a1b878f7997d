"""The page types of the site and one live page of each."""

from django.utils import translation
from wagtail.models import Site, get_page_models

from isesco_site.languages import BY_CODE
from pages.models import BasePage, HomePage

#: Every page type that can have pages, in the order of their names.
PAGE_TYPES = sorted(
    (model for model in get_page_models() if model is not BasePage),
    key=lambda model: model._meta.label,
)


def name_of(model: type[BasePage]) -> str:
    """Return the name of a page type as test identifiers show it."""
    return model.__name__


def page_of_type(model: type[BasePage]) -> BasePage:
    """Return a live page of a type that exists in all languages; the tests fail without one."""
    for page in model.objects.live().order_by("path"):
        if page.available_languages == list(BY_CODE):
            return page
    raise AssertionError(f"no live page of the type {model._meta.label} in all languages")


def home_page() -> HomePage:
    """Return the home page."""
    return Site.objects.get(is_default_site=True).root_page.specific


def address(page: BasePage, language: str) -> str:
    """Return the path of a page in a language, such as ``/ar/about/``."""
    with translation.override(language):
        return page.relative_url(Site.objects.get(is_default_site=True))
