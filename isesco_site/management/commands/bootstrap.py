"""Make what the admin needs before anyone can sign in."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from isesco_site.accounts import credentials_file, make_accounts
from isesco_site.roles import make_groups


class Command(BaseCommand):
    """Groups, their workflow and one account per role; does nothing the second time."""

    help = "Make the staff's groups, the publishing workflow and one account per role, once."

    def handle(self, *args: Any, **options: Any) -> None:
        """Make what is missing and say where the first passwords are."""
        if make_groups() and options["verbosity"]:
            self.stdout.write("Made the groups of the staff and the publishing workflow.")
        try:
            made = make_accounts()
        except OSError as error:
            raise CommandError(
                f"The passwords of the first accounts cannot be written to {credentials_file()}: "
                f"{error.strerror}. Make its folder writable and start again."
            ) from error
        if made:
            self.stdout.write(f"Made one account per role; their passwords are in {made}")
        elif credentials_file().is_file():
            self.stdout.write(f"The passwords of the first accounts are in {credentials_file()}")
        else:
            self.stdout.write(
                f"There are accounts, but no {credentials_file()}: nothing is made again. "
                "An administrator sets a new password under Settings > Users, or run "
                "`manage.py changepassword administrator`."
            )
