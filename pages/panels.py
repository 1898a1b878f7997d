"""Editing forms with a tab per language.

Who may change which field is decided by the forms (``pages/language_forms.py``): a panel whose
field is not in the form is not shown, nor is a tab without panels.
"""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    CommentPanel,
    FieldPanel,
    MultiFieldPanel,
    ObjectList,
    PublishingPanel,
    TabbedInterface,
    TitleFieldPanel,
    get_form_for_model,
)
from wagtail.admin.panels import InlinePanel as WagtailInlinePanel

from isesco_site.languages import BY_CODE, LANGUAGES, Language
from pages.language_forms import LanguageForm, LanguageFormSet
from translations.registry import canonical, column


class InlinePanel(WagtailInlinePanel):
    """Rows whose texts follow the rights per language and which stand fast for translators."""

    def get_form_options(self) -> dict[str, Any]:
        """Make the rows' forms know the person who edits."""
        options = super().get_form_options()
        rows = options["formsets"][self.relation_name]
        child_options = self.child_edit_handler.get_form_options()
        rows["form"] = get_form_for_model(
            self.db_field.related_model,
            form_class=LanguageForm,
            fields=child_options.get("fields", []),
            defer_required_on_fields=child_options.get("defer_required_on_fields", []),
        )
        rows["formset"] = LanguageFormSet
        rows["inherit_kwargs"] = ["for_user"]
        return options

    class BoundPanel(WagtailInlinePanel.BoundPanel):
        """Hides the buttons that would do nothing."""

        def classes(self) -> list[str]:
            stands_fast = self.form is not None and self.formset.rows_stand_fast
            return [*super().classes(), *(["rows-stand-fast"] if stands_fast else [])]

        def is_shown(self) -> bool:
            """Hide the panel from a person who could change nothing in it."""
            if self.form is None or not self.formset.rows_stand_fast:
                return True
            return any(child.is_shown() for child in self.children)


class SlugSuggestingPanel(TitleFieldPanel):
    """The panel of the canonical title, which suggests the slug while a page is new."""

    class BoundPanel(TitleFieldPanel.BoundPanel):
        """Leaves the input alone where the form has no slug."""

        def get_attrs(self) -> dict[str, Any]:
            return super().get_attrs() if "slug" in self.form.fields else {}

        def get_placeholder(self) -> None:
            """Show none: the label says what the input is for."""


def language_panel(field_name: str, language: Language) -> FieldPanel:
    """Return the panel of one translated column."""
    return FieldPanel(column(field_name, language.code), attrs=language_attributes(language))


def page_panel(field_name: str, language: Language) -> FieldPanel:
    """Return the panel of a page's translated column; the canonical title suggests the slug."""
    if field_name == "title" and language.code == canonical():
        name = column(field_name, language.code)
        return SlugSuggestingPanel(name, attrs=language_attributes(language))
    return language_panel(field_name, language)


def language_attributes(language: Language) -> dict[str, str]:
    """Return the attributes that tell a panel's language to the editor's scripts."""
    return {"data-text-language": language.code}


def language_panels(*field_names: str) -> list[FieldPanel]:
    """Return the panels of translated columns, grouped by language, for shared tabs."""
    return [language_panel(name, language) for language in LANGUAGES for name in field_names]


def language_tab(model: Any, language: Language) -> ObjectList:
    """Return the tab that holds all texts of a page type in one language."""
    search = MultiFieldPanel(
        [language_panel(name, language) for name in ("seo_title", "search_description")],
        heading=_("For search engines"),
        classname="collapsed",
    )
    return ObjectList(
        [*(page_panel(name, language) for name in model.translated_fields), search],
        heading=language.name,
        classname=f"language-tab language-tab--{language.code}",
    )


def language_tabs(model: Any) -> TabbedInterface:
    """Return the editing form of a page type: languages, shared fields, settings."""
    tabs = [language_tab(model, BY_CODE[code]) for code in BY_CODE]
    if model.shared_panels:
        tabs.append(ObjectList(model.shared_panels, heading=_("All languages")))
    tabs.append(
        ObjectList(
            ["slug", "source_language", "show_in_menus", PublishingPanel(), CommentPanel()],
            heading=_("Settings"),
        )
    )
    return TabbedInterface(tabs, base_form_class=model.editing_form_class)
