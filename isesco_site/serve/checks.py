"""What must be in order before the site starts, and what is made at its first start."""

from __future__ import annotations

import contextlib
import fcntl
import os
import secrets
import socket
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from isesco_site.serve.options import Options, StartError

if TYPE_CHECKING:
    from collections.abc import Iterator

SECRET_KEY_BYTES = 64


def prepare_folder(var_dir: Path) -> None:
    """Make VAR_DIR, and show that files can be written in it."""
    try:
        var_dir.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=var_dir):
            pass
    except (FileExistsError, NotADirectoryError):
        raise StartError(
            f"VAR_DIR={var_dir} cannot be a folder, because a file is in its place. Move the "
            f"file away, or choose another folder: make run VAR_DIR=..."
        ) from None
    except OSError as error:
        raise StartError(
            f"VAR_DIR={var_dir} cannot be written: {error.strerror}. Make it writable for you, "
            f"or choose another folder: make run VAR_DIR=..."
        ) from None


def prepare_secret_key(var_dir: Path) -> None:
    """Make VAR_DIR/secret_key at the first start, readable by its owner only."""
    path = var_dir / "secret_key"
    try:
        with contextlib.suppress(FileExistsError):
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "w") as file:
                file.write(secrets.token_urlsafe(SECRET_KEY_BYTES) + "\n")
        path.chmod(0o600)
        key = path.read_text().strip()
    except (OSError, UnicodeDecodeError) as error:
        raise StartError(f"The secret key in {path} cannot be used: {error}.") from None
    if not key:
        raise StartError(
            f"The secret key in {path} is empty. Put the key back from a backup, or delete the "
            f"file to have a new one made (everyone must then log in again)."
        )


@contextlib.contextmanager
def claim(var_dir: Path) -> Iterator[None]:
    """Hold VAR_DIR for one running site; raises StartError when another one holds it."""
    path = var_dir / "serve.lock"
    with path.open("a+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.seek(0)
            raise StartError(
                f"A site with VAR_DIR={var_dir} is running already ({file.read().strip()}). Stop "
                f"it, or choose another folder: make run PORT=... VAR_DIR=..."
            ) from None
        file.truncate(0)
        file.write(f"process {os.getpid()}\n")
        file.flush()
        yield


def check_port(options: Options) -> None:
    """Raise StartError unless the site can listen at its address."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            options.host, options.port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        with socket.socket(family, kind, protocol) as listener:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind(address)
            listener.listen(1)
    except socket.gaierror:
        raise StartError(f"HOST={options.host} is not an address of this machine.") from None
    except PermissionError:
        raise StartError(
            f"You may not use port {options.port}. Choose one above 1023: make run PORT=8000"
        ) from None
    except OSError as error:
        another = options.port % 65535 + 1
        raise StartError(
            f"Port {options.port} on {options.host} cannot be used: {error.strerror}. Stop the "
            f"program that uses it, or choose another port: make run PORT={another}"
        ) from None
