"""Pages made up in three languages, for tests.

Every page goes below the site's home page unless a ``parent`` is given, and has a title, an
introduction and, where its type has one, a body in each language. ``languages=("ar", "fr")``
leaves the other languages empty. Needs the test dependencies.
"""

from typing import Any, ClassVar

import factory
import wagtail_factories
from wagtail.models import Collection, Page, Site

from isesco_site.languages import CODES
from pages import models
from translations.registry import column, translated_fields

TITLES = {"ar": "صفحة", "en": "Page", "fr": "Page en français"}
INTRODUCTIONS = {
    "ar": "مقدمة الصفحة في جملة واحدة.",
    "en": "The page introduced in one sentence.",
    "fr": "La page présentée en une phrase.",
}
PARAGRAPHS = {
    "ar": "<p>نص عربي عن التعاون في التربية والعلوم والثقافة.</p>",
    "en": "<p>English text about cooperation in education, science and culture.</p>",
    "fr": "<p>Texte français sur la coopération en éducation, en science et en culture.</p>",
}
BODIES = {code: [("rich_text", paragraph)] for code, paragraph in PARAGRAPHS.items()}


def site_root() -> Page:
    """Return the home page of the default site."""
    return Site.objects.select_related("root_page").get(is_default_site=True).root_page


class TrilingualFactory(factory.Factory):
    """Fills translated fields in the given ``languages``.

    ``_texts`` holds, by name of the field, its text by language code.
    """

    _texts: ClassVar[dict[str, dict[str, Any]]] = {}

    @classmethod
    def _adjust_kwargs(cls, **kwargs: Any) -> dict[str, Any]:
        languages = kwargs.pop("languages", CODES)
        for name in translated_fields(cls._meta.model):
            if name in cls._texts:
                for code in languages:
                    kwargs.setdefault(column(name, code), cls._texts[name][code])
        return kwargs

    class Meta:
        abstract = True


class TrilingualPageFactory(TrilingualFactory, wagtail_factories.PageFactory):
    """Base of the factories of pages."""

    languages = CODES
    slug = factory.Sequence(lambda number: f"made-page-{number}")
    source_language = factory.LazyAttribute(
        lambda page: "en" if "en" in page.languages else page.languages[0]
    )
    _texts: ClassVar[dict[str, dict[str, Any]]] = {
        "title": TITLES,
        "introduction": INTRODUCTIONS,
        "body": BODIES,
    }

    @classmethod
    def _create(cls, model_class: type[Page], *args: Any, **kwargs: Any) -> Page:
        kwargs["parent"] = kwargs.get("parent") or cls.default_parent()
        return super()._create(model_class, *args, **kwargs)

    @classmethod
    def default_parent(cls) -> Page:
        """Return the page below which a page goes that is given no parent."""
        return site_root()

    class Meta:
        abstract = True
        exclude = ("title",)


class HomePageFactory(TrilingualPageFactory):
    class Meta:
        model = models.HomePage

    @classmethod
    def default_parent(cls) -> Page:
        """Return the root of the tree."""
        return Page.get_first_root_node()


class AboutPageFactory(TrilingualPageFactory):
    class Meta:
        model = models.AboutPage


class ObjectivesPageFactory(TrilingualPageFactory):
    class Meta:
        model = models.ObjectivesPage


class MissionPageFactory(TrilingualPageFactory):
    _texts: ClassVar[dict[str, dict[str, Any]]] = {
        **TrilingualPageFactory._texts,
        "statement": INTRODUCTIONS,
    }

    class Meta:
        model = models.MissionPage


class StandardPageFactory(TrilingualPageFactory):
    class Meta:
        model = models.StandardPage


class SectionIndexPageFactory(TrilingualPageFactory):
    class Meta:
        model = models.SectionIndexPage


class ContactPageFactory(TrilingualPageFactory):
    class Meta:
        model = models.ContactPage


class MilestoneFactory(TrilingualFactory, factory.django.DjangoModelFactory):
    page = factory.SubFactory(AboutPageFactory)
    date = "2016-01-01"
    _texts: ClassVar[dict[str, dict[str, Any]]] = {
        "title": TITLES,
        "description": INTRODUCTIONS,
    }

    class Meta:
        model = models.Milestone


class ObjectiveFactory(TrilingualFactory, factory.django.DjangoModelFactory):
    page = factory.SubFactory(ObjectivesPageFactory)
    _texts: ClassVar[dict[str, dict[str, Any]]] = {
        "title": TITLES,
        "explanation": INTRODUCTIONS,
    }

    class Meta:
        model = models.Objective


class ImageFactory(TrilingualFactory, wagtail_factories.ImageFactory):
    collection = factory.LazyFunction(Collection.get_first_root_node)
    _texts: ClassVar[dict[str, dict[str, Any]]] = {"alternative_text": TITLES}

    class Meta:
        model = models.SiteImage


class DocumentFactory(TrilingualFactory, wagtail_factories.DocumentFactory):
    collection = factory.LazyFunction(Collection.get_first_root_node)
    _texts: ClassVar[dict[str, dict[str, Any]]] = {"title": TITLES}

    class Meta:
        model = models.SiteDocument
        exclude = ("title",)
