"""Reading order: pieces of text become lines, lines become paragraphs, from top to bottom and left to right."""

from __future__ import annotations

import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

_OTHER_COLOUR = 70


@dataclass(frozen=True, kw_only=True)
class Line:
    """A line of words and its upright box in px of the picture, from its left upper corner. ``ink`` is the letters'
    colour, red, green and blue, 0 to 255.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    confidence: float = 1.0
    ink: tuple[int, int, int] = (0, 0, 0)

    @property
    def height(self) -> float:
        """How tall the line is, px."""
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        """How far down its middle stands, px."""
        return (self.top + self.bottom) / 2


def paragraphs(pieces: list[Line]) -> list[Line]:
    """Return paragraphs as lines of their own: what stands under each other, in one size, belongs together."""
    found: list[list[Line]] = []
    for line in _rows(pieces):
        home = next((block for block in reversed(found[-6:]) if _goes_on(block[-1], line)), None)
        if home is None:
            found.append([line])
        else:
            home.append(line)
    return [_whole(block) for block in sorted(found, key=lambda block: (block[0].top, block[0].left))]


def _rows(pieces: list[Line]) -> list[Line]:
    """Join pieces that stand side by side with a word's distance between them; sort from top to bottom."""
    rows: list[list[Line]] = []
    for piece in sorted(pieces, key=lambda line: line.middle):
        row = next((row for row in reversed(rows[-4:]) if _beside(row[-1], piece)), None)
        if row is None:
            rows.append([piece])
        else:
            row.append(piece)
    joined = [line for row in rows for line in _in_words(sorted(row, key=lambda line: line.left))]
    return _level(joined)


def _beside(first: Line, second: Line) -> bool:
    return abs(first.middle - second.middle) < 0.5 * min(first.height, second.height)


def _in_words(row: list[Line]) -> list[Line]:
    lines = row[:1]
    for before, piece in pairwise(row):
        gap = piece.left - before.right
        if gap < 0.8 * min(before.height, piece.height) and 0.6 < before.height / max(piece.height, 1) < 1.6:
            lines[-1] = _together(lines[-1], piece, text=f"{lines[-1].text} {piece.text}")
        else:
            lines.append(piece)
    return lines


def _level(lines: list[Line]) -> list[Line]:
    """Sort from top to bottom; what stands on one height, as the clock and the battery do, from left to right."""
    ordered: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: line.middle):
        if ordered and _beside(ordered[-1][0], line):
            ordered[-1].append(line)
        else:
            ordered.append([line])
    return [line for row in ordered for line in sorted(row, key=lambda line: line.left)]


def _goes_on(before: Line, line: Line) -> bool:
    """Say whether a line goes on with the paragraph that ends with ``before``."""
    tall = statistics.fmean((before.height, line.height))
    if not 0.72 < before.height / max(line.height, 1) < 1.4 or _differs(before.ink, line.ink):
        return False
    if not -0.5 * tall < line.top - before.bottom < 0.75 * tall:
        return False
    is_flush = abs(line.left - before.left) < 0.8 * tall
    is_centred = abs((line.left + line.right) - (before.left + before.right)) < 2 * tall
    return is_flush or is_centred


def _differs(first: Sequence[int], second: Sequence[int]) -> bool:
    """Say whether two colours are told apart at a glance: a sender's name, a link, a small grey note."""
    return math.dist(first, second) > _OTHER_COLOUR


def _whole(block: list[Line]) -> Line:
    whole = block[0]
    for line in block[1:]:
        is_broken = whole.text.endswith("-") and whole.text[-2:-1].isdigit() and line.text[:1].isdigit()
        whole = _together(whole, line, text=f"{whole.text}{'' if is_broken else ' '}{line.text}")
    return whole


def _together(first: Line, second: Line, *, text: str) -> Line:
    long, longer = len(first.text), len(second.text)
    return replace(
        first,
        text=text,
        left=min(first.left, second.left),
        top=min(first.top, second.top),
        right=max(first.right, second.right),
        bottom=max(first.bottom, second.bottom),
        confidence=(first.confidence * long + second.confidence * longer) / max(long + longer, 1),
    )
