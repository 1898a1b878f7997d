"""Loads content files into the database: what is absent is made, what is edited is left."""

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.db.models import Model

from pages.content_files import values
from pages.content_files.files import ContentItem, content_directories, read_content
from pages.content_files.references import References
from pages.content_files.site import SITE_KEY, ensure_site, remove_welcome_page, root_page
from pages.models import BasePage, HomePage, LoadedContent
from translations.registry import canonical_language, codes, column, translated_fields

LOCK = 0x15E5C0  # of this project's own choosing; one loader runs at a time

Report = Callable[[str], Any]


def load_content(report: Report = print, directories: Iterable[Path] | None = None) -> Counter[str]:
    """Load the content files of all applications, all of them or none.

    Each item is created when it is absent and was never loaded, and updated when its file has
    changed and nobody has edited it. What staff have edited, deleted or made themselves stays
    as it is.

    Args:
        report: receives a line of progress for each item touched.
        directories: where the files are; by default ``content/`` in each application.

    Returns:
        How many items were "created", "updated" or "left as it is"; empty if nothing was to do.

    Raises:
        ContentError: a file cannot be loaded; nothing has been changed.
    """
    items = read_content(content_directories() if directories is None else directories)
    with transaction.atomic(), canonical_language():
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
        return Loader(report).load(items)


class Loader:
    """One run over the content files."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.records = {record.key: record for record in LoadedContent.objects.all()}
        self.references = References(self.records)
        self.done: Counter[str] = Counter()

    def load(self, items: list[ContentItem]) -> Counter[str]:
        """Load the items in their order, the site right after its home page."""
        for item in items:
            record = self.records.get(item.key)
            if record is None or record.digest != item.digest:
                self.load_item(item, record)
            if item.address == "/":
                self.load_site(item)
        return self.done

    def load_item(self, item: ContentItem, record: LoadedContent | None) -> None:
        """Create, update or leave one item, and remember it."""
        if record is None:
            if item.parent_address and not self.parent_of(item):
                self.tell(item.key, "not created, the page above it is gone")
                return
            record = LoadedContent(key=item.key)
            instance = self.find(item)
            outcome = "left as it is" if instance and self.is_filled(instance, item) else "created"
            record.object_id = instance.pk if instance else None
        else:
            instance = self.stored(item, record)
            edited = instance is None or record.state != self.state_of(instance, item)
            outcome = "left as it is" if edited else "updated"
        if outcome != "left as it is":
            self.save(item, instance or item.model(), record)
        record.digest = item.digest
        record.save()
        self.records[item.key] = record
        self.tell(item.key, outcome)

    def load_site(self, item: ContentItem) -> None:
        """Make the default site lead to the home page, unless that page is gone."""
        home = HomePage.objects.filter(pk=self.references.page_id(item.address)).first()
        if home is None:
            return
        record, outcome = ensure_site(home, settings.BASE_URL, self.records.get(SITE_KEY))
        if outcome:
            record.save()
            self.tell("site", f"{outcome}: {settings.BASE_URL}")

    def save(self, item: ContentItem, instance: Any, record: LoadedContent) -> None:
        """Fill an instance from its file, save it, publish it if it is a page.

        Raises:
            ContentError: a value that the model refuses.
        """
        values.set_values(instance, item.fields, item, "fields", self.references)
        values.set_streams(instance, item, self.references)
        keys = values.set_children(instance, item, record.parts, self.references)
        try:
            if item.kind == "page":
                self.publish(item, instance)
            else:
                self.save_object(item, instance)
        except ValidationError as error:
            raise item.error("fields", values.explain(error)) from error
        record.object_id = instance.pk
        stored = self.stored(item, record)
        record.parts = {
            relation: {
                key: child.pk
                for key, child in zip(
                    names, values.stored_children(instance, relation), strict=True
                )
            }
            for relation, names in keys.items()
        }
        record.state = self.state_of(stored, item)

    def publish(self, item: ContentItem, page: BasePage) -> None:
        """Put a new page into the tree; publish a revision of it."""
        if not page.pk:
            page.slug, page.live = item.slug, False
            if item.address == "/":
                remove_welcome_page()
            parent = self.parent_of(item) or root_page()
            parent.add_child(instance=page)
        page.save_revision().publish()

    def save_object(self, item: ContentItem, instance: Model) -> None:
        """Save an object that has no revisions."""
        for name, value in self.lookup(item).items():
            setattr(instance, name, value)
        values.validate(instance, item, "fields")
        instance.save()

    def parent_of(self, item: ContentItem) -> BasePage | None:
        """Return the page above, wherever staff have moved it; ``None`` if there is none."""
        page_id = self.references.page_id(item.parent_address)
        return BasePage.objects.get(pk=page_id) if page_id else None

    def find(self, item: ContentItem) -> Any:
        """Return what exists already where the item belongs, or ``None``."""
        if item.kind == "page":
            if item.address == "/":
                return HomePage.objects.filter(depth=2).first()
            siblings = self.parent_of(item).get_children()
            return siblings.filter(slug=item.slug).first()
        return item.model._default_manager.filter(**self.lookup(item)).first()

    def lookup(self, item: ContentItem) -> dict[str, Any]:
        """Return the field values by which an object is found."""
        found = {}
        for name, value in item.head["match"].items():
            field = values.field_of(item.model, name, item, f"object.match.{name}")
            target = field.related_model
            found[name] = self.references.find(target, value) if field.is_relation else value
        return found

    def stored(self, item: ContentItem, record: LoadedContent) -> Any:
        """Return the object as the database holds it, or ``None`` if staff have deleted it."""
        return item.model._default_manager.filter(pk=record.object_id).first()

    def is_filled(self, instance: Model, item: ContentItem) -> bool:
        """Tell whether an object that was not loaded holds anything that loading would undo."""
        return item.kind == "page" or any(contents(instance, item))

    def state_of(self, instance: Any, item: ContentItem) -> str:
        """Return what changes when somebody edits the object."""
        if item.kind == "page":
            return f"{instance.latest_revision_id} {'live' if instance.live else 'draft'}"
        data = json.dumps(contents(instance, item), default=str)
        return hashlib.sha256(data.encode()).hexdigest()

    def tell(self, name: str, outcome: str) -> None:
        """Report what was done with an item, and count it."""
        self.report(f"{name}: {outcome}")
        self.done[outcome.partition(":")[0]] += 1


def contents(instance: Model, item: ContentItem) -> list[Any]:
    """Return what an object holds where its file fills it; what is blank is left out."""
    translated = translated_fields(item.model)
    names = [
        name
        for field in item.fields
        for name in ([column(field, code) for code in codes()] if field in translated else [field])
    ]
    found: list[Any] = [[name, value] for name in names if (value := getattr(instance, name))]
    for relation in item.children:
        link = item.model._meta.get_field(relation).field
        for child in values.stored_children(instance, relation):
            fields = (f for f in child._meta.concrete_fields if f != link and not f.primary_key)
            row = {field.attname: getattr(child, field.attname) for field in fields}
            found.append([relation, {name: value for name, value in row.items() if value}])
    return found
