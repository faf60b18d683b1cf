"""Finding groups of words in a passage."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import TypeVar

from suluh.creative.coach.passage import Passage

Value = TypeVar("Value")


def occurrences(passage: Passage, *, phrases: Mapping[tuple[str, ...], Value]) -> Iterator[tuple[int, int, Value]]:
    """Yield (start, end, value) for each place of ``phrases`` (words in lower case), the longest first at each place.

    Only white space may stand between the words.
    """
    longest = max(map(len, phrases), default=0)
    tokens = passage.tokens
    at = 0
    while at < len(tokens):
        for size in range(min(longest, len(tokens) - at), 0, -1):
            part = tokens[at : at + size]
            value = phrases.get(tuple(t.lower for t in part))
            if value is None or not all(_touch(passage, end=a.end, start=b.start) for a, b in pairwise(part)):
                continue
            yield part[0].start, part[-1].end, value
            at += size - 1
            break
        at += 1


def _touch(passage: Passage, *, end: int, start: int) -> bool:
    return passage.text[end:start].isspace()


def touches(passage: Passage, *, at: int) -> bool:
    """Say whether only white space stands between the word at index ``at`` and the next."""
    tokens = passage.tokens
    return 0 <= at < len(tokens) - 1 and _touch(passage, end=tokens[at].end, start=tokens[at + 1].start)
