"""Puts the values of a content file into a model instance."""

import re
import uuid
from typing import Any

from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db.models import Model
from modelcluster.fields import ParentalKey
from wagtail.blocks import StreamBlock

from pages.content_files.files import ContentItem
from pages.content_files.references import References
from translations.registry import codes, column, translated_fields

NAMESPACE = uuid.UUID("7f0c2a52-3a0e-5d0b-9d0e-4b8f6c1d2e3a")
PAGE_LINK = re.compile(r'href="page:([^"]*)"')
BETWEEN_LINES = re.compile(r">\s*\n\s*<")


def set_values(
    instance: Model,
    values: dict[str, Any],
    item: ContentItem,
    place: str,
    references: References,
) -> None:
    """Set fields: translated ones from a value for each language, relations from addresses.

    Raises:
        ContentError: an unknown field, or a translated value that lacks a language.
    """
    translated = translated_fields(type(instance))
    for name, value in values.items():
        where = f"{place}.{name}"
        field = field_of(type(instance), name, item, where)
        if name in translated:
            for code, text in in_each_language(value, item, where).items():
                setattr(instance, column(name, code), text)
        elif field.many_to_many:
            found = (references.find(field.related_model, reference) for reference in value)
            setattr(instance, name, [target for target in found if target is not None])
        elif field.is_relation:
            setattr(instance, name, references.find(field.related_model, value))
        else:
            setattr(instance, name, value)


def set_streams(instance: Model, item: ContentItem, references: References) -> None:
    """Fill StreamFields: the same blocks, with the same identifiers, in every language.

    Raises:
        ContentError: an unknown field or block type, a block without a key of its own, or a
            value that the block refuses.
    """
    for name, blocks in item.streams.items():
        where = f"streams.{name}"
        field = field_of(type(instance), name, item, where)
        stream: StreamBlock = field.stream_block
        keys = [block.get("key") for block in blocks]
        if None in keys or len(set(keys)) != len(keys):
            raise item.error(where, "each block needs a key of its own")
        for code in codes():
            raw = [raw_block(block, code, item, where, references) for block in blocks]
            for block in raw:
                if block["type"] not in stream.child_blocks:
                    raise item.error(where, f"there is no block type {block['type']}")
            try:
                cleaned = stream.clean(stream.to_python(raw))
            except ValidationError as error:
                problem = f"refused in {code}: {explain(error)}"
                raise item.error(where, problem) from error
            setattr(instance, column(name, code), cleaned)


def set_children(
    instance: Model,
    item: ContentItem,
    known: dict[str, dict[str, int]],
    references: References,
) -> dict[str, list[str]]:
    """Replace child rows by the file's, keeping the rows that stand for the same keys.

    A row that refers to something staff have deleted is left out. ``known`` holds the primary
    keys of the rows loaded before; the keys of the rows now set are returned in their order.

    Raises:
        ContentError: an unknown relation, a row without a key of its own, or an invalid value.
    """
    keys_set: dict[str, list[str]] = {}
    for relation, rows in item.children.items():
        where = f"children.{relation}"
        model = field_of(type(instance), relation, item, where).related_model
        keys = [row.get("key") for row in rows]
        if None in keys or len(set(keys)) != len(keys):
            raise item.error(where, "each row needs a key of its own")
        stored = getattr(instance, relation).all() if instance.pk else []
        existing = {child.pk: child for child in stored}
        children: dict[str, Model] = {}
        for row in rows:
            child = existing.get(known.get(relation, {}).get(row["key"])) or model()
            values = {name: value for name, value in row.items() if name != "key"}
            place = f"{where}[{row['key']}]"
            set_values(child, values, item, place, references)
            if lacks_target(child, values):
                continue
            validate(child, item, place)
            child.sort_order = len(children)
            children[row["key"]] = child
        setattr(instance, relation, list(children.values()))
        keys_set[relation] = list(children)
    return keys_set


def stored_children(instance: Model, relation: str) -> list[Model]:
    """Return the child rows as the database holds them, in their order."""
    link = instance._meta.get_field(relation)
    rows = link.related_model._default_manager.filter(**{link.field.name: instance})
    return list(rows.order_by("sort_order", "pk"))


def field_of(model: type[Model], name: str, item: ContentItem, where: str) -> Any:
    """Return the field or relation called ``name``.

    Raises:
        ContentError: the model has none.
    """
    try:
        return model._meta.get_field(name)
    except FieldDoesNotExist as error:
        raise item.error(where, f"{model.__name__} has no field {name}") from error


def in_each_language(value: Any, item: ContentItem, where: str) -> dict[str, Any]:
    """Return ``value`` if it is a table with exactly one entry for each language.

    Raises:
        ContentError: it is not.
    """
    if not isinstance(value, dict) or value.keys() != set(codes()):
        raise item.error(where, f"needs one value for each of {', '.join(codes())}")
    return value


def raw_block(
    block: dict[str, Any], code: str, item: ContentItem, where: str, references: References
) -> dict[str, Any]:
    """Return a block of the file in one language, in the form in which StreamFields store it."""
    place = f"{where}[{block['key']}]"
    if block.keys() != {"key", "type", "value"}:
        raise item.error(place, "needs exactly key, type and value")
    return {
        "type": block["type"],
        "value": localised(block["value"], code, item, place, references),
        "id": str(uuid.uuid5(NAMESPACE, f"{item.key}#{where}/{block['key']}")),
    }


def localised(value: Any, code: str, item: ContentItem, where: str, references: References) -> Any:
    """Choose one language in every table of languages inside ``value``; resolve page links."""
    if isinstance(value, dict):
        if value.keys() & set(codes()):
            chosen = in_each_language(value, item, where)[code]
            return localised(chosen, code, item, where, references)
        return {
            name: localised(part, code, item, f"{where}.{name}", references)
            for name, part in value.items()
        }
    if isinstance(value, list):
        return [localised(part, code, item, where, references) for part in value]
    return rich_text(value, references) if isinstance(value, str) else value


def rich_text(text: str, references: References) -> str:
    """Join the lines between elements and turn ``href="page:/about/"`` into a page link."""

    def link(match: re.Match[str]) -> str:
        page_id = references.page_id(match[1])
        return f'linktype="page" id="{page_id}"' if page_id else ""

    return PAGE_LINK.sub(link, BETWEEN_LINES.sub("><", text.strip()))


def lacks_target(child: Model, values: dict[str, Any]) -> bool:
    """Tell whether a relation that the file gives resolved to nothing."""
    relations = (name for name in values if child._meta.get_field(name).is_relation)
    return any(getattr(child, name) is None for name in relations)


def validate(instance: Model, item: ContentItem, where: str) -> None:
    """Check field values as a form would, the link to the parent excepted.

    Raises:
        ContentError: with the fields and what is wrong with them.
    """
    parents = [field.name for field in instance._meta.fields if isinstance(field, ParentalKey)]
    try:
        instance.full_clean(exclude=parents, validate_constraints=False)
    except ValidationError as error:
        raise item.error(where, explain(error)) from error


def explain(error: ValidationError) -> str:
    """Return the messages of a validation error on one line."""
    if hasattr(error, "message_dict"):
        return "; ".join(f"{name}: {' '.join(text)}" for name, text in error.message_dict.items())
    inner = getattr(error, "block_errors", None) or {}
    parts = [f"block {index + 1}: {explain(part)}" for index, part in inner.items()]
    return "; ".join([*parts, *error.messages])
