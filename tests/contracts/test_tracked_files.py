"""What is under version control holds no secret, no machine's path and no index's host name."""

import re

import pytest

from isesco_site import settings
from tests.project_files import ROOT, tracked_files

#: What must not be committed. Written so that this file does not match its own rules.
LEAKS = {
    "path of one machine": re.compile(r"(?<![\w.}~*-])/(?:work|root|home|tmp)/[a-z]"),
    "host of a package index": re.compile(r"https?://[^ /]*(?:pypi|hosted|npmjs?)"),
    "private key": re.compile(r"BEGIN [A-Z ]*PRIVATE KEY"),
    "secret key": re.compile(r"SECRET_KEY\s*[=:]\s*[\"']?[\w!@#$%^&*()+-]{24,}"),
    "password in an address": re.compile(r"\w+://[\w.-]+:(?!password@)[^@\s\"'{}$<>*]{8,}@"),
}
BINARY = {".avif", ".gif", ".ico", ".jpeg", ".jpg", ".png", ".webp", ".woff2"}
#: The home folder inside the container image is nobody's machine.
CONTAINER_FILES = {"Dockerfile", "compose.yaml"}


def leaks(text: str) -> list[str]:
    """Return which rules a text breaks."""
    return [name for name, pattern in LEAKS.items() if pattern.search(text)]


def test_tracked_files_leak_nothing():
    found = [
        f"{path.relative_to(ROOT)}: {leak}"
        for path in tracked_files()
        if path.suffix not in BINARY and path.name not in CONTAINER_FILES
        for leak in leaks(path.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_no_generated_file_is_tracked():
    generated = {".mo", ".pyc", ".sqlite3", ".log"}
    assert [path for path in tracked_files() if path.suffix in generated] == []


def test_the_example_environment_names_every_variable_of_the_settings():
    example = (ROOT / ".env.example").read_text(encoding="utf-8")
    named = re.findall(r"^#?\s*([A-Z][A-Z0-9_]*)=", example, re.MULTILINE)
    assert sorted(named) == sorted(settings.env.scheme)


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("path of one machine", "see /" + "home/someone/notes"),
        ("host of a package index", "https:" + "//files.python" + "hosted.org/x"),
        ("private key", "-----BEGIN " + "RSA PRIVATE KEY-----"),
        ("secret key", "SECRET_KEY" + "=abcdefghijklmnopqrstuvwxyz0123456789"),
        ("password in an address", "postgres" + "://isesco:correcthorse@db/isesco"),
    ],
)
def test_canary_every_leak_is_caught(rule, text):
    assert rule in leaks(text)
