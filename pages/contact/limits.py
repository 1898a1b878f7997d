"""Limits how many messages one network may send, in the database, so all processes agree.

A sender is known by a keyed digest of the network address, not by the address itself, and only
for the length of the window: older digests are emptied with each new message.
"""

import ipaddress
from datetime import timedelta

from django.conf import settings
from django.db import connection
from django.db.models import Manager
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

WINDOW = timedelta(hours=1)
MAXIMUM = 10  # messages from one network within the window
LOCK = 1_129_270_100  # any number that nothing else locks on
IPV6_NETWORK = 64  # bits that usually belong to one subscriber


class TooManyMessagesError(Exception):
    """A network has sent as many messages as are taken for now."""


def client_network(request: HttpRequest) -> str:
    """Return the network a request comes from: an IPv4 address or an IPv6 /64; "" if unknown.

    Behind a proxy that the settings trust, its last word in ``X-Forwarded-For`` counts.
    """
    address = request.META.get("REMOTE_ADDR", "")
    if settings.SECURE_PROXY_SSL_HEADER:
        address = request.headers.get("X-Forwarded-For", address).rsplit(",", 1)[-1]
    try:
        parsed = ipaddress.ip_address(address.strip())
    except ValueError:
        return ""
    if parsed.version == 4:
        return str(parsed)
    if parsed.ipv4_mapped:
        return str(parsed.ipv4_mapped)
    return str(ipaddress.ip_network((parsed, IPV6_NETWORK), strict=False))


def sender_digest(request: HttpRequest) -> str:
    """Return what stands for the sender's network; "" if it is unknown."""
    if network := client_network(request):
        return salted_hmac("pages.contact.sender", network, algorithm="sha256").hexdigest()
    return ""


def wait_for_turn(page_id: int) -> None:
    """Let the messages to a page pass one after the other until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [LOCK, page_id])


def check(submissions: Manager, digest: str) -> None:
    """Forget former senders, then count the messages of this one.

    Raises:
        TooManyMessagesError: the network has sent enough within the window.
    """
    since = timezone.now() - WINDOW
    submissions.filter(submit_time__lt=since).exclude(sender_digest="").update(sender_digest="")
    if digest and submissions.filter(sender_digest=digest).count() >= MAXIMUM:
        raise TooManyMessagesError
