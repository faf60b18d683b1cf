"""A worker that is killed in mid-task loses nothing and doubles nothing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from conftest import build_member, build_office, build_text
from django.conf import settings
from django.db import connections

from suluh.authenticity.models import Seal
from suluh.content import api as content
from suluh.creative.models import Pack, Rendition
from suluh.foundation import tenancy

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True, databases=["default", "owner"])]


def _environment(folder: Path) -> dict[str, str]:
    """Return what a worker of the test database needs to know."""
    app, owner = connections["default"].settings_dict, connections["owner"].settings_dict

    def url(parts: dict[str, str]) -> str:
        return f"postgresql://{parts['USER']}:{parts['PASSWORD']}@/{parts['NAME']}?host={parts['HOST']}&port={parts['PORT']}"

    return os.environ | {  # the worker is another process; what it needs goes by its environment
        "SULUH_DATA": str(folder),
        "SULUH_DATABASE_URL": url(owner).replace("&port=&", "&").removesuffix("&port="),
        "SULUH_DATABASE_APP_URL": url(app).removesuffix("&port="),
        "SULUH_TAKE_OVER_AFTER": "2",
    }


def _wait(until: Callable[[], bool], *, seconds: float, why: str) -> None:
    ends_at = time.monotonic() + seconds
    while not until():
        assert time.monotonic() < ends_at, why
        time.sleep(0.02)  # another process works; there is nothing else to wait on


@pytest.fixture
def workers(tmp_path: Path) -> Iterator[Callable[[], subprocess.Popen[bytes]]]:
    """Start workers of the test database; end those that still run."""
    started: list[subprocess.Popen[bytes]] = []

    def start() -> subprocess.Popen[bytes]:
        with (tmp_path / f"worker-{len(started)}.log").open("wb") as log:
            worker = subprocess.Popen(
                [sys.executable, "-m", "suluh", "work"], env=_environment(tmp_path), stdout=log, stderr=log
            )
        started.append(worker)
        return worker

    yield start
    for worker in started:
        if worker.poll() is None:
            worker.terminate()
            worker.wait(timeout=20)


def test_a_killed_worker_loses_nothing_and_doubles_nothing(
    workers: Callable[[], subprocess.Popen[bytes]], tmp_path: Path
) -> None:
    office = build_office()
    author, approver = build_member(office), build_member(office, roles=("approver",))
    with tenancy.acting(office=office.pk):
        story = content.begin_story(build_text(), by=author)
        content.submit_story(story, by=author)
        content.approve_story(story, by=approver)
        pack = Pack.objects.get(story=story)

        first = workers()
        _wait(
            lambda: Pack.objects.get(pk=pack.pk).state == "drawing" and Pack.objects.get(pk=pack.pk).done > 0,
            seconds=60,
            why="the first worker never began to draw",
        )
        first.send_signal(signal.SIGKILL)
        first.wait(timeout=10)
        assert Pack.objects.get(pk=pack.pk).state == "drawing"
        assert not Seal.objects.exists()

        workers()
        _wait(lambda: Pack.objects.get(pk=pack.pk).state == "ready", seconds=90, why="nobody took the job over")
        names = list(Rendition.objects.filter(pack=pack).values_list("name", flat=True))
        assert len(names) == len(set(names)) > 5
        assert Seal.objects.count() == len(names)
        written = [file.name for file in (tmp_path / "files" / "packs").rglob("*") if file.is_file()]
        assert sorted(written) == sorted(names)
    assert settings.DATABASES["default"]["USER"] != settings.DATABASES["owner"]["USER"]
