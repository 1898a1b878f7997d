"""The editing form of pages."""

from typing import Any

from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminPageForm

from pages.language_forms import LanguageForm
from pages.publishing import SilentImage, silent_images
from pages.validators import reject_bidi_overrides
from translations.blank import is_blank
from translations.registry import codes, column

PLAIN_TEXTS = ("title", "introduction", "seo_title", "search_description")


class PageForm(LanguageForm, WagtailAdminPageForm):
    """Asks for a title in at least one language, and for what readers of images need.

    An empty slug is made from the title, which need not be in Latin letters.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].required = False
        for name in PLAIN_TEXTS:
            for code in codes():
                if field := self.fields.get(column(name, code)):
                    field.validators.append(reject_bidi_overrides)

    def clean(self) -> dict[str, Any]:
        """Refuse a page without any title, and the publication of images that say nothing."""
        cleaned_data = super().clean()
        self.clean_titles(cleaned_data)
        return cleaned_data

    def clean_titles(self, cleaned_data: dict[str, Any]) -> None:
        """Refuse a page that has no title in any language."""
        names = [column("title", code) for code in codes()]
        offered = [name for name in names if name in self.fields]
        titles = (cleaned_data.get(name, getattr(self.instance, name)) for name in names)
        if offered and all(is_blank(title) for title in titles):
            source = column("title", cleaned_data.get("source_language") or "en")
            self.add_error(
                source if source in offered else offered[0],
                _("Give the page a title in at least one language."),
            )

    def is_valid(self) -> bool:
        """Validate; a page that is to be published has to say what its images show."""
        if not super().is_valid():
            return False
        if self.will_publish():
            for silent in self.silent_images():
                self.add_error(None, str(silent))
        return not self.errors

    def silent_images(self) -> list[SilentImage]:
        """Return the images of the page as edited that have no words for some language."""
        rows = {
            name: [form.instance for form in formset.forms if not formset._should_delete_form(form)]
            for name, formset in self.formsets.items()
        }
        titles = {code: getattr(self.instance, column("title", code)) for code in codes()}
        available = [code for code, title in titles.items() if not is_blank(title)]
        return silent_images(self.instance, rows, available)

    def will_publish(self) -> bool:
        """Tell whether the page goes out, now or at a set time, when this form is saved."""
        if self.data.get("action-publish"):
            return True
        return bool(
            self.data.get("action-workflow-action")
            and self.data.get("workflow-action-name") == "approve"
        )
