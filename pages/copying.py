"""Copying a page, with a title for the copy in each language."""

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.actions.copy_page import CopyPageAction
from wagtail.admin import messages
from wagtail.admin.forms.pages import CopyForm as WagtailCopyForm
from wagtail.admin.views.pages.copy import CopyView as WagtailCopyView

from isesco_site.languages import LANGUAGES, Language
from pages.language_forms import language_attributes
from translations.blank import is_blank
from translations.registry import codes, column

TITLE_NAMES = [column("title", code) for code in codes()]


class CopyForm(WagtailCopyForm):
    """Asks for the titles of the copy; offers no alias, which would be the same page twice."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["new_title"]
        self.fields.pop("alias", None)
        titles = {column("title", item.code): self.title_field(item) for item in LANGUAGES}
        self.fields = {**titles, **self.fields}

    def title_field(self, language: Language) -> forms.CharField:
        """Return the field for the title in a language."""
        return forms.CharField(
            label=f"{_('New title')} ({language.name})",
            initial=getattr(self.page, column("title", language.code)),
            max_length=255,
            required=False,
            widget=forms.TextInput(attrs=language_attributes(language)),
        )

    def clean(self) -> dict[str, Any]:
        """Refuse a copy without any title."""
        cleaned_data = super().clean()
        if all(is_blank(cleaned_data.get(name)) for name in TITLE_NAMES):
            self.add_error(TITLE_NAMES[0], _("Give the page a title in at least one language."))
        return cleaned_data


class CopyView(WagtailCopyView):
    """Wagtail's view, with all titles written into the copy."""

    template_name = "wagtailadmin/pages/copy_in_all_languages.html"

    def get_form_class(self) -> type[CopyForm]:
        return CopyForm

    def form_valid(self, form: CopyForm) -> HttpResponse:
        data = form.cleaned_data
        parent = data["new_parent_page"] or self.parent_page
        may_publish = parent.permissions_for_user(self.request.user).can_publish_subpage()
        titles = {name: data[name] or None for name in TITLE_NAMES}
        copy = CopyPageAction(
            page=self.page,
            recursive=data.get("copy_subpages", False),
            to=parent,
            update_attrs={**titles, "slug": data["new_slug"]},
            keep_live=may_publish and data.get("publish_copies", False),
            user=self.request.user,
        ).execute()
        address = reverse("wagtailadmin_pages:edit", args=(copy.pk,))
        messages.success(
            self.request,
            _("“%(title)s” has been copied.") % {"title": self.page.get_admin_display_title()},
            buttons=[messages.button(address, _("Edit"))],
        )
        return redirect(self.next_url or reverse("wagtailadmin_explore", args=(parent.pk,)))
