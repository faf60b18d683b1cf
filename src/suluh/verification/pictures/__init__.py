"""Reading the words in a screenshot or a poster. Plain Python; nothing goes out to a network."""

from __future__ import annotations

from functools import cache

from suluh.verification.pictures.contract import (
    NoWordsSeen,
    PictureNotRead,
    Reader,
    ReaderBusy,
    ReaderMissing,
    ReadingTooLong,
    Words,
)

__all__ = [
    "NoWordsSeen",
    "PictureNotRead",
    "Reader",
    "ReaderBusy",
    "ReaderMissing",
    "ReadingTooLong",
    "Words",
    "reader",
]


@cache
def reader() -> Reader:
    """Return the reader of this process."""
    from suluh.verification.pictures.process import ReaderApart  # numpy is loaded only where pictures are read

    return ReaderApart()
