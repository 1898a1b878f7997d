"""Wagtail's views of the document library, where a title per language makes a difference."""

from typing import Any

from wagtail.documents import get_document_model
from wagtail.documents.views.multiple import AddView


class AddDocumentsView(AddView):
    """Takes in several documents at once."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Say how long a title and how large a file may be; no form here has one ``title``."""
        context = super(AddView, self).get_context_data(**kwargs)
        file = self.form.fields["file"]
        return context | {
            "max_title_length": get_document_model()._meta.get_field("title").max_length,
            "max_filesize": file.max_upload_size,
            "error_max_file_size": file.error_messages["file_too_large_unknown_size"],
        }
