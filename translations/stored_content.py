"""Read stored content that is older than a translated field or a language."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Model
from modelcluster.models import get_all_child_relations

from translations.registry import canonical, codes, column, is_registered, translated_fields


def child_relations(model: type[Model]) -> Iterator[tuple[str, type[Model]]]:
    """Yield name and model of the child rows of ``model`` that have translated fields."""
    for relation in get_all_child_relations(model):
        if is_registered(relation.related_model):
            yield relation.get_accessor_name(), relation.related_model


def completed(model: type[Model], content: dict[str, Any]) -> dict[str, Any]:
    """Return stored content of ``model`` with a value for every language column.

    A column that is missing stays empty instead of receiving the original field's value in
    whichever language is active. Where no column is stored at all, the content dates from before
    the field was translated, and its value belongs to the language the object was written in.
    """
    result = dict(content)
    source = content.get("source_language") or canonical()
    for name in translated_fields(model):
        columns = [column(name, code) for code in codes()]
        if name in content and not any(stored in content for stored in columns):
            result[column(name, source)] = content[name]
        for stored in columns:
            result.setdefault(stored, None)
    for name, child_model in child_relations(model):
        if name in content:
            children = [{"source_language": source, **child} for child in content[name]]
            result[name] = [completed(child_model, child) for child in children]
    return result
