"""The processes of ``./run``: a server, a worker, and the one that watches over both."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from types import FrameType

from suluh.settings.environment import Environment

# How long a process may take to end what it is doing, in seconds.
GRACE = 15.0


class _Stopped(Exception):  # noqa: N818 - control flow, never shown
    pass


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise _Stopped


@contextlib.contextmanager
def _children(commands: dict[str, list[str]]) -> Iterator[dict[str, subprocess.Popen[bytes]]]:
    """Run commands in sessions of their own, so that Ctrl-C reaches only this process, which ends them in order."""
    running: dict[str, subprocess.Popen[bytes]] = {}
    try:
        for name, command in commands.items():
            running[name] = subprocess.Popen(command, start_new_session=True)
        yield running
    finally:
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_IGN)
        for child in running.values():
            child.terminate()
        ends_at = time.monotonic() + GRACE
        for child in running.values():
            try:
                child.wait(timeout=max(0.1, ends_at - time.monotonic()))
            except subprocess.TimeoutExpired:
                child.kill()
                child.wait()


def run_all() -> int:
    """Serve and work until a signal comes (0) or a process ends by itself (1)."""
    me = [sys.executable, "-m", "suluh"]
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _stop)
    try:
        with _children({"serve": [*me, "serve"], "work": [*me, "work"]}) as running:
            while all(child.poll() is None for child in running.values()):
                time.sleep(0.2)
            return 1
    except _Stopped:
        return 0


def serve(environment: Environment) -> None:
    """Become the HTTP server."""
    os.execv(  # noqa: S606 - no shell, our own interpreter
        sys.executable,
        [
            sys.executable, "-m", "granian", "--interface", "wsgi", "--host", environment.host,
            "--port", str(environment.port), "--workers", str(environment.workers), "--blocking-threads", "4",
            "--no-ws", "--log-level", "warning", "--respawn-failed-workers", "suluh.web.wsgi:application",
        ],
    )  # fmt: skip
