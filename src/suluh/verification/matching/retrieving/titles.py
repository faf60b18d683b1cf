"""By the stems of the title and of the words read in its pictures: BM25."""

from __future__ import annotations

from suluh.verification.matching.index import Hit, Index
from suluh.verification.matching.words import Words

NAME = "titles"
MOST_TERMS = 80


def find(index: Index, *, words: Words, limit: int) -> list[Hit]:
    """Return the fact-checks whose titles share the rarest stems."""
    return index.ask("title", terms=index.rarest("title", terms=words.stems, most=MOST_TERMS), limit=limit)
