"""Which operating-system account runs PostgreSQL, which refuses to run as root."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from isesco_site.embedded_postgresql.errors import ServerError

UNPRIVILEGED = "nobody"

# Has the kernel stop the program when the process that started it ends, however it ends.
END_WITH_PARENT = ("setpriv", "--pdeathsig=INT")

# Lets an unprivileged process pass through folders that only root may enter.
PASS_THROUGH = ("dac_read_search", "dac_override")


@dataclass(frozen=True)
class Account:
    """The account that owns the data and runs the server."""

    uid: int
    gid: int

    @classmethod
    def for_directory(cls, directory: Path) -> Account:
        """The account that owns `directory`; root hands a folder of its own to another account.

        Raises ServerError when the folder belongs to somebody else and we are not root.
        """
        status = directory.stat()
        me = os.geteuid()
        if me == status.st_uid != 0:
            return cls(status.st_uid, status.st_gid)
        if me != 0:
            raise ServerError(
                f"{directory} belongs to {_name(status.st_uid)}, and you are {_name(me)}. "
                f"Run the command as {_name(status.st_uid)}, or choose another VAR_DIR."
            )
        if status.st_uid != 0:
            return cls(status.st_uid, status.st_gid)
        parent = directory.parent.stat()
        account = cls(parent.st_uid, parent.st_gid) if parent.st_uid != 0 else cls.unprivileged()
        account.own(directory)
        return account

    @classmethod
    def unprivileged(cls) -> Account:
        """The account every Unix has for programs that own nothing else."""
        try:
            entry = pwd.getpwnam(UNPRIVILEGED)
        except KeyError:
            raise ServerError(
                f"PostgreSQL refuses to run as root, and this machine has no account "
                f"'{UNPRIVILEGED}'. Run the command as an ordinary user."
            ) from None
        return cls(entry.pw_uid, entry.pw_gid)

    def own(self, path: Path) -> None:
        """Give `path` to this account."""
        if os.geteuid() == 0:
            os.chown(path, self.uid, self.gid)

    def command(self, directory: Path, arguments: list[str]) -> list[str]:
        """`arguments` as a command line that runs under this account with access to `directory`.

        Raises ServerError when root's folders bar the way and cannot be passed.
        """
        has_setpriv = shutil.which("setpriv") is not None
        if os.geteuid() != 0:
            return [*END_WITH_PARENT, *arguments] if has_setpriv else arguments
        if not has_setpriv:
            raise ServerError(
                "The program 'setpriv' (package util-linux) is needed to run PostgreSQL for root. "
                "Install it, or run the command as an ordinary user."
            )
        probe = ["sh", "-c", 'cd "$1" && exec "$2" --version', "sh", str(directory), arguments[0]]
        for capability in (None, *PASS_THROUGH):
            prefix = self._setpriv(capability)
            if subprocess.run([*prefix, *probe], capture_output=True, check=False).returncode == 0:
                return [*prefix, *arguments]
        raise ServerError(
            f"The account {_name(self.uid)}, which runs PostgreSQL for root, cannot enter "
            f"{directory} or run {arguments[0]}. Move the project and VAR_DIR to a folder that "
            f"everyone may enter, or run the command as an ordinary user."
        )

    def _setpriv(self, capability: str | None) -> list[str]:
        identity = [f"--reuid={self.uid}", f"--regid={self.gid}", "--clear-groups"]
        prefix = [*END_WITH_PARENT, *identity]
        if capability:
            prefix += [f"--inh-caps=+{capability}", f"--ambient-caps=+{capability}"]
            # Without this, access(2) would judge by the account alone.
            prefix += ["--securebits=+no_setuid_fixup"]
        return prefix


def _name(uid: int) -> str:
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return f"user {uid}"
