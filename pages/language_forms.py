"""Forms that know who may change which language.

Fields that a person may not change are taken out of the form, so that they are neither shown nor
read from what the browser sends.
"""

from typing import Any

from django.forms import BaseForm, ModelForm, Textarea, TextInput
from django.forms.models import BaseModelFormSet
from django.utils.translation import gettext as _
from modelcluster.forms import BaseChildFormSet
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import TabbedInterface
from wagtail.admin.widgets import AdminAutoHeightTextInput

from isesco_site.languages import BY_CODE, Language
from translations.permissions import column_language, may_change_field, may_change_shared


def language_attributes(language: Language) -> dict[str, str]:
    """Return the HTML attributes of an input that holds text in ``language``."""
    return {"lang": language.code, "dir": language.direction}


def remove_forbidden_fields(form: ModelForm, user: Any) -> None:
    """Take out of a model's form what ``user`` may not change."""
    model = form._meta.model
    for name in list(form.fields):
        if not may_change_field(user, model, name):
            del form.fields[name]


def mark_languages(form: ModelForm) -> None:
    """Give the inputs of translated columns their language and direction.

    Columns are not of the exact class that Wagtail gives a growing text input; they get it here.
    """
    model = form._meta.model
    names = {field.name for field in model._meta.get_fields()}
    for name, field in form.fields.items():
        code = column_language(model, name) if name in names else None
        if not code or not isinstance(field.widget, TextInput | Textarea):
            continue
        if type(field.widget) is Textarea:
            field.widget = AdminAutoHeightTextInput()
        field.widget.attrs |= language_attributes(BY_CODE[code])


def tabs_with_errors(form: WagtailAdminModelForm) -> list[str]:
    """Return the headings of the tabs that hold a field or a row with an error."""
    handler = getattr(form._meta.model, "edit_handler", None)
    if not isinstance(handler, TabbedInterface):
        return []
    wrong = set(form.errors) | {
        name for name, formset in form.formsets.items() if not formset.is_valid()
    }
    headings = []
    for tab in handler.bind_to_model(form._meta.model).children:
        options = tab.get_form_options()
        names = {*options.get("fields", ()), *options.get("formsets", ())}
        if names & wrong:
            headings.append(str(tab.heading))
    return headings


class LanguageForm(WagtailAdminModelForm):
    """A model's editing form with the languages of the person who edits."""

    tabs_are_named = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.for_user:
            remove_forbidden_fields(self, self.for_user)
        mark_languages(self)

    def is_valid(self) -> bool:
        """Validate; where something is wrong, the form's own error says in which tabs."""
        if super().is_valid():
            return True
        if not self.tabs_are_named and (tabs := tabs_with_errors(self)):
            self.tabs_are_named = True
            self.add_error(None, _("Correct what is marked under: %s") % _(", ").join(tabs))
        return False


class LanguageFormSet(BaseChildFormSet):
    """Rows of a page, menu or the like.

    For a person who may not change what languages share, the rows themselves stand fast: none is
    added, deleted or moved, and each is found by its key, whatever the browser says of their
    number and order.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        user = (kwargs.get("form_kwargs") or {}).get("for_user")
        self.rows_stand_fast = bool(user) and not may_change_shared(user)
        self.posted_rows: list[tuple[int, Any]] = []
        super().__init__(*args, **kwargs)
        if self.is_bound and self.rows_stand_fast:
            self.posted_rows = self.match_rows()

    def match_rows(self) -> list[tuple[int, Any]]:
        """Return the rows that were sent: each with the number it has in what was sent."""
        rows = list(self.get_queryset())
        matches = []
        for number in range(self.absolute_max):
            key = self.data.get(f"{self.prefix}-{number}-{self.model._meta.pk.name}")
            if key is None:
                break
            row = next((row for row in rows if str(row.pk or "") == key), None)
            if row is not None:
                rows.remove(row)
                matches.append((number, row))
        return matches

    def initial_form_count(self) -> int:
        if self.is_bound and self.rows_stand_fast:
            return len(self.posted_rows)
        return super().initial_form_count()

    def total_form_count(self) -> int:
        if self.is_bound and self.rows_stand_fast:
            return len(self.posted_rows)
        return super().total_form_count()

    def add_prefix(self, index: int | str) -> str:
        if self.posted_rows and isinstance(index, int):
            return super().add_prefix(self.posted_rows[index][0])
        return super().add_prefix(index)

    def _construct_form(self, i: int, **kwargs: Any) -> BaseForm:
        if self.is_bound and self.rows_stand_fast:
            kwargs["instance"] = self.posted_rows[i][1]
            return super(BaseModelFormSet, self)._construct_form(i, **kwargs)
        return super()._construct_form(i, **kwargs)

    def _should_delete_form(self, form: BaseForm) -> bool:
        return not self.rows_stand_fast and super()._should_delete_form(form)

    def save(self, commit: bool = True) -> list[Any]:
        if not self.rows_stand_fast:
            return super().save(commit)
        changed = [form.instance for form in self.forms if form.has_changed()]
        self.new_objects: list[Any] = []
        self.deleted_objects: list[Any] = []
        self.changed_objects = [
            (form.instance, form.changed_data) for form in self.forms if form.has_changed()
        ]
        manager = getattr(self.instance, self.rel_name)
        manager.add(*(row for row in changed if row.pk))
        if commit:
            manager.commit()
        return changed
