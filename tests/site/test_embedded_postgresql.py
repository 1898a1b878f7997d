"""The embedded server: started by the first user, stopped after the last, recovered after a crash.

Each test works on a cluster of its own, through processes of their own, as commands do.
"""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psycopg2
import pytest
from django.db.utils import ConnectionHandler

from isesco_site.embedded_postgresql import cluster
from isesco_site.embedded_postgresql.base import ServerUnavailableError
from isesco_site.embedded_postgresql.server import SOCKET_PATH_LIMIT, Server
from tests.project_files import ROOT

pytestmark = pytest.mark.runtime

USE_SERVER = """
import sys
from pathlib import Path
from isesco_site.embedded_postgresql.server import Server
server = Server(Path(sys.argv[1]), durable=False)
server.ensure_running()
print("running", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def directory(tmp_path):
    """A folder for a cluster, which a database account of root's can reach."""
    for folder in (tmp_path, *tmp_path.parents):
        if folder.stat().st_uid == os.geteuid() and folder.is_relative_to(tmp_path.parents[1]):
            folder.chmod(0o755)
    return tmp_path / "postgresql"


@pytest.fixture
def server(directory):
    """A server that runs."""
    server = Server(directory, durable=False)
    server.ensure_running()
    yield server
    server.release()


def connect(server, database=cluster.DATABASE):
    """A connection of one's own to the server."""
    return psycopg2.connect(host=server.host, user=cluster.USER, dbname=database)


def ask(server, query):
    """The first value of the answer."""
    connection = connect(server)
    try:
        with connection.cursor() as cursor:
            cursor.execute(query)
            return cursor.fetchone()[0]
    finally:
        connection.close()


def postmaster(server) -> int:
    """The process id of the server."""
    return int((server.data / "postmaster.pid").read_text().splitlines()[0])


