"""Static files as visitors get them: hashed, compressed, and the stylesheet in one piece.

``docs/decisions/0010-one-stylesheet.md`` says why.
"""

import posixpath
import re
from collections.abc import Iterator
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import Storage
from whitenoise.storage import CompressedManifestStaticFilesStorage

JOINED = "css/site.css"
IMPORT = re.compile(r'@import url\("([^"]+)"\);\n?')
RELATIVE_URL = re.compile(r'url\("(?!data:|/|https?:)([^"]+)"\)')
COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)

Paths = dict[str, tuple[Storage, str]]


class JoinedStylesheetStorage(CompressedManifestStaticFilesStorage):
    """Puts the files that ``site.css`` imports in its place before names are hashed."""

    def post_process(
        self, paths: Paths, dry_run: bool = False, **options: Any
    ) -> Iterator[tuple[str, str, bool]]:
        """Join the stylesheet, then hash and compress as usual."""
        if not dry_run and JOINED in paths:
            joined = join_stylesheet(paths, JOINED)
            self.delete(JOINED)
            self._save(JOINED, ContentFile(joined.encode()))
            paths = paths | {JOINED: (self, JOINED)}
        yield from super().post_process(paths, dry_run=dry_run, **options)


def join_stylesheet(paths: Paths, name: str) -> str:
    """Return the stylesheet ``name`` with its imports in place of the rules that name them.

    Raises:
        KeyError: a file that is imported does not exist.
    """
    folder = posixpath.dirname(name)

    def imported(match: re.Match[str]) -> str:
        source = posixpath.normpath(posixpath.join(folder, match[1]))
        return move_urls(read(paths, source), posixpath.dirname(source), folder)

    return COMMENT.sub("", IMPORT.sub(imported, read(paths, name)))


def read(paths: Paths, name: str) -> str:
    """Return the text of a collected file."""
    storage, path = paths[name]
    with storage.open(path) as file:
        return file.read().decode()


def move_urls(text: str, old_folder: str, new_folder: str) -> str:
    """Rewrite relative addresses in a stylesheet that moves to another folder."""

    def moved(match: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(old_folder, match[1]))
        return f'url("{posixpath.relpath(target, new_folder)}")'

    return RELATIVE_URL.sub(moved, text)
