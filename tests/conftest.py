"""What every test relies on: the real content, no network, English at the start and the end."""

import ipaddress
import socket

import pytest
from django.core.cache import caches
from django.core.management import call_command
from django.utils import translation

from tests import database


@pytest.fixture(scope="session")
def messages_compiled(django_test_environment):
    """Compile the interface messages that have changed."""
    call_command("compilemessages", verbosity=0)


@pytest.fixture(scope="session")
def template_database(messages_compiled, django_db_blocker):
    """Return the name of a database with the site's real content; it is to be copied only."""
    with django_db_blocker.unblock():
        return database.make_template()


@pytest.fixture(scope="session")
def django_db_setup(template_database, django_db_blocker):
    """Give this worker a copy of the database with the site's content."""
    name = database.worker_database()
    with django_db_blocker.unblock():
        database.copy(template_database, name)
    with database.use(name):
        yield
    with django_db_blocker.unblock():
        database.drop(name)


@pytest.fixture(autouse=True)
def _language_is_reset():
    """Start in no particular language and leave none behind."""
    translation.deactivate()
    yield
    translation.deactivate()


@pytest.fixture(autouse=True)
def _caches_are_empty():
    """Empty the caches before each test."""
    for cache in caches.all():
        cache.clear()


@pytest.fixture(params=["ar", "en", "fr"])
def language(request):
    """Run the test once in each language; return its code."""
    return request.param


def is_local(address) -> bool:
    """Tell whether a socket address stays on this machine."""
    if not isinstance(address, tuple):
        return True
    host = address[0]
    if host in {"localhost", ""}:
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


@pytest.fixture(scope="session", autouse=True)
def _no_network():
    """Refuse connections and name look-ups that leave this machine."""
    connect, look_up = socket.socket.connect, socket.getaddrinfo

    def guarded_connect(self, address):
        if not is_local(address):
            raise OSError(f"tests may not connect to {address}")
        return connect(self, address)

    def guarded_look_up(host, *args, **kwargs):
        if not is_local((host or "",)):
            raise OSError(f"tests may not look up {host}")
        return look_up(host, *args, **kwargs)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", guarded_connect)
        patch.setattr(socket, "getaddrinfo", guarded_look_up)
        yield
