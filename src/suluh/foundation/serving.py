"""The processes of ``./run``: a server, a worker, and the one that watches over both and over PostgreSQL."""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from types import FrameType

import click

from suluh.foundation import database
from suluh.foundation.embedded import Server
from suluh.foundation.language import Lazy
from suluh.foundation.language import lazy as _
from suluh.settings.environment import Environment

# How long a process may take to end what it is doing, in seconds.
GRACE = 15.0
# Between two looks at PostgreSQL, in seconds; while it does not start, each time twice as many.
LOOK_EVERY, LOOK_SELDOM = 1.0, 30.0
# A process that ends by itself is started again after so many seconds, each time twice as many...
FIRST_WAIT = 1.0
# ... and, where it ends this often without having run for WELL_AFTER seconds, no more: it will not run.
MOST_ENDS, WELL_AFTER = 5, 60.0
NAMES = {"serve": _("The server"), "work": _("The worker")}
_ON_PARENTS_DEATH = 1  # PR_SET_PDEATHSIG of Linux's prctl(2)


class _Stop:
    """Remembers that a signal came. Nothing is interrupted by it: a child that was begun is always known, and ended."""

    def __init__(self) -> None:
        self.has_come = False
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._note)

    def _note(self, _number: int, _frame: FrameType | None) -> None:
        self.has_come = True


class _Child:
    """One process of ours, started again where it ends. It has a session of its own, so that Ctrl-C reaches only us."""

    def __init__(self, command: str) -> None:
        self.command = command
        self.ends = 0
        self.start_at = 0.0
        self.process: subprocess.Popen[bytes] | None = None

    def look_after(self) -> bool:
        """Start the process where it does not run and its time has come. Return False where it will not run at all."""
        at = time.monotonic()
        if self.process is None:
            if at >= self.start_at:
                self._start(at=at)
            return True
        code = self.process.poll()
        if code is None:
            return True
        self._end_what_it_began()
        self.process = None
        self.ends = 1 if at - self.start_at > WELL_AFTER else self.ends + 1
        if self.ends >= MOST_ENDS:
            _say(_("%(name)s ended %(times)d times; what it said stands above."), name=self.command, times=self.ends)
            return False
        _say(_("%(name)s ended by itself (%(code)d). It is started again."), name=self.command, code=code)
        self.start_at = at + FIRST_WAIT * 2 ** (self.ends - 1)
        return True

    def _start(self, *, at: float) -> None:
        self.start_at = at
        self.process = subprocess.Popen(
            [sys.executable, "-m", "suluh", self.command], start_new_session=True, preexec_fn=_end_with_us()
        )

    def ask_to_end(self) -> None:
        if self.process is not None:
            self.process.terminate()

    def end(self, *, within: float) -> None:
        """Wait for the process, and end what is left of it and its own children."""
        if self.process is not None:
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(timeout=max(0.1, within))
            self._end_what_it_began()
            self.process.wait()

    def _end_what_it_began(self) -> None:
        if self.process is not None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)


class _Watch:
    """Starts the embedded PostgreSQL again where it ended, and says so."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.look_at = 0.0
        self.wait = LOOK_EVERY

    def look_after(self) -> None:
        if time.monotonic() < self.look_at:
            return
        try:
            if self.server.start_again():
                _say(_("PostgreSQL had ended by itself. It runs again."))
            self.wait = LOOK_EVERY
        except (OSError, subprocess.SubprocessError) as error:
            _say(_("PostgreSQL has ended and does not start: %(why)s It is tried again."), why=str(error)[-300:])
            self.wait = min(self.wait * 2, LOOK_SELDOM)
        self.look_at = time.monotonic() + self.wait


def run_all(environment: Environment) -> int:
    """Serve and work until a signal comes (0), or a process will not run (1)."""
    stop, children = _Stop(), [_Child(command) for command in NAMES]
    watch = _Watch(database.embedded_server(environment.data)) if environment.database_is_embedded else None
    try:
        while not stop.has_come:
            if not all(child.look_after() for child in children):
                break
            if watch is not None:
                watch.look_after()
            time.sleep(0.2)
    finally:
        for child in children:
            child.ask_to_end()
        ends_at = time.monotonic() + GRACE
        for child in children:
            child.end(within=ends_at - time.monotonic())
    return 0 if stop.has_come else 1


def _say(sentence: Lazy, *, name: str = "", **values: object) -> None:
    said = {"name": NAMES[name]} if name else {}
    click.secho(str(sentence % (values | said)), fg="yellow", err=True)


def _end_with_us() -> Callable[[], None] | None:
    """Return what makes Linux end a child when we are killed: there is nobody else who would."""
    if sys.platform != "linux":
        return None
    prctl = ctypes.CDLL(None).prctl  # found before the fork, called after it
    return lambda: prctl(_ON_PARENTS_DEATH, signal.SIGTERM)


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
