"""What reading a picture gives, who may do it, and how it is refused."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Protocol

from suluh.foundation.errors import Refusal
from suluh.verification.pictures.layout import Line


@dataclass(frozen=True, kw_only=True)
class Words:
    """The words of a picture, a paragraph a line. ``boxes`` says where each paragraph stands, in px of the picture;
    ``confidence`` is how sure the reading is, 0 to 1, on average over the signs.
    """

    text: str
    boxes: tuple[Line, ...]
    confidence: float


class Reader(Protocol):
    """Reads the words in a picture."""

    def available(self) -> bool:
        """Say whether what the reader needs is installed."""
        ...

    def read(self, picture: bytes) -> Words:
        """Return the words of a JPEG, PNG or WebP picture. Raises ``ReaderMissing`` and the other refusals here."""
        ...


class ReaderMissing(Refusal):
    """No engine that reads pictures is installed."""

    code: ClassVar[str] = "verification.E160"
    status = 501


class PictureNotRead(Refusal):
    """A picture that is too large, damaged, or none."""

    code: ClassVar[str] = "verification.E161"


class NoWordsSeen(Refusal):
    """A picture in which no words were found."""

    code: ClassVar[str] = "verification.E162"


class ReadingTooLong(Refusal):
    """A picture took longer to read than Suluh waits."""

    code: ClassVar[str] = "verification.E163"
    status = 503


class ReaderBusy(Refusal):
    """Other pictures are being read, one after another."""

    code: ClassVar[str] = "verification.E164"
    status = 503
