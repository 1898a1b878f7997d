#!/usr/bin/env python
"""Django's command line for the site."""

import os
import sys


def main() -> None:
    """Run one management command."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "isesco_site.settings")

    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line

    from isesco_site.embedded_postgresql.base import ServerUnavailableError

    try:
        execute_from_command_line(sys.argv)
    except (ImproperlyConfigured, ServerUnavailableError) as error:
        if "--traceback" in sys.argv:
            raise
        sys.exit(f"Error: {error}")


if __name__ == "__main__":
    main()
