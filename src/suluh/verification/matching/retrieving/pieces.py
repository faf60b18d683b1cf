"""By pieces of the title's words: finds what is misspelt, run together or badly read from a picture."""

from __future__ import annotations

from suluh.verification.matching.index import Hit, Index
from suluh.verification.matching.words import Words

NAME = "pieces"
MOST_TERMS = 160


def find(index: Index, *, words: Words, limit: int) -> list[Hit]:
    """Return the fact-checks whose titles share the rarest pieces of words."""
    return index.ask("pieces", terms=index.rarest("pieces", terms=words.pieces, most=MOST_TERMS), limit=limit)