def start_user(directory) -> subprocess.Popen:
    """Another process that uses the server until its standard input is closed."""
    return subprocess.Popen(
        [sys.executable, "-c", USE_SERVER, str(directory)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def wait_until(condition, seconds=10.0) -> bool:
    """Whether the condition comes true in time."""
    deadline = time.monotonic() + seconds
    while not condition() and time.monotonic() < deadline:
        time.sleep(0.02)
    return condition()


def test_a_new_cluster_speaks_utf8_and_sorts_alike_everywhere(server):
    assert ask(server, "SHOW server_version").split(".")[0] == cluster.MAJOR_VERSION
    assert ask(server, "SHOW server_encoding") == "UTF8"
    assert ask(server, "SELECT lower('ÉDUCATION')") == "éducation"
    assert ask(server, "SELECT datlocale FROM pg_database WHERE datname = 'isesco'") == "C.UTF-8"


def test_it_listens_on_no_network_address(server):
    assert ask(server, "SHOW listen_addresses") == ""


def test_the_data_is_closed_to_other_accounts(server):
    assert server.data.stat().st_mode & 0o077 == 0


def test_the_last_one_out_stops_it(directory, server):
    other = start_user(directory)
    assert other.stdout.readline() == "running\n"

    server.release()
    assert server.is_running()

    other.communicate()
    assert not server.is_running()


def test_it_stops_when_its_users_are_killed(directory):
    server = Server(directory, durable=False)
    user = start_user(directory)
    assert user.stdout.readline() == "running\n"
    assert server.is_running()

    user.kill()
    user.communicate()

    assert wait_until(lambda: not server.is_running())


def test_many_processes_start_it_together(directory):
    users = [start_user(directory) for _ in range(4)]
    assert [user.stdout.readline() for user in users] == ["running\n"] * 4
    for user in users:
        user.communicate()
    assert [user.returncode for user in users] == [0] * 4


def test_a_killed_server_is_recovered_with_all_its_data(directory):
    server = Server(directory)
    server.ensure_running()
    connection = connect(server)
    with connection, connection.cursor() as cursor:
        cursor.execute("CREATE TABLE kept (word text)")
        cursor.execute("INSERT INTO kept VALUES ('سلام')")

    os.kill(postmaster(server), signal.SIGKILL)
    assert wait_until(lambda: not server.is_running())
    server.ensure_running()

    assert ask(server, "SELECT word FROM kept") == "سلام"
    server.release()


def test_a_stale_process_id_does_not_bar_the_start(directory):
    server = Server(directory, durable=False)
    server.ensure_running()
    lines = (server.data / "postmaster.pid").read_text().splitlines()
    server.release()

    # As after a power failure, with the number since given to another living process.
    lines[0] = str(os.getpid())
    (server.data / "postmaster.pid").write_text("\n".join(lines) + "\n")
    (server.data / ".s.PGSQL.5432.lock").write_text("\n".join(lines) + "\n")
    server.ensure_running()

    assert ask(server, "SELECT 1") == 1
    server.release()


def test_two_servers_live_side_by_side(server, tmp_path):
    second = Server(tmp_path / "second", durable=False)
    second.ensure_running()
    assert ask(second, "SHOW data_directory") != ask(server, "SHOW data_directory")
    second.release()
    assert server.is_running()


@pytest.mark.parametrize("name", ["long-" * 25, "a folder, its 'name' & $(more)", "إيسيسكو"])
def test_the_folder_may_have_any_name(directory, name):
    server = Server(directory.with_name(name) / "postgresql", durable=False)
    server.ensure_running()
    assert ask(server, "SELECT 1") == 1
    server.release()


def test_the_socket_of_a_long_path_is_reached_by_a_short_one(tmp_path):
    server = Server(tmp_path / ("x" * SOCKET_PATH_LIMIT))
    server.data.mkdir(parents=True)
    assert len(server.host) < 40
    assert Path(server.host).samefile(server.data)


class TestBackend:
    """The Django database backend."""

    @pytest.fixture
    def connection(self, directory, django_db_blocker):
        """A Django connection to a cluster of its own."""
        options = {"data_directory": str(directory), "durable": False}
        handler = ConnectionHandler(
            {
                "default": {
                    "ENGINE": "isesco_site.embedded_postgresql",
                    "NAME": cluster.DATABASE,
                    "OPTIONS": options,
                }
            }
        )
        connection = handler["default"]
        with django_db_blocker.unblock():
            yield connection
            connection.close()
        connection.server.release()

    def test_nothing_starts_before_the_first_connection(self, connection, directory):
        connection.get_connection_params()
        assert not directory.exists()

    def test_the_first_connection_starts_the_server(self, connection, directory):
        with connection.cursor() as cursor:
            cursor.execute("SELECT current_database()")
            assert cursor.fetchone() == (cluster.DATABASE,)
        assert connection.server.is_running()

    def test_a_new_connection_recovers_a_crashed_server(self, connection):
        connection.ensure_connection()
        os.kill(postmaster(connection.server), signal.SIGKILL)
        connection.close()

        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
            assert cursor.fetchone() == (1,)

    @pytest.mark.parametrize("damage", ["garbage", "empty", "cut"])
    def test_damaged_data_gives_a_message_that_helps(self, connection, directory, damage):
        data = directory / "data"
        if damage == "cut":
            connection.ensure_connection()
            connection.close()
            connection.server.release()
            (data / "global" / "pg_control").write_bytes(b"no control data")
        else:
            data.mkdir(parents=True)
            if damage == "garbage":
                (data / "PG_VERSION").write_bytes(b"\xff\xfe garbage")

        with pytest.raises(ServerUnavailableError) as caught:
            connection.ensure_connection()

        message = str(caught.value)
        assert str(data) in message
        assert "backup" in message
        assert f"mv '{data}'" in message

    def test_data_of_another_version_is_left_alone(self, connection, directory):
        data = directory / "data"
        data.mkdir(parents=True)
        (data / "PG_VERSION").write_text("17\n")
        with pytest.raises(ServerUnavailableError, match="PostgreSQL 17"):
            connection.ensure_connection()
