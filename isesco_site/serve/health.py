"""Whether the site answers: ``python -m isesco_site.serve.health`` exits with 0 if it does."""

from __future__ import annotations

import os
import sys
import urllib.error
import urllib.request
from typing import Any
from urllib.parse import urlsplit

from isesco_site.serve.options import Options

PATH = "-/readiness"
TIMEOUT = 60.0


class NoRedirects(urllib.request.HTTPRedirectHandler):
    """Takes a redirect as the answer."""

    def redirect_request(self, *_: Any, **__: Any) -> None:
        """Follow nothing."""


def status(options: Options) -> int | None:
    """The HTTP status of the readiness address, or None while nobody answers.

    The request looks like one that a proxy has passed on for BASE_URL, the only host there is.
    """
    base = urlsplit(os.environ.get("BASE_URL") or "https://localhost")
    headers = {"Host": base.netloc, "X-Forwarded-Proto": base.scheme}
    request = urllib.request.Request(options.local_url + PATH, headers=headers)  # noqa: S310 - http
    opener = urllib.request.build_opener(NoRedirects, urllib.request.ProxyHandler({}))
    try:
        with opener.open(request, timeout=TIMEOUT) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code
    except OSError:
        return None


def is_healthy(code: int | None) -> bool:
    """Whether the status tells of a site in order; a redirect to HTTPS does."""
    return code is not None and code < 400


if __name__ == "__main__":
    sys.exit(not is_healthy(status(Options.from_environment())))
