"""Requests that no client library would send, to the real server."""

import socket
from urllib.parse import urlsplit

import pytest

pytestmark = pytest.mark.runtime
LINES = [
    b"GET /ar/%00/ HTTP/1.1",
    b"GET /ar/\xff\xfe/ HTTP/1.1",
    b"GET /ar/\xd8\xb9/ HTTP/1.1",
    b"GET /ar/?q=\xff\xc3\x28 HTTP/1.1",
    b"GET /ar/%C0%AE%C0%AE/?q=%ED%A0%80 HTTP/1.1",
    b"GET /ar/\x00/ HTTP/1.1",
    b"GET /../../etc/passwd HTTP/1.1",
    b"GET //evil.example/ar/ HTTP/1.1",
    b"GET http://evil.example/ar/ HTTP/1.1",
    b"GET /ar/" + b"x" * 20_000 + b"/ HTTP/1.1",
    b"BREW /ar/ HTTP/1.1",
    b"G\xffT /ar/ HTTP/1.1",
    b"GET /ar/",
    b"\x16\x03\x01\x02\x00\x01",
]
HEADERS = [
    b"Host: \xff\xfe",
    b"Host: a\r\nHost: b",
    b"Host: {host}\r\nAccept-Language: \xff\xd8\x00",
    b"Host: {host}\r\nCookie: \xff\xfe=\xfd; csrftoken=\xe2\x80\xae",
    b"Host: {host}\r\nX-Forwarded-For: \xff\r\nX-Forwarded-Proto: \xfe",
    b"Host: {host}\r\nContent-Length: -1",
    b"Host: {host}\r\nContent-Length: 99999999999",
    b"Host: {host}\r\nTransfer-Encoding: chunked\r\nContent-Length: 5",
]


def status_of(origin: str, request: bytes) -> int | None:
    """Send bytes to the server; return the status it answers with, ``None`` if it hangs up."""
    address = urlsplit(origin)
    with socket.create_connection((address.hostname, address.port), timeout=10) as connection:
        connection.sendall(request.replace(b"{host}", address.netloc.encode()))
        try:
            answer = connection.recv(64)
        except ConnectionResetError:
            return None
    return int(answer.split()[1]) if answer else None


def lives(origin: str) -> bool:
    request = b"GET /-/liveness HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"
    return status_of(origin, request) == 200


@pytest.mark.parametrize("line", LINES, ids=lambda line: repr(line[:30]))
def test_no_request_line_breaks_the_server(origin, line):
    status = status_of(origin, line + b"\r\nHost: {host}\r\nConnection: close\r\n\r\n")
    assert status is None or status < 500
    assert lives(origin)


@pytest.mark.parametrize("headers", HEADERS, ids=lambda headers: repr(headers[:40]))
def test_no_header_breaks_the_server(origin, headers):
    request = b"GET /ar/about/ HTTP/1.1\r\n" + headers + b"\r\nConnection: close\r\n\r\n"
    status = status_of(origin, request)
    assert status is None or status < 500
    assert lives(origin)


@pytest.mark.parametrize("body", [b"\xff\xfe=\x00&mark=\xed\xa0\x80", b"a=%ZZ&\x00"])
def test_no_body_breaks_the_form(origin, body):
    request = (
        b"POST /ar/contact/ HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n"
        b"Content-Type: application/x-www-form-urlencoded\r\n"
        b"Content-Length: %d\r\n\r\n" % len(body)
    )
    assert status_of(origin, request + body) == 403
    assert lives(origin)
