"""The embedded PostgreSQL: in any folder, after any end, used by several programs at once."""

from __future__ import annotations

import os
import shutil
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import LiteralString

import psutil
import psycopg
import pytest

from suluh.foundation.embedded import Server

pytestmark = pytest.mark.slow


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    server = Server(tmp_path / "My Suluh" / "postgres")
    server.folder.parent.mkdir()
    yield server
    server._stop()


def _told(server: Server) -> list[str]:
    return (server.folder / "postmaster.pid").read_text().splitlines()


def _do(server: Server, statement: LiteralString) -> list[tuple[object, ...]]:
    told = _told(server)
    with psycopg.connect(dbname="postgres", user="postgres", host=told[4], port=told[3]) as connection:
        done = connection.execute(statement)
        return done.fetchall() if done.description else []


def _says(server: Server, question: LiteralString) -> object:
    return _do(server, question)[0][0]


def test_it_runs_in_a_folder_with_spaces_until_the_last_program_leaves(server: Server) -> None:
    with server.used():
        with server.used():
            assert _says(server, "show server_encoding") == "UTF8"
        assert server.answers(), "the first one still uses it"
    assert not server.answers()
    assert not (server.folder / "postmaster.pid").exists()


def test_nobody_else_on_the_machine_may_connect(server: Server) -> None:
    with server.used():
        told = _told(server)
        found = Path(told[4], f".s.PGSQL.{told[3]}").stat()
    assert stat.S_IMODE(found.st_mode) == 0o700


def test_a_server_that_was_killed_comes_back_with_what_was_kept(server: Server) -> None:
    with server.used():
        _do(server, "create table kept as select 7 as said")
        killed = psutil.Process(int(_told(server)[0]))
        children = killed.children()
        killed.kill()
        psutil.wait_procs([killed, *children], timeout=30)
        assert server.start_again()
        assert _says(server, "select said from kept") == 7
        assert not server.start_again(), "it runs"


def test_a_program_that_is_killed_keeps_no_server_from_being_stopped(server: Server) -> None:
    program = (
        "import sys, pathlib; from suluh.foundation.embedded import Server;"
        " use = Server(pathlib.Path(sys.argv[1])).used(); use.__enter__(); print('up', flush=True); sys.stdin.read()"
    )
    killed = subprocess.Popen(
        [sys.executable, "-c", program, server.folder], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert killed.stdout is not None
    assert killed.stdout.readline() == "up\n"
    killed.send_signal(signal.SIGKILL)
    killed.communicate()
    assert server.answers()
    with server.used():
        assert _says(server, "select 1") == 1
    assert not server.answers()


@pytest.mark.parametrize("left", [str(os.getpid()), "", "99999999"], ids=["our own", "empty", "nobody"])
def test_what_a_power_cut_leaves_does_not_keep_it_from_starting(server: Server, left: str) -> None:
    """A postmaster.pid whose number another program has now, an empty one, one that names nobody."""
    with server.used():
        told = _told(server)
    (server.folder / "postmaster.pid").write_text("\n".join([left, *told[1:]]) if left else "")
    with server.used():
        assert _says(server, "select 1") == 1


def test_a_set_up_that_was_cut_short_begins_anew(server: Server) -> None:
    half = server.folder.with_name("postgres.new")
    (half / "global").mkdir(parents=True)
    (half / "PG_VERSION").write_text("18")
    with server.used():
        assert _says(server, "select 1") == 1
    assert not half.exists()


def test_a_path_too_long_for_a_socket_has_it_in_a_private_folder(tmp_path: Path) -> None:
    server = Server(tmp_path / ("a" * 90) / "postgres")
    server.folder.parent.mkdir()
    with server.used():
        sockets = Path(_told(server)[4])
        assert _says(server, "select 1") == 1
        assert stat.S_IMODE(sockets.stat().st_mode) == 0o700
    shutil.rmtree(sockets)
