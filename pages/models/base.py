"""The base page: one node of one tree, with three languages in its columns.

Docs: ``docs/decisions/0002-own-base-page.md`` and ``docs/decisions/0003-canonical-language.md``.
"""

from typing import Any, ClassVar

from anyascii import anyascii
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_slug
from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.functional import cached_property, classproperty
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.models import AbstractPage, DefaultBasePageMixin, PageViewRestriction
from wagtail.models.pages import AbstractPageMeta
from wagtail.search import index
from wagtail.url_routing import RouteResult

from pages.forms import PageForm
from pages.panels import language_tabs
from pages.per_request import once_per_request
from pages.routing import route_by_url_path
from pages.search import language_search_fields, with_translated_title
from pages.staff_editing import StaffEditingMixin
from translations.blank import is_blank
from translations.registry import (
    canonical,
    canonical_language,
    codes,
    column,
    stands_in,
    translated_fields,
)
from translations.stored_content import child_relations, completed

MAX_GENERATED_SLUG = 200  # characters; leaves room for a number that makes it unique


class BasePage(StaffEditingMixin, AbstractPage, DefaultBasePageMixin):
    """What every page has, whichever its type.

    A page type lists its translated fields in ``translated_fields`` (shown once per language, in
    that order) and the panels of what all languages share in ``shared_panels``.
    """

    introduction = models.TextField(
        _("introduction"),
        blank=True,
        help_text=_("One or two sentences under the title, also shown where the page is listed."),
    )
    lead_image = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        verbose_name=_("lead image"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    source_language = models.CharField(
        _("source language"),
        max_length=2,
        choices=settings.LANGUAGES,
        default=canonical,
        help_text=_("The language in which this page is written first."),
    )

    translated_fields: ClassVar[tuple[str, ...]] = ("title", "introduction")
    shared_panels: ClassVar[list[Any]] = ["lead_image"]
    # Fields that a page may lack in a language and still be offered in it.
    minor_fields: ClassVar[tuple[str, ...]] = ("introduction",)
    # What is fetched together with a page that a visitor asks for, beside its rows.
    routing_select_related: ClassVar[tuple[str, ...]] = ()
    allowed_http_methods = ["GET", "HEAD", "OPTIONS"]
    routing_prefetch_related: ClassVar[tuple[str, ...]] = ()
    # Wagtail sets ``base_form_class`` of the base page itself when it starts.
    editing_form_class = PageForm

    search_fields = [
        *with_translated_title(
            [*AbstractPage.search_fields, *DefaultBasePageMixin.search_fields], boost=2
        ),
        *language_search_fields("introduction"),
        index.FilterField("source_language"),
    ]

    class Meta(AbstractPageMeta):
        verbose_name = _("page")
        verbose_name_plural = _("pages")

    # --- Languages -------------------------------------------------------------------------------
    @property
    def available_languages(self) -> list[str]:
        """The codes of the languages in which readers are offered this page.

        The page exists in a language when its title and its main texts do: those of
        ``translated_fields`` that are not minor and that have been written in any language.
        """
        texts = {
            name: {code for code in codes() if not is_blank(getattr(self, column(name, code)))}
            for name in self.translated_fields
            if name not in self.minor_fields
        }
        main = [languages for name, languages in texts.items() if languages or name == "title"]
        return [code for code in codes() if all(code in languages for languages in main)]

    @property
    def is_available(self) -> bool:
        """Whether the page exists in the active language."""
        return translation.get_language() in self.available_languages

    @property
    def stand_in_fields(self) -> list[str]:
        """What readers of the active language see in another one: fields, then lists of parts."""
        fields = [name for name in self.translated_fields if stands_in(self, name)]
        parts = [
            relation
            for relation, model in child_relations(type(self))
            for part in getattr(self, relation).all()
            if any(stands_in(part, name) for name in translated_fields(model))
        ]
        return [*fields, *dict.fromkeys(parts)]

    @property
    def is_complete(self) -> bool:
        """Whether everything the page itself says is in the active language."""
        return not self.stand_in_fields

    @property
    def accent(self) -> str:
        """The name of the colour and ornament this page is shown with."""
        return "institution"

    def get_admin_display_title(self) -> str:
        """Return the title in the language of the interface, that of the draft where it is kept."""
        if self.has_unpublished_changes and translation.get_language() == canonical():
            return self.draft_title or self.title or self.slug
        return self.title or self.draft_title or self.slug

    # --- Canonical saves -------------------------------------------------------------------------
    def _set_core_field_defaults(self) -> None:
        """Give an empty slug one in ASCII, made from the canonical title."""
        parent_is_known = bool(self.path or getattr(self, "_cached_parent_obj", None))
        if not self.slug and parent_is_known:
            base_slug = slugify(anyascii(self.title or ""))[:MAX_GENERATED_SLUG].strip("-")
            self.slug = self._get_autogenerated_slug(base_slug or "page")
        super()._set_core_field_defaults()

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        """Validate in the canonical language."""
        with canonical_language():
            super().full_clean(*args, **kwargs)

    def minimal_clean(self) -> None:
        """Validate a draft: a title in any language and a free slug.

        Wagtail assigns the cleaned title back, which would copy a fallback into the active
        language's column.

        Raises:
            ValidationError: no language has a title, or the slug is taken.
        """
        with canonical_language():
            self._set_core_field_defaults()
            self._clean_titles()
            self._clean_slug()
            self._check_slug_is_unique()

    def clean(self) -> None:
        """Refuse a page without a title, and a slug that is not ASCII."""
        super().clean()
        self._clean_titles()
        self._clean_slug()

    def _clean_titles(self) -> None:
        """Validate the title's columns and leave them as they are.

        Raises:
            ValidationError: no language has a title, or one is too long.
        """
        names = [column("title", code) for code in codes()]
        if all(is_blank(getattr(self, name)) for name in names):
            raise ValidationError({column("title", self.source_language): _("Give a title.")})
        for name in names:
            self._meta.get_field(name).clean(getattr(self, name), self)

    def _clean_slug(self) -> None:
        """Refuse a slug in another script: the address is the same in every language.

        Raises:
            ValidationError: the slug has other characters than ASCII letters, digits, - and _.
        """
        if not self.slug:
            return
        try:
            validate_slug(self.slug)
        except ValidationError as error:
            raise ValidationError({"slug": error}) from error

    def save(self, *args: Any, **kwargs: Any) -> Any:
        """Save with derived values in the canonical language."""
        with canonical_language():
            if self.alias_of_id:
                self.draft_title = self.title
            return super().save(*args, **kwargs)

    def save_revision(self, *args: Any, **kwargs: Any) -> Any:
        """Save a revision whose label and draft title are in the canonical language."""
        with canonical_language():
            return super().save_revision(*args, **kwargs)

    def with_content_json(self, content: dict[str, Any]) -> "BasePage":
        """Rebuild a revision, also one that is older than a language or a translated field."""
        with canonical_language():
            return super().with_content_json(completed(self.specific_class, content))

    # --- Addresses -------------------------------------------------------------------------------
    @staticmethod
    def route_for_request(request: HttpRequest, path: str) -> RouteResult | None:
        """Find a live page by its address in few queries, however deep it lies in the tree."""
        return once_per_request(request, "route", lambda: route_by_url_path(request, path))

    @cached_property
    def site_ancestors(self) -> list["BasePage"]:
        """The pages from the home page to the parent of this one."""
        return list(self.get_ancestors().filter(depth__gt=1)) if self.path else []

    def get_view_restrictions(self) -> QuerySet:
        """Return what keeps visitors from this page or one above it, in one query."""
        if any(page.alias_of_id for page in [*self.site_ancestors, self]):
            return super().get_view_restrictions()
        lengths = range(self.steplen, len(self.path) + 1, self.steplen)
        paths = [self.path[:length] for length in lengths]
        return PageViewRestriction.objects.filter(page__path__in=paths)

    def get_cache_key_components(self) -> list[Any]:
        """Return what makes up the cache key: the language shown, too."""
        return [*super().get_cache_key_components(), translation.get_language()]

    # --- Editing ---------------------------------------------------------------------------------
    @classproperty
    def edit_handler(cls) -> Any:  # noqa: N805  a property of the class
        """The editing form: a tab per language, then what the languages share."""
        return language_tabs(cls)

    preview_modes = [(code, name) for code, name in settings.LANGUAGES]

    @property
    def default_preview_mode(self) -> str:
        """The preview's language until the editor chooses another."""
        return self.source_language or canonical()

    def make_preview_request(
        self,
        original_request: HttpRequest | None = None,
        preview_mode: str | None = None,
        extra_request_attrs: dict[str, Any] | None = None,
    ) -> Any:
        """Render a preview in the language that ``preview_mode`` names."""
        language = preview_mode if preview_mode in codes() else self.default_preview_mode
        with translation.override(language):
            return super().make_preview_request(original_request, language, extra_request_attrs)

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """Answer a preview in the language ``mode_name``, also for a page without an address."""
        with translation.override(mode_name):
            response = super().serve_preview(request, mode_name)
            return response.render() if hasattr(response, "render") else response
