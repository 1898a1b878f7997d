"""Links inside rich text: to what is public only, and without a query for each paragraph.

`register` belongs to Wagtail's hook ``register_rich_text_features``.
"""

from typing import Any

from django.utils.html import escape
from wagtail.documents.rich_text import DocumentLinkHandler as WagtailDocumentLinkHandler
from wagtail.rich_text.feature_registry import FeatureRegistry
from wagtail.rich_text.pages import PageLinkHandler as WagtailPageLinkHandler

from pages.blocks.prefetch import Load, fetch, load_documents, load_pages


def linked(load: Load, attributes: list[dict[str, Any]]) -> list[Any]:
    """Return the objects that link tags with these attributes name; None where there is none."""
    keys = [str(each.get("id", "")) for each in attributes]
    return fetch(load, [int(key) if key.isdecimal() else None for key in keys])


class PageLinkHandler(WagtailPageLinkHandler):
    """Links to live pages; an unpublished page leaves its words without a link."""

    @classmethod
    def get_many(cls, attrs_list: list[dict[str, Any]]) -> list[Any]:
        return linked(load_pages, attrs_list)

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, Any]]) -> list[str]:
        return [
            f'<a href="{escape(page.url)}">' if page and page.live and page.url else "<a>"
            for page in cls.get_many(attrs_list)
        ]


class DocumentLinkHandler(WagtailDocumentLinkHandler):
    """Links to documents."""

    @classmethod
    def get_many(cls, attrs_list: list[dict[str, Any]]) -> list[Any]:
        return linked(load_documents, attrs_list)


def register(features: FeatureRegistry) -> None:
    """Put these handlers in the place of Wagtail's."""
    features.register_link_type(PageLinkHandler)
    features.register_link_type(DocumentLinkHandler)
