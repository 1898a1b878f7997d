"""Interface messages: extract, merge, compile and check catalogues without system gettext.

The English source texts are the message identifiers. Every other language has one catalogue,
``locale/<language>/LC_MESSAGES/django.po`` (GNU gettext PO format). Catalogues name the file a
message comes from but not the line, so that moving code does not rewrite them.
"""

import os
import re
import tempfile
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract as babel_extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po, write_po
from django.utils.translation.template import templatize

#: Plural rules as gettext writes them; the Arabic one has the six forms of CLDR.
PLURAL_FORMS = {
    "ar": (
        "nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : "
        "n%100>=3 && n%100<=10 ? 3 : n%100>=11 && n%100<=99 ? 4 : 5;"
    ),
    "fr": "nplurals=2; plural=(n > 1);",
}

KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
COMMENT_TAGS = ("Translators",)
TEMPLATE_SUFFIXES = {".html", ".txt", ".xml"}
SKIPPED_DIRECTORIES = {"migrations", "tests", "__pycache__"}

#: How alike a new text and a vanished one must be for the old translation to be proposed.
SIMILARITY = 0.8

STRING_OR_SPACE = re.compile(r"""('(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*")|[^\S\n]""")
INDENTATION = re.compile(r"^[^\S\n]+", re.MULTILINE)

MessageKey = tuple[str, str | None]


class MessagesError(Exception):
    """A source file or a catalogue that cannot be read; the text names the file and the reason."""


def catalogue_path(locale_directory: Path, language: str) -> Path:
    """Return where the catalogue of ``language`` lives under a ``locale`` directory."""
    return locale_directory / language / "LC_MESSAGES" / "django.po"


def key(message: Message) -> MessageKey:
    """Return what identifies a message in a catalogue: its singular text and its context."""
    return singular(message), message.context


def singular(message: Message) -> str:
    """Return the English singular text of a message."""
    return message.id if isinstance(message.id, str) else message.id[0]


def forms(message: Message) -> tuple[str, ...]:
    """Return the translated forms of a message; one for a message without a plural."""
    text = message.string or ""
    return (text,) if isinstance(text, str) else tuple(text)


def source_files(roots: Iterable[Path]) -> Iterator[Path]:
    """Yield the Python files and templates below ``roots``, in a stable order."""
    found = set()
    for root in roots:
        for path in root.rglob("*"):
            if SKIPPED_DIRECTORIES.isdisjoint(path.relative_to(root).parts) and (
                path.suffix == ".py" or path.suffix in TEMPLATE_SUFFIXES
            ):
                found.add(path)
    yield from sorted(path for path in found if path.is_file())


def template_as_python(source: str, origin: str) -> str:
    """Return a template as Python calls, line for line, for the Python extractor.

    Raises ``SyntaxError`` for a block tag inside ``{% blocktranslate %}``.
    """
    python = templatize(source, origin=origin)
    plain_spaces = STRING_OR_SPACE.sub(lambda match: match[1] or " ", python)
    return INDENTATION.sub("", plain_spaces)


def extract(roots: Iterable[Path], base: Path) -> Catalog:
    """Return every message of the sources below ``roots``, located relative to ``base``.

    Raises ``MessagesError`` when a source file cannot be parsed.
    """
    template = Catalog(fuzzy=False)
    for path in source_files(roots):
        name = path.relative_to(base).as_posix()
        try:
            source = path.read_text(encoding="utf-8")
            if path.suffix != ".py":
                source = template_as_python(source, name)
            found = list(
                babel_extract(
                    "python", BytesIO(source.encode()), keywords=KEYWORDS, comment_tags=COMMENT_TAGS
                )
            )
        except (SyntaxError, UnicodeDecodeError) as error:
            raise MessagesError(f"{name}: {error}") from error
        for line, text, comments, context in found:
            if text:
                template.add(text, None, [(name, line)], auto_comments=comments, context=context)
    return template


def read(path: Path, language: str) -> Catalog:
    """Read a catalogue; raises ``MessagesError`` when it is not well-formed PO."""
    try:
        with path.open("rb") as file:
            return read_po(file, locale=language, abort_invalid=True)
    except (PoFileError, UnicodeDecodeError, ValueError) as error:
        raise MessagesError(f"{path}: {error}") from error


