"""The settings of the site with changes for speed only; its data go to ``VAR_DIR/tests``."""

import os
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
TESTS_DIR = Path(os.environ.get("VAR_DIR", PROJECT / "var"))
if TESTS_DIR.name != "tests":  # a worker inherits the folder that its parent has chosen
    TESTS_DIR /= "tests"

os.environ["BASE_URL"] = "http://testserver"
os.environ.setdefault("SECRET_KEY", "known to everyone, for tests only")
os.environ["VAR_DIR"] = str(TESTS_DIR.absolute())

from isesco_site.settings import *  # noqa: E402, F403 - the environment comes first
from isesco_site.settings import DATABASES, STORAGES  # noqa: E402

DATABASES["default"]["CONN_MAX_AGE"] = 0
if DATABASES["default"]["ENGINE"] == "isesco_site.embedded_postgresql":
    DATABASES["default"]["OPTIONS"]["durable"] = False

# The first hasher is quick; the second lets a server with the real settings check the passwords.
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.MD5PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
WHITENOISE_AUTOREFRESH = True
