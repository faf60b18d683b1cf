"""Which words of a passage somebody else said."""

from __future__ import annotations

import re
from functools import lru_cache

from suluh.creative.coach.passage import Passage

_QUOTED = re.compile(r"[\"“”][^\"“”\n]{2,}[\"“”]")


@lru_cache(maxsize=64)
def _quotations(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(match.span() for match in _QUOTED.finditer(text))


def quotations(passage: Passage) -> tuple[tuple[int, int], ...]:
    """Return the places between quotation marks; a quote block is one whole."""
    return ((0, len(passage.text)),) if passage.kind == "quote" else _quotations(passage.text)


def is_quoted(passage: Passage, *, at: int) -> bool:
    """Say whether the character at ``at`` is somebody's own words."""
    return any(start <= at < end for start, end in quotations(passage))
