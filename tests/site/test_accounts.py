"""The first accounts: made once, one per role, with passwords only their owner can read."""

import json
import stat
from io import StringIO
from pathlib import Path

import pytest
from django.contrib.auth import authenticate, get_user_model
from django.core.management import CommandError, call_command
from wagtail.users.models import UserProfile

from isesco_site import accounts

pytestmark = pytest.mark.django_db

KEYS = ["administrator", "publisher", "editor", "translator_ar", "translator_fr", "translator_en"]


@pytest.fixture
def credentials(settings, tmp_path) -> Path:
    """A database without accounts, and the place where their passwords will be."""
    settings.VAR_DIR = tmp_path
    get_user_model().objects.all().delete()
    return tmp_path / "credentials.json"


def bootstrap(**options) -> str:
    """Run the command; return what it says."""
    out = StringIO()
    call_command("bootstrap", stdout=out, **options)
    return out.getvalue()


def test_one_account_per_role(credentials):
    assert str(credentials) in bootstrap(verbosity=0)
    assert stat.S_IMODE(credentials.stat().st_mode) == 0o600
    stored = json.loads(credentials.read_text())
    assert sorted(stored) == sorted(KEYS)
    assert len({entry["password"] for entry in stored.values()}) == len(KEYS)
    for entry in stored.values():
        assert authenticate(username=entry["username"], password=entry["password"])
    assert not list(credentials.parent.glob(".credentials*"))


def test_only_the_administrator_may_do_everything(credentials):
    bootstrap()
    users = get_user_model().objects
    assert list(users.filter(is_superuser=True).values_list("username", flat=True)) == [KEYS[0]]


def test_translators_have_their_own_interface(credentials):
    bootstrap()
    chosen = {
        profile.user.username: profile.preferred_language
        for profile in UserProfile.objects.exclude(preferred_language="")
    }
    assert chosen == {"translator_ar": "ar", "translator_fr": "fr", "translator_en": "en"}


def test_second_run_changes_nothing(credentials):
    bootstrap()
    before = credentials.read_bytes()
    users = get_user_model().objects
    users.get(username="editor").delete()
    publisher = users.get(username="publisher")
    publisher.set_password("chosen by its owner")
    publisher.save()
    bootstrap()
    assert credentials.read_bytes() == before
    assert not users.filter(username="editor").exists()
    assert authenticate(username="publisher", password="chosen by its owner")


def test_lost_file_is_not_made_again(credentials):
    bootstrap()
    credentials.unlink()
    assert "changepassword" in bootstrap()
    assert not credentials.exists()


def test_interrupted_start_goes_on_with_its_passwords(credentials):
    accounts.write_credentials(credentials, stored := accounts.new_credentials())
    bootstrap()
    assert json.loads(credentials.read_text()) == stored
    assert authenticate(**stored["editor"])


def test_damaged_file_is_replaced_while_there_is_no_account(credentials):
    credentials.write_text("{")
    bootstrap()
    assert sorted(json.loads(credentials.read_text())) == sorted(KEYS)


def test_no_account_without_a_file(credentials, settings):
    credentials.parent.joinpath("file").write_text("")
    settings.VAR_DIR = credentials.parent / "file"
    with pytest.raises(CommandError, match=r"cannot be written"):
        bootstrap()
    assert not get_user_model().objects.exists()
