"""What a text format gives back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


class MarkLike(Protocol):
    """The proof of origin that is written into a text: a short code, and the address of its page."""

    @property
    def code(self) -> str: ...

    @property
    def url(self) -> str: ...


@dataclass(frozen=True, kw_only=True)
class TextRendition:
    """One text, ready to post. ``counts`` are the lengths of its posts as its network counts them, one for each."""

    layout: str
    name: str
    text: str
    counts: tuple[int, ...]
    media_type: str = "text/plain"