def merge(existing: Catalog, template: Catalog, language: str) -> Catalog:
    """Return the messages of ``template`` with the translations of ``existing``.

    A text that replaces a very similar one takes over its translation, marked fuzzy; a text that
    is no longer used keeps its translation among the obsolete ones and is revived from there.
    """
    merged = Catalog(locale=language, fuzzy=False)
    wanted = {key(message) for message in template if message.id}
    active = {key(message): message for message in existing if message.id}
    known = {key(message): message for message in existing.obsolete.values()} | active
    vanished = [message for name, message in active.items() if name not in wanted]
    for message in template:
        if not message.id:
            continue
        old = known.get(key(message)) or similar(message, vanished)
        merged[message.id] = translated(message, old) if old else message.clone()
    for (text, context), message in known.items():
        if (text, context) not in wanted and any(forms(message)):
            merged.obsolete[(text, context) if context else text] = message
    return merged


def similar(message: Message, candidates: Iterable[Message]) -> Message | None:
    """Return the translated candidate whose text is nearly that of ``message``, if there is one."""
    rated = [
        (SequenceMatcher(None, singular(message), singular(candidate)).ratio(), candidate)
        for candidate in candidates
        if candidate.context == message.context
        and candidate.pluralizable == message.pluralizable
        and all(forms(candidate))
    ]
    ratio, best = max(rated, key=lambda pair: pair[0], default=(0.0, None))
    return best if ratio >= SIMILARITY else None


def translated(message: Message, old: Message) -> Message:
    """Return ``message`` with the translation of ``old``, fuzzy when the text has changed."""
    result = message.clone()
    result.user_comments = list(old.user_comments)
    if old.id == message.id:
        result.string = old.string
        result.flags |= old.flags & {"fuzzy"}
    elif any(forms(old)):
        result.string = forms(old) if message.pluralizable else forms(old)[0]
        result.flags.add("fuzzy")
    return result


def serialise(catalogue: Catalog, language: str) -> bytes:
    """Return a catalogue as PO text that depends on its messages only, not on the day."""
    body = BytesIO()
    write_po(
        body,
        catalogue,
        width=0,
        omit_header=True,
        sort_output=True,
        include_lineno=False,
    )
    header = (
        'msgid ""\n'
        'msgstr ""\n'
        f'"Language: {language}\\n"\n'
        '"MIME-Version: 1.0\\n"\n'
        '"Content-Type: text/plain; charset=utf-8\\n"\n'
        '"Content-Transfer-Encoding: 8bit\\n"\n'
        f'"Plural-Forms: {PLURAL_FORMS[language]}\\n"\n\n'
    )
    return (header + body.getvalue().decode().strip() + "\n").encode()


def updated(path: Path, template: Catalog, language: str) -> bytes:
    """Return what the catalogue at ``path`` would hold after an update from ``template``."""
    existing = read(path, language) if path.exists() else Catalog(locale=language)
    return serialise(merge(existing, template, language), language)


def write_atomically(path: Path, content: bytes, modified_ns: int | None = None) -> None:
    """Replace the file at ``path`` in one step, so that no reader meets half a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=path.name)
    unfinished = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        unfinished.chmod(0o644)
        if modified_ns is not None:
            os.utime(unfinished, ns=(modified_ns, modified_ns))
        unfinished.replace(path)
    except BaseException:
        unfinished.unlink()
        raise


def compile_catalogue(path: Path, language: str) -> bool:
    """Compile a PO file into the MO file beside it; return False when that is already current.

    The compiled file carries the time of its source, so any other time means it is stale. Fuzzy
    and missing translations are left out: English stands in for them.
    """
    target = path.with_suffix(".mo")
    modified_ns = path.stat().st_mtime_ns
    if target.exists() and target.stat().st_mtime_ns == modified_ns:
        return False
    compiled = BytesIO()
    write_mo(compiled, read(path, language))
    write_atomically(target, compiled.getvalue(), modified_ns)
    return True
