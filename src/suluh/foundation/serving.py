"""The processes of ``./run``: a server, a worker, and the one that watches over both."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from types import FrameType

from suluh.settings.environment import Environment

# How long a process may take to end what it is doing, in seconds.
GRACE = 15.0


class _Stop:
    """Remembers that a signal came. Nothing is interrupted by it: a child that was begun is always known, and ended."""

    def __init__(self) -> None:
        self.has_come = False
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._note)

    def _note(self, _number: int, _frame: FrameType | None) -> None:
        self.has_come = True


def run_all() -> int:
    """Serve and work until a signal comes (0) or a process ends by itself (1).

    Each process has a session of its own, so that Ctrl-C reaches only this one, which ends them and all they began.
    """
    me = [sys.executable, "-m", "suluh"]
    stop, running = _Stop(), []
    try:
        for command in ("serve", "work"):
            child = subprocess.Popen([*me, command], start_new_session=True)
            running.append(child)
        while not stop.has_come and all(child.poll() is None for child in running):
            time.sleep(0.2)
    finally:
        _end(running)
    return 0 if stop.has_come else 1


def _end(running: list[subprocess.Popen[bytes]]) -> None:
    """Ask each process to end, and end after ``GRACE`` seconds what is left of it and its own children."""
    for child in running:
        child.terminate()
    ends_at = time.monotonic() + GRACE
    for child in running:
        with contextlib.suppress(subprocess.TimeoutExpired):
            child.wait(timeout=max(0.1, ends_at - time.monotonic()))
        with contextlib.suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL)
        child.wait()


def serve(environment: Environment) -> None:
    """Become the HTTP server. Does not return."""
    os.execv(  # noqa: S606 - no shell, our own interpreter
        sys.executable,
        [
            sys.executable, "-m", "granian", "--interface", "wsgi", "--host", environment.host,
            "--port", str(environment.port), "--workers", str(environment.workers), "--blocking-threads", "4",
            "--no-ws", "--log-level", "warning", "--respawn-failed-workers", "suluh.web.wsgi:application",
        ],
    )  # fmt: skip
