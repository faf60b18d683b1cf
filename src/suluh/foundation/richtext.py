"""Inline HTML and the plain text it shows, with places kept in step.

A rich field of a block holds text with ``strong``, ``em`` and ``a`` only. The coach reads the plain text; what it
proposes is put back at the same place of the rich text.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

import nh3

ALLOWED_TAGS = frozenset({"strong", "em", "a"})
_PIECE = re.compile(r"<[^>]*>|&(?:#\d+|#x[0-9a-fA-F]+|\w+);|[^<&]+|[<&]")


def clean(rich: str) -> str:
    """Return ``rich`` with only the allowed inline tags left; links keep http(s), mailto and tel addresses only."""
    cleaned: str = nh3.clean(
        rich,
        tags=set(ALLOWED_TAGS),
        attributes={"a": {"href"}},
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel="noopener nofollow ugc",
    )
    return cleaned


def from_plain(plain: str) -> str:
    """Return plain text as rich text: its special characters escaped."""
    return html.escape(plain, quote=False)


@dataclass(frozen=True)
class _Run:
    """A piece of rich text: where it stands, and the plain text it shows (empty for a tag)."""

    start: int
    end: int
    shown: str


def _runs(rich: str) -> list[_Run]:
    runs = []
    for match in _PIECE.finditer(rich):
        piece = match.group()
        if piece.startswith("<") and piece.endswith(">"):
            shown = ""
        elif piece.startswith("&"):
            shown = html.unescape(piece)
        else:
            shown = piece
        runs.append(_Run(match.start(), match.end(), shown))
    return runs


def to_plain(rich: str) -> str:
    """Return the plain text that ``rich`` shows."""
    return "".join(run.shown for run in _runs(rich))


def replace_plain(rich: str, *, start: int, end: int, replacement: str) -> str:
    """Put ``replacement`` (plain) where ``start``..``end`` of the plain text stand in ``rich``; tags stay.

    Raises ``ValueError`` when the place lies outside the text.
    """
    runs = _runs(rich)
    if not 0 <= start <= end <= sum(len(r.shown) for r in runs):
        raise ValueError("the place lies outside the text")
    out: list[str] = []
    at = 0
    pending: str | None = from_plain(replacement)
    for run in runs:
        piece = rich[run.start : run.end]
        first, last = at, at + len(run.shown)
        at = last
        if not run.shown or last <= start or (first >= end and not (first == start == end)):
            if run.shown and first >= end and pending is not None:
                out.append(pending)
                pending = None
            out.append(piece)
            continue
        out.append(from_plain(run.shown[: max(0, start - first)]))
        if pending is not None:
            out.append(pending)
            pending = None
        out.append(from_plain(run.shown[max(0, end - first) :]))
    if pending is not None:
        out.append(pending)
    return "".join(out)
