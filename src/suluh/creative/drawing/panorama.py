"""One panorama behind a run of pages: where each page lies in it, also where there are more pages than it is wide.

A longer run turns back once and then goes on: what lies between the two turns is passed three times, the second time
mirrored, so that every page runs on from the one before it. It never turns where something stands on the ground.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from suluh.creative.drawing.motif import load_motif

# The width of a page in the panorama's units. The first page has its best place, and is not passed again.
PAGE = 1080
# Where a mark stands on a page, from x to x, left or right.
_MARKS = {"left": (60, 440), "right": (640, 1020)}


@dataclass(frozen=True, kw_only=True)
class Part:
    """A piece of the panorama on a page: from ``x`` on, ``width`` wide, standing at ``at``; ``flip`` mirrors it."""

    x: float
    width: float
    at: float
    flip: bool = False

    def on_page(self, start: float, end: float) -> tuple[float, float]:
        """Return where what stands from ``start`` to ``end`` in the panorama stands on the page."""
        if self.flip:
            return self.at + self.x + self.width - end, self.at + self.x + self.width - start
        return self.at + start - self.x, self.at + end - self.x


@dataclass(frozen=True, kw_only=True)
class View:
    """What of the panorama a page shows, and on which side of its ground there is room for the mark."""

    parts: tuple[Part, ...]
    mark: Literal["left", "right"] = "left"


@cache
def views(count: int, *, motif: str) -> tuple[View, ...]:
    """Return the views of a run of ``count`` pages, in order."""
    found = load_motif(motif)
    stretches = _stretches(count * PAGE, length=found.drawings["panorama"].width, busy=found.busy)
    pages = (_parts(stretches, start=page * PAGE) for page in range(count))
    return tuple(View(parts=parts, mark=_side(parts, busy=found.busy)) for parts in pages)


def _stretches(
    needed: float, *, length: float, busy: tuple[tuple[float, float], ...]
) -> tuple[tuple[float, float], ...]:
    """Return the way through the panorama as stretches from x to x; one that goes back ends left of its start."""
    back = (needed - length) / 2
    if back <= 0:
        return ((0, needed),)
    turns = range(int(PAGE + back), int(length) - PAGE + 1, 4)
    turn = max(turns, key=lambda x: _clearance(x, x - back, busy=busy), default=int(length))
    return ((0, turn), (turn, turn - back), (turn - back, length))


def _clearance(*places: float, busy: tuple[tuple[float, float], ...]) -> float:
    """Return how far the nearest of the places is from what stands on the ground; below 0 within it."""
    return min((max(start - x, x - end) for x in places for start, end in busy), default=0)


def _parts(stretches: tuple[tuple[float, float], ...], *, start: float) -> tuple[Part, ...]:
    parts: list[Part] = []
    passed = 0.0
    for begin, end in stretches:
        length = abs(end - begin)
        first, last = max(start, passed), min(start + PAGE, passed + length)
        if first < last:
            flip = end < begin
            x = begin - (last - passed) if flip else begin + first - passed
            parts.append(Part(x=x, width=last - first, at=first - start, flip=flip))
        passed += length
    return tuple(parts)


def _side(parts: tuple[Part, ...], *, busy: tuple[tuple[float, float], ...]) -> Literal["left", "right"]:
    stand = [
        part.on_page(max(start, part.x), min(end, part.x + part.width))
        for part in parts
        for start, end in busy
        if start < part.x + part.width and end > part.x
    ]

    def covered(side: str) -> float:
        left, right = _MARKS[side]
        return sum(max(0.0, min(right, end) - max(left, start)) for start, end in stand)

    return "right" if covered("right") < covered("left") else "left"
