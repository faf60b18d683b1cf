"""The matcher of a process is opened before anybody asks."""

from __future__ import annotations

import logging
import threading

import pytest

from suluh.verification import index


def run_apart() -> None:
    """Warm the matcher up as a server does: in a thread, with a connection of its own."""
    thread = threading.Thread(target=index._warm)
    thread.start()
    thread.join()


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_a_server_opens_the_index_before_anybody_asks() -> None:
    index._kept.clear()

    run_apart()

    assert index._kept[0].looked_at > 0


@pytest.mark.django_db(transaction=True)
def test_a_server_without_a_readable_index_starts_all_the_same(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken() -> None:
        raise OSError("no such file: ranker.npz")

    monkeypatch.setattr(index, "matcher", broken)

    with caplog.at_level(logging.ERROR, logger="suluh.verification"):
        run_apart()

    assert "could not be warmed up" in caplog.text
