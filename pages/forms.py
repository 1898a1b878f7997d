"""The editing form of pages."""

from typing import Any

from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminPageForm

from translations.blank import is_blank
from translations.registry import codes, column


class PageForm(WagtailAdminPageForm):
    """Asks for a title in at least one language."""

    def clean(self) -> dict[str, Any]:
        """Refuse a page that has no title in any language."""
        cleaned_data = super().clean()
        names = [column("title", code) for code in codes()]
        offered = [name for name in names if name in self.fields]
        titles = (cleaned_data.get(name, getattr(self.instance, name)) for name in names)
        if offered and all(is_blank(title) for title in titles):
            source = column("title", cleaned_data.get("source_language") or "en")
            self.add_error(
                source if source in offered else offered[0],
                _("Give the page a title in at least one language."),
            )
        return cleaned_data
