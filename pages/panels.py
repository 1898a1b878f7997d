"""Editing forms with a tab per language."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    MultiFieldPanel,
    ObjectList,
    PublishingPanel,
    TabbedInterface,
    TitleFieldPanel,
)

from isesco_site.languages import BY_CODE, LANGUAGES, Language
from translations.permissions import CHANGE_SHARED, translate_permission
from translations.registry import canonical, column


def language_attributes(language: Language) -> dict[str, str]:
    """Return the HTML attributes of an input that holds text in ``language``."""
    return {"lang": language.code, "dir": language.direction}


def language_panel(field_name: str, language: Language) -> FieldPanel:
    """Return the panel of one translated column, for those who may change its language."""
    options: dict[str, Any] = {
        "permission": translate_permission(language.code),
        "attrs": language_attributes(language),
    }
    name = column(field_name, language.code)
    if field_name == "title" and language.code == canonical():
        return TitleFieldPanel(name, targets=["slug"], **options)
    return FieldPanel(name, **options)


def language_panels(*field_names: str) -> list[FieldPanel]:
    """Return the panels of translated columns, grouped by language, for shared tabs."""
    return [language_panel(name, language) for language in LANGUAGES for name in field_names]


def language_tab(model: type, language: Language) -> ObjectList:
    """Return the tab that holds all texts of a page type in one language."""
    search = MultiFieldPanel(
        [language_panel(name, language) for name in ("seo_title", "search_description")],
        heading=_("For search engines"),
        classname="collapsed",
    )
    return ObjectList(
        [*(language_panel(name, language) for name in model.translated_fields), search],
        heading=language.name,
        classname=f"language-tab language-tab--{language.code}",
        permission=translate_permission(language.code),
    )


def language_tabs(model: type) -> TabbedInterface:
    """Return the editing form of a page type: languages, shared fields, settings."""
    tabs = [language_tab(model, BY_CODE[code]) for code in BY_CODE]
    if model.shared_panels:
        tabs.append(
            ObjectList(model.shared_panels, heading=_("All languages"), permission=CHANGE_SHARED)
        )
    tabs.append(
        ObjectList(
            ["slug", "source_language", "show_in_menus", PublishingPanel()],
            heading=_("Settings"),
            permission=CHANGE_SHARED,
        )
    )
    return TabbedInterface(tabs, base_form_class=model.base_form_class)
