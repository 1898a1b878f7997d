"""What can be wrong with a message catalogue, as lines a translator can act on."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message

from isesco_site.messages import PLURAL_FORMS, forms, key, read, singular, updated

PLACEHOLDER = re.compile(r"%(?:\(\w+\))?[-#0 +]*\d*(?:\.\d+)?[diouxXeEfFgGcrs]|\{\w*\}")

#: The plural forms that stand for a single number (or zero and one) and may leave it out.
EXACT_FORMS = {"ar": {0, 1, 2}, "fr": {0}}


def placeholders(text: str) -> Counter[str]:
    """Count the variables of a text: ``%(name)s``, ``%s`` and ``{name}``, but not ``%%``."""
    return Counter(PLACEHOLDER.findall(text.replace("%%", "")))


def wrong_placeholders(message: Message, language: str) -> Iterator[str]:
    """Yield a complaint for each translated form whose variables differ from the English ones."""
    plain = placeholders(message.id if isinstance(message.id, str) else message.id[-1])
    for index, form in enumerate(forms(message)):
        found = placeholders(form)
        if not form or set(found) == set(plain):
            continue
        may_omit = message.pluralizable and index in EXACT_FORMS[language]
        missing, extra = plain - found, found - plain
        if extra or not may_omit or len(missing) > 1:
            yield f"form {index} has the variables {sorted(found)} instead of {sorted(plain)}"


def message_problems(message: Message, language: str) -> Iterator[str]:
    """Yield what is wrong with one translated message."""
    if message.fuzzy:
        yield "fuzzy: the English text has changed, check the translation"
    translated_forms = forms(message)
    if not any(translated_forms):
        yield "untranslated"
    elif not all(translated_forms):
        empty = [index for index, form in enumerate(translated_forms) if not form]
        yield f"plural forms {empty} are empty"
    yield from wrong_placeholders(message, language)


def problems(path: Path, template: Catalog, language: str) -> list[str]:
    """Return everything wrong with the catalogue at ``path``; an empty list means it is complete.

    Raises ``MessagesError`` when the catalogue is not well-formed.
    """
    if not path.exists():
        return ["missing, run `manage.py makemessages`"]
    content = path.read_bytes()
    found = []
    if f'"Plural-Forms: {PLURAL_FORMS[language]}\\n"'.encode() not in content:
        found.append(f"the plural rule must be: {PLURAL_FORMS[language]}")
    if content != updated(path, template, language):
        found.append("differs from the sources, run `manage.py makemessages`")
    locations = {key(message): message.locations for message in template}
    for message in read(path, language):
        if not message.id:
            continue
        name, line = next(iter(locations.get(key(message), [])), ("unused", 0))
        found += [
            f'"{singular(message)}" ({name}:{line}): {complaint}'
            for complaint in message_problems(message, language)
        ]
    return found
