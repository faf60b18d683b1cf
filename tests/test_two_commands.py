"""./run as a person meets it: it starts, stops whole, and says in a sentence what is in its way."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections import namedtuple
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from suluh.foundation import database
from suluh.settings.environment import ROOT, BadSetting, parse_database_url, read_environment

pytestmark = pytest.mark.slow


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _plain_environment(folder: Path, *, port: int) -> dict[str, str]:
    mine = {key: value for key, value in os.environ.items() if not key.startswith(("SULUH_", "PYTEST_"))}
    return mine | {"SULUH_DATA": str(folder), "SULUH_PORT": str(port), "SULUH_LANGUAGE": "en"}


def _start(folder: Path, *, port: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "suluh", "run", "--no-seed"],
        env=_plain_environment(folder, port=port),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        cwd=ROOT,
    )


def _answers(port: int) -> bool:
    """Tell whether the front page comes: from the server, with what the database knows."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


def _wait_for(running: subprocess.Popen[str], *, port: int) -> None:
    ends_at = time.monotonic() + 90
    while not _answers(port):
        assert running.poll() is None, running.communicate()[0]
        assert time.monotonic() < ends_at, "Suluh did not answer within 90 s"
        time.sleep(0.1)  # another process starts; there is nothing else to wait on


def _left_over(folder: Path) -> list[str]:
    found = []
    for process in psutil.process_iter(["cmdline", "environ"]):
        words = " ".join(process.info["cmdline"] or [])
        if str(folder) in words or (process.info["environ"] or {}).get("SULUH_DATA") == str(folder):
            found.append(words)
    return found


@pytest.fixture
def running(tmp_path: Path) -> Iterator[tuple[subprocess.Popen[str], int]]:
    port = _free_port()
    process = _start(tmp_path / "My data", port=port)
    yield process, port
    if process.poll() is None:
        process.send_signal(signal.SIGINT)
    process.communicate(timeout=60)


def test_ctrl_c_stops_all_and_leaves_nothing_running(
    running: tuple[subprocess.Popen[str], int], tmp_path: Path
) -> None:
    process, port = running
    _wait_for(process, port=port)
    process.send_signal(signal.SIGINT)
    printed = process.communicate(timeout=60)[0]
    assert process.returncode == 0, printed
    assert f"http://localhost:{port}" in printed
    assert "Traceback" not in printed
    assert _left_over(tmp_path / "My data") == []
    assert not (tmp_path / "My data" / "postgres" / "postmaster.pid").exists()


def test_a_second_one_is_told_that_the_folder_is_in_use(
    running: tuple[subprocess.Popen[str], int], tmp_path: Path
) -> None:
    process, port = running
    _wait_for(process, port=port)
    second = _start(tmp_path / "My data", port=_free_port())
    printed = second.communicate(timeout=60)[0]
    assert second.returncode == 2
    assert "already runs" in printed
    assert str(process.pid) in printed
    assert _answers(port), "the first one must not be disturbed"


def test_what_is_killed_is_started_again(running: tuple[subprocess.Popen[str], int], tmp_path: Path) -> None:
    process, port = running
    _wait_for(process, port=port)
    postgresql = int((tmp_path / "My data" / "postgres" / "postmaster.pid").read_text().split()[0])
    killed = [*psutil.Process(process.pid).children(), psutil.Process(postgresql)]
    for victim in killed:
        victim.kill()
    psutil.wait_procs(killed, timeout=10)
    _wait_for(process, port=port)
    process.send_signal(signal.SIGINT)
    printed = process.communicate(timeout=60)[0]
    assert process.returncode == 0, printed
    for name in ("The server", "The worker"):
        assert f"{name} ended by itself (-9). It is started again." in printed
    assert "PostgreSQL had ended by itself. It runs again." in printed
    assert _left_over(tmp_path / "My data") == []


def test_after_a_kill_the_next_start_works(tmp_path: Path) -> None:
    port = _free_port()
    killed = _start(tmp_path / "My data", port=port)
    _wait_for(killed, port=port)
    children = psutil.Process(killed.pid).children()
    killed.kill()
    _ended, orphans = psutil.wait_procs(children, timeout=20)
    assert orphans == [], "they end by themselves"
    again = _start(tmp_path / "My data", port=port)
    _wait_for(again, port=port)
    again.send_signal(signal.SIGINT)
    printed = again.communicate(timeout=60)[0]
    killed.communicate(timeout=60)
    assert again.returncode == 0, printed
    assert _left_over(tmp_path / "My data") == []


def test_a_port_in_use_is_said_in_a_sentence(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        second = _start(tmp_path / "My data", port=port)
        printed = second.communicate(timeout=60)[0]
    assert second.returncode == 2
    assert f"Port {port} is in use" in printed
    assert "Traceback" not in printed


def test_a_full_disk_is_said_before_anything_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage(10**9, 10**9, 10**6))
    with pytest.raises(database.DiskIsFull, match="MB"):
        database.check_room(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_wrong_setting_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SULUH_DATA", str(tmp_path))
    monkeypatch.setenv("SULUH_PORT", "eighty")
    with pytest.raises(BadSetting, match="SULUH_PORT"):
        read_environment()
    with pytest.raises(BadSetting, match="SULUH_DATABASE_URL"):
        parse_database_url("mysql://localhost/x", name="SULUH_DATABASE_URL")


def _fresh_copy(folder: Path) -> Path:
    for part in ("bin", "locks"):
        shutil.copytree(ROOT / part, folder / part)
    for part in ("run", "pyproject.toml"):
        shutil.copy(ROOT / part, folder / part)
    return folder


def test_no_network_is_said_in_a_sentence(tmp_path: Path) -> None:
    folder = _fresh_copy(tmp_path)
    closed = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(folder), "PIP_CONFIG_FILE": os.devnull, "UV_OFFLINE": "1"}
    done = subprocess.run(
        [folder / "run"], env=os.environ | closed, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 1
    assert "Periksa jaringan" in done.stderr
    assert "Check the network" in done.stderr


def test_a_wrong_python_is_said_in_a_sentence(tmp_path: Path) -> None:
    folder = _fresh_copy(tmp_path)
    programs = folder / "programs"
    programs.mkdir()
    for name in ("bash", "env", "dirname", "cat", "sha256sum", "cut"):
        (programs / name).symlink_to(shutil.which(name) or name)
    (programs / "python3").write_text("#!/bin/bash\nexit 1\n")
    (programs / "python3").chmod(0o755)
    done = subprocess.run(
        [folder / "run"], env={"PATH": str(programs)}, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 1
    assert "Suluh needs Python 3.11" in done.stderr
    assert not (folder / ".venv").exists()


def test_a_wrong_setting_is_a_sentence_on_the_command_line(tmp_path: Path) -> None:
    wrong = _plain_environment(tmp_path / "My data", port=8000) | {"SULUH_PORT": "eighty"}
    done = subprocess.run(
        [sys.executable, "-m", "suluh", "settings"], env=wrong, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 2
    assert "SULUH_PORT" in done.stderr
    assert "Traceback" not in done.stderr
