"""Advisory file locks (flock), which the kernel releases when their holder ends."""

from __future__ import annotations

import fcntl
import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def try_lock(path: Path, *, exclusive: bool) -> int | None:
    """Lock the file without waiting; the open descriptor, or None when others hold it."""
    descriptor = os.open(path, os.O_RDWR)
    kind = fcntl.LOCK_EX if exclusive else fcntl.LOCK_SH
    try:
        fcntl.flock(descriptor, kind | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        return None
    return descriptor


def wait_for_shared_lock(path: Path) -> int:
    """Lock the file, shared, waiting for an exclusive holder; the open descriptor."""
    descriptor = os.open(path, os.O_RDWR)
    fcntl.flock(descriptor, fcntl.LOCK_SH)
    return descriptor


@contextmanager
def tried(path: Path, *, exclusive: bool) -> Iterator[int | None]:
    """As try_lock, released at the end of the block."""
    descriptor = try_lock(path, exclusive=exclusive)
    try:
        yield descriptor
    finally:
        if descriptor is not None:
            os.close(descriptor)
