"""`make run`: what it refuses to start with, and that it starts, serves and stops cleanly."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path

import pytest

from isesco_site.embedded_postgresql.server import Server
from isesco_site.serve import checks
from isesco_site.serve.options import Options, StartError
from tests.project_files import ROOT

pytestmark = pytest.mark.runtime

START_SECONDS = 240
STOP_SECONDS = 20


def free_port() -> int:
    """A port on which nothing listens now."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def environment(var_dir, port, **variables) -> dict[str, str]:
    """The environment of a user who runs the command, with variables left over from elsewhere."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in {"BASE_URL", "DATABASE_URL", "SECRET_KEY"}
    }
    own = {"VAR_DIR": str(var_dir), "PORT": str(port), "HOST": "127.0.0.1"}
    return {**kept, **own, "DJANGO_SETTINGS_MODULE": "settings.of.something.else", **variables}


def serve_in_vain(var_dir, port, **variables) -> str:
    """The message with which the command refuses to start."""
    result = subprocess.run(
        [sys.executable, "-m", "isesco_site.serve"],
        cwd=ROOT,
        env=environment(var_dir, port, **variables),
        capture_output=True,
        check=False,
        text=True,
        timeout=START_SECONDS,
    )
    assert result.returncode == 1
    assert "Traceback" not in result.stderr
    assert "Ready:" not in result.stdout
    return result.stderr


class TestRefusals:
    """A start that cannot succeed says why and what to do."""

    def test_a_port_that_is_taken(self, tmp_path):
        with socket.socket() as listener:
            listener.bind(("127.0.0.1", 0))
            listener.listen()
            port = listener.getsockname()[1]
            message = serve_in_vain(tmp_path / "var", port)
        assert f"Port {port} on 127.0.0.1" in message
        assert "make run PORT=" in message

    @pytest.mark.parametrize("port", ["0", "65536", "http", "-1", "٨٠٠٠"])
    def test_a_port_that_is_no_port(self, tmp_path, port):
        assert f"PORT is '{port}'" in serve_in_vain(tmp_path / "var", port)

    def test_a_host_that_is_not_this_machine(self, tmp_path):
        message = serve_in_vain(tmp_path / "var", free_port(), HOST="192.0.2.1")
        assert "192.0.2.1" in message

    def test_a_var_dir_that_is_a_file(self, tmp_path):
        (tmp_path / "var").write_text("")
        assert "a file is in its place" in serve_in_vain(tmp_path / "var", free_port())

    def test_a_var_dir_that_cannot_be_written(self):
        assert "VAR_DIR=/proc/var cannot be written" in serve_in_vain("/proc/var", free_port())

    def test_an_empty_secret_key(self, tmp_path):
        (tmp_path / "secret_key").write_text("\n")
        message = serve_in_vain(tmp_path, free_port())
        assert f"{tmp_path}/secret_key is empty" in message
        assert "backup" in message

    def test_damaged_data(self, tmp_path):
        data = tmp_path / "postgresql" / "data"
        data.mkdir(parents=True)
        (data / "PG_VERSION").write_bytes(b"\x00\xff")
        message = serve_in_vain(tmp_path, free_port())
        assert str(data) in message
        assert "backup" in message

    def test_a_database_that_cannot_be_reached(self, tmp_path):
        url = f"postgres://isesco:hidden@127.0.0.1:{free_port()}/isesco"
        message = serve_in_vain(tmp_path, free_port(), DATABASE_URL=url)
        assert "DATABASE_URL" in message
        assert "127.0.0.1" in message
        assert "hidden" not in message

    def test_a_database_that_is_not_postgresql(self, tmp_path):
        message = serve_in_vain(tmp_path, free_port(), DATABASE_URL="sqlite:///:memory:")
        assert "needs PostgreSQL" in message

    def test_a_folder_that_another_site_uses(self, tmp_path):
        with checks.claim(tmp_path):
            message = serve_in_vain(tmp_path, free_port())
        assert "is running already" in message
        assert str(os.getpid()) in message


def test_the_secret_key_is_made_once_and_for_its_owner_only(tmp_path):
    checks.prepare_secret_key(tmp_path)
    path = tmp_path / "secret_key"
    first = path.read_text()
    assert len(first.strip()) >= 50
    path.chmod(0o644)

    checks.prepare_secret_key(tmp_path)

    assert path.read_text() == first
    assert path.stat().st_mode & 0o777 == 0o600


def test_the_address_of_an_ipv6_host_has_brackets(monkeypatch):
    monkeypatch.setenv("HOST", "::1")
    monkeypatch.setenv("PORT", "8000")
    assert Options.from_environment().url == "http://[::1]:8000/"


def test_the_number_of_workers_is_checked(monkeypatch):
    monkeypatch.setenv("WORKERS", "many")
    with pytest.raises(StartError, match="WORKERS"):
        Options.from_environment()


def test_a_machine_without_a_suitable_python_is_told_so(tmp_path):
    project = tmp_path / "project"
    (project / "requirements").mkdir(parents=True)
    script = project / "requirements" / "install"
    script.write_text((ROOT / "requirements" / "install").read_text())
    programs = tmp_path / "bin"
    programs.mkdir()
    (programs / "dirname").symlink_to("/usr/bin/dirname")
    for name in ("python3", "python3.11"):
        old = programs / name
        old.write_text("#!/bin/sh\nexit 1\n")
        old.chmod(0o755)

    result = subprocess.run(
        ["/bin/sh", str(script), "base"],
        env={"PATH": str(programs)},
        capture_output=True,
        check=False,
        text=True,
    )

    assert result.returncode != 0
    assert "no Python 3.11 or later" in result.stderr


@contextmanager
def site(var_dir, port):
    """A site in the foreground, as `make run` starts it; yields the process and its output."""
    process = subprocess.Popen(
        [sys.executable, "-m", "isesco_site.serve"],
        cwd=ROOT,
        env=environment(var_dir, port),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    output = []
    try:
        for line in process.stdout:
            output.append(line)
            if line.startswith("Ready:"):
                break
        yield process, output
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


def answers(port) -> bool:
    """Whether anything listens at the port."""
    with socket.socket() as client:
        return client.connect_ex(("127.0.0.1", port)) == 0


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_site_starts_serves_and_leaves_nothing_behind(tmp_path, number):
    var_dir, port = tmp_path / "a folder", free_port()
    for folder in tmp_path.parents[:2]:
        folder.chmod(0o755)
    with site(var_dir, port) as (process, output):
        assert output[-1] == f"Ready: http://127.0.0.1:{port}/\n", "".join(output)
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/ar/") as answer:
            assert answer.status == 200
        os.killpg(process.pid, number)
        rest, _ = process.communicate(timeout=STOP_SECONDS)
        assert process.returncode in {0, 130}
        assert "Traceback" not in rest

    assert not answers(port)
    assert not Server(var_dir / "postgresql").is_running()
    credentials = var_dir / "credentials.json"
    assert credentials.stat().st_mode & 0o777 == 0o600
    assert "administrator" in json.loads(credentials.read_text())
    assert (var_dir / "secret_key").stat().st_mode & 0o777 == 0o600


def test_a_killed_site_takes_its_workers_and_database_along(tmp_path):
    for folder in tmp_path.parents[:2]:
        folder.chmod(0o755)
    var_dir, port = tmp_path / "var", free_port()
    with site(var_dir, port) as (process, output):
        assert output[-1].startswith("Ready:"), "".join(output)
        process.kill()
        process.wait()
        database = Server(var_dir / "postgresql")
        deadline = time.monotonic() + STOP_SECONDS
        while (answers(port) or database.is_running()) and time.monotonic() < deadline:
            time.sleep(0.05)
        assert not answers(port)
        assert not database.is_running()
    assert Path(var_dir / "postgresql" / "data").is_dir()
