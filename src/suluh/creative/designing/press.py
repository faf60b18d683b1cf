"""Draws what people wrote, in processes that are closed off (``apart.py``): a few, kept warm, each for one office.

A process that takes too long is ended, one that crashes ends nobody else; the next order starts another.
"""

from __future__ import annotations

import atexit
import contextlib
import os
import re
import select
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, Literal

from suluh.creative.designing.refusals import (
    DrawingTooLarge,
    DrawingTooLong,
    PressBusy,
    PressMissing,
    ProgramMistaken,
)
from suluh.creative.designing.wire import packed, unpacked
from suluh.foundation.errors import Translatable
from suluh.foundation.language import Lazy
from suluh.foundation.language import lazy as _

MOST_PROCESSES = 2
MOST_PAGES = 24
MOST_BYTES = 48 * 1024 * 1024
# Seconds of a processor that one drawing may take, and seconds by the clock, its start included.
SECONDS = 10
LONGEST = 20.0
LONGEST_WAIT = 15.0
_DRAWING = Path(__file__).resolve().parents[1] / "drawing"
# What the process is given of the environment: nothing of the server's. The proxy leads nowhere.
_ENVIRONMENT = {
    "LANG": "C.UTF-8",
    "RAYON_NUM_THREADS": "1",
    "MALLOC_ARENA_MAX": "1",
    "HTTPS_PROXY": "http://127.0.0.1:9",
    "PYTHONDONTWRITEBYTECODE": "1",
}
_PLACE = re.compile(r"__typst_py_bytes__\.typ:(\d+):(\d+)")


@dataclass(frozen=True, kw_only=True)
class Order:
    """One drawing: a layout's program, the document it reads, the form of the files, px an inch."""

    program: str
    document: str
    form: Literal["pdf", "png", "svg"]
    ppi: float
    standards: Sequence[str] = ()
    stamp: datetime | None = None
    most_pages: int = MOST_PAGES
    seconds: int = SECONDS

    def message(self) -> dict[str, Any]:
        return {
            "program": self.program,
            "document": self.document,
            "form": self.form,
            "ppi": self.ppi,
            "standards": list(self.standards),
            "stamp": self.stamp.isoformat() if self.stamp else None,
            "most_pages": self.most_pages,
            "most_bytes": MOST_BYTES,
            "seconds": self.seconds,
        }


class _Ended(Exception):  # noqa: N818 - never leaves this module
    """The process ended before it answered; ``by`` is the signal, 0 where it left by itself."""

    def __init__(self, by: int) -> None:
        self.by = by


class _Process:
    """One process that draws. Used by one thread at a time."""

    def __init__(self, *, owner: str, root: Path) -> None:
        from suluh.creative.drawing.typeface import folders  # the drawing imports this module

        self.owner = owner
        self.means: tuple[str, ...] | None = None
        command = (sys.executable, "-I", "-m", "suluh.creative.designing.apart", str(root), *map(str, folders()))
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_ENVIRONMENT,
            cwd=root,
            bufsize=0,
        )

    def ask(self, order: Order, *, ends_at: float) -> tuple[dict[str, Any], tuple[bytes, ...]]:
        if self.means is None:
            self._greet(ends_at=ends_at)
        with contextlib.suppress(BrokenPipeError):
            self._send(packed(order.message()), ends_at=ends_at)
        return self._answer(ends_at=ends_at)

    def _send(self, message: bytes, *, ends_at: float) -> None:
        assert self._process.stdin is not None
        into = self._process.stdin.fileno()
        os.set_blocking(into, False)
        left = memoryview(message)
        while left:
            if not select.select([], [into], [], max(0.0, ends_at - time.monotonic()))[1]:
                raise TimeoutError
            left = left[os.write(into, left) :]

    def _greet(self, *, ends_at: float) -> None:
        said, _parts = self._answer(ends_at=ends_at)
        if "cannot" in said:
            raise PressMissing(
                _("This server cannot draw layouts that people wrote. Tell who runs it."), hint=str(said["cannot"])
            )
        self.means = tuple(said["means"])

    def _answer(self, *, ends_at: float) -> tuple[dict[str, Any], tuple[bytes, ...]]:
        assert self._process.stdout is not None
        out = self._process.stdout.fileno()

        def read(count: int) -> bytes:
            got = bytearray()
            while len(got) < count:
                if not select.select([out], [], [], max(0.0, ends_at - time.monotonic()))[0]:
                    raise TimeoutError
                part = os.read(out, count - len(got))
                if not part:
                    break
                got += part
            return bytes(got)

        answer = unpacked(read, most=MOST_BYTES + 1_000_000)
        if answer is None:
            self.close(patience=1.0)
            raise _Ended(-min(0, self._process.returncode))
        return answer

    def close(self, *, patience: float = 0.0) -> None:
        if patience:
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(patience)
        if self._process.poll() is None:
            self._process.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()
        self._process.wait()


