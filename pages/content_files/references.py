"""Finds the objects that content files refer to by address."""

from typing import Any

from django.db.models import Model
from wagtail.models import Site

from pages.models import BasePage, LoadedContent


class References:
    """Turns references into objects: a page's address, a part of a page, a site.

    "/about/" is a page; "/plan/#strategic_objectives/youth" is the child row of that page with
    that key; "default" is the default site. What staff have deleted is ``None``.
    """

    def __init__(self, records: dict[str, LoadedContent]) -> None:
        self.records = records

    def page_id(self, address: str) -> int | None:
        """Return the primary key of the page loaded for ``address`` if it still exists."""
        record = self.records.get(address)
        if record is None or record.object_id is None:
            return None
        exists = BasePage.objects.filter(pk=record.object_id).exists()
        return record.object_id if exists else None

    def find(self, model: type[Model], reference: str) -> Any:
        """Return the object of type ``model`` that ``reference`` stands for, or ``None``."""
        if model is Site:
            return Site.objects.filter(is_default_site=True).first()
        address, _hash, part = reference.partition("#")
        record = self.records.get(address)
        if record is None:
            return None
        primary_key: int | None = record.object_id
        if part:
            relation, _slash, key = part.partition("/")
            primary_key = record.parts.get(relation, {}).get(key)
        return model._default_manager.filter(pk=primary_key).first()
