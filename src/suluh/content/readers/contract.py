"""What a reader is, and how reading is refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from suluh.foundation.errors import Refusal

LARGEST_FILE = 10_000_000  # bytes
MOST_PAGES = 200
LARGEST_TEXT = 1_000_000  # characters; the structurer takes no more


class FileTooLarge(Refusal):
    """A file, or what is packed in it, is larger than Suluh reads."""

    code = "content.E180"
    status = 413


class KindUnknown(Refusal):
    """A file of a kind that is not read."""

    code = "content.E181"
    status = 415


class FileDamaged(Refusal):
    """A file that does not hold what its kind must."""

    code = "content.E182"


class FileLocked(Refusal):
    """A file that opens with a password only."""

    code = "content.E183"


class NoTextInside(Refusal):
    """A file without text: a scan, an empty page."""

    code = "content.E184"


class FileHostile(Refusal):
    """A file built to harm who opens it."""

    code = "content.E185"


@dataclass(frozen=True, kw_only=True)
class Reader:
    """Reads one kind of file. ``recognises`` looks at the first bytes; of several, the highest ``precedence`` reads."""

    recognises: Callable[[bytes], bool]
    read: Callable[[bytes], str]
    precedence: int = 50