class Press:
    """Draws orders of owners (offices) in at most ``most`` processes at a time."""

    def __init__(self, *, most: int = MOST_PROCESSES, longest: float = LONGEST, wait: float = LONGEST_WAIT) -> None:
        self._longest, self._wait = longest, wait
        self._places = threading.BoundedSemaphore(most)
        self._most = most
        self._lock = threading.Lock()
        self._kept: list[_Process] = []
        self._root: Path | None = None
        self._born_in = os.getpid()

    def draw(self, order: Order, *, owner: str) -> list[bytes]:
        """Return an order's pages, or its one PDF. ``owner`` says whose it is: a process serves one owner.

        Raises ``ProgramMistaken``, ``DrawingTooLong``, ``DrawingTooLarge``, ``PressMissing`` and ``PressBusy``.
        """
        with self._place():
            ends_at = time.monotonic() + self._longest
            try:
                said, pages = self._asked(order, owner=owner, ends_at=ends_at)
            except TimeoutError:
                raise _too_long(order) from None
            except _Ended as ended:
                raise _too_long(order) if ended.by == _SIGXCPU else _too_large() from None
        if "message" in said:
            raise _mistake(said)
        if "large" in said:
            raise _too_large()
        if "pages" in said:
            raise _too_many(said["pages"], most=order.most_pages)
        return list(pages)

    def means(self) -> tuple[str, ...]:
        """Say how the processes are closed off: "landlock", "seccomp". Raises ``PressMissing``."""
        process = self._started("")
        try:
            process.ask(Order(program="", document="{}", form="pdf", ppi=72), ends_at=time.monotonic() + self._longest)
            return process.means or ()
        finally:
            process.close()

    def close(self) -> None:
        """End every process that waits for work."""
        with self._lock:
            kept, self._kept = self._kept, []
        for process in kept:
            process.close()

    @contextmanager
    def _place(self) -> Iterator[None]:
        if not self._places.acquire(timeout=self._wait):
            raise PressBusy(_("Many layouts are being drawn just now. Try again in a moment."), permanent=False)
        try:
            yield
        finally:
            self._places.release()

    def _asked(self, order: Order, *, owner: str, ends_at: float) -> tuple[dict[str, Any], tuple[bytes, ...]]:
        kept = self._taken(owner)
        if kept is not None:
            try:
                return self._from(kept, order, ends_at=ends_at)
            except _Ended as ended:
                if ended.by:
                    raise
        # There was none, or it had left because nobody asked for long.
        return self._from(self._started(owner), order, ends_at=ends_at)

    def _from(self, process: _Process, order: Order, *, ends_at: float) -> tuple[dict[str, Any], tuple[bytes, ...]]:
        try:
            answer = process.ask(order, ends_at=ends_at)
        except BaseException:  # whatever it was, it is raised: a process in the middle of an answer is not used again
            process.close()
            raise
        with self._lock:
            self._kept.append(process)
        return answer

    def _taken(self, owner: str) -> _Process | None:
        """Take a waiting process of this owner, or make room for one."""
        with self._lock:
            if self._born_in != os.getpid():  # the server was forked: these processes are the parent's
                self._kept, self._root, self._born_in = [], None, os.getpid()
            found = next((process for process in self._kept if process.owner == owner), None)
            stale = None
            if found is not None:
                self._kept.remove(found)
            elif len(self._kept) >= self._most:
                stale = self._kept.pop(0)
        if stale is not None:
            stale.close()
        return found

    def _started(self, owner: str) -> _Process:
        with self._lock:
            if self._root is None:
                self._root = _root()
        return _Process(owner=owner, root=self._root)


_SIGXCPU = 24


def _root() -> Path:
    """Return a folder with what a layout may import and nothing else; it goes when the program ends."""
    root = Path(tempfile.mkdtemp(prefix="suluh-press-"))
    (root / "drawing").mkdir()
    for file in _DRAWING.glob("*.typ"):
        shutil.copy(file, root / "drawing" / file.name)
    atexit.register(shutil.rmtree, root, ignore_errors=True)
    return root


@cache
def press() -> Press:
    """Return the press of this program."""
    made = Press()
    atexit.register(made.close)
    return made


# What the typesetter says most often, in the reader's words; the rest is told as it is.
_SAID: tuple[tuple[re.Pattern[str], Lazy], ...] = (
    (re.compile(r"unknown variable: (?P<name>\S+)"), _("There is nothing called “%(name)s” here.")),
    (
        re.compile(r"dictionary does not contain key \"(?P<name>[^\"]*)\""),
        _("The brand or the story has no “%(name)s”."),
    ),
    (
        re.compile(r"failed to download package|package not found"),
        _("A layout draws with the kit alone: packages are not fetched."),
    ),
    (
        re.compile(r"file not found|escape the project root|absolute paths|not allowed"),
        _("A layout reads no files but its own."),
    ),
    (re.compile(r"loop seems to be infinite|condition is always true"), _("This loop does not end.")),
    (re.compile(r"maximum .*depth exceeded"), _("A function calls itself without end.")),
    (re.compile(r"unclosed (?P<name>.+)"), _("Something is opened here and not closed (%(name)s).")),
)


def _mistake(said: dict[str, Any]) -> ProgramMistaken:
    # The typesetter counts columns from 0.
    places = [(int(line), int(column) + 1) for line, column in _PLACE.findall(said["diagnostic"])]
    line, column = places[0] if places else (0, 0)
    message = said["message"]
    for pattern, sentence in _SAID:
        if found := pattern.search(message):
            told: Translatable = sentence % found.groupdict()
            break
    else:
        told = _("The typesetter stopped: %(message)s") % {"message": message.replace("\n", " ")[:300]}
    return ProgramMistaken(told, message=message, line=line, column=column)


def _too_long(order: Order) -> DrawingTooLong:
    return DrawingTooLong(
        _("The layout takes longer than %(seconds)d seconds to draw. Look for a loop that does not end.")
        % {"seconds": order.seconds}
    )


def _too_large() -> DrawingTooLarge:
    return DrawingTooLarge(
        _("The layout takes more memory than a drawing may. Look for a very large page, picture or list.")
    )


def _too_many(pages: int, *, most: int) -> DrawingTooLarge:
    return DrawingTooLarge(
        _("The layout draws %(pages)d pages, and may draw %(most)d at most. Look for what runs over its page.")
        % {"pages": pages, "most": most}
    )
