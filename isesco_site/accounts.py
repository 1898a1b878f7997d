"""The first accounts: one per role, with random passwords in a file only its owner can read."""

import json
import os
import secrets
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import transaction
from wagtail.users.models import UserProfile

from isesco_site.roles import ROLES, Role

PASSWORD_BYTES = 18

Credentials = dict[str, dict[str, str]]


def credentials_file() -> Path:
    """Return the place of the first accounts' names and passwords."""
    return Path(settings.VAR_DIR) / "credentials.json"


def new_credentials() -> Credentials:
    """Return a user name and a random password for each role."""
    return {
        role.key: {"username": role.key, "password": secrets.token_urlsafe(PASSWORD_BYTES)}
        for role in ROLES
    }


def read_credentials(path: Path) -> Credentials | None:
    """Return what an earlier start wrote, or ``None`` when it is absent or not of use."""
    try:
        found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        return {
            role.key: {name: str(found[role.key][name]) for name in ("username", "password")}
            for role in ROLES
        }
    except (OSError, ValueError, KeyError, TypeError):
        return None


def write_credentials(path: Path, credentials: Credentials) -> None:
    """Write the file at once and whole, readable by its owner only.

    Raises:
        OSError: the folder cannot be written to.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            json.dump(credentials, file, indent=2)
            file.write("\n")
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except OSError:
        draft.unlink(missing_ok=True)
        raise


def make_account(role: Role, username: str, password: str) -> None:
    """Make the account of a role; the administrator may do everything."""
    user = get_user_model()(username=username, is_superuser=role.key == "administrator")
    user.set_password(password)
    user.save()
    user.groups.add(Group.objects.get(name=role.group))
    if role.language:
        profile = UserProfile.get_for_user(user)
        profile.preferred_language = role.language
        profile.save()


def make_accounts() -> Path | None:
    """Make one account per role when there is no account at all.

    Returns the file with the passwords, or ``None`` when there was nothing to do. A file that an
    interrupted start left behind is used again.

    Raises:
        OSError: the file cannot be written; no account is made then.
    """
    if get_user_model().objects.exists():
        return None
    path = credentials_file()
    with transaction.atomic():
        credentials = read_credentials(path)
        if credentials is None:
            credentials = new_credentials()
            write_credentials(path, credentials)
        for role in ROLES:
            make_account(role, **credentials[role.key])
    return path
