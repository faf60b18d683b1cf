"""By the stems of the review: what the checkers wrote about the claim says words the title lacks."""

from __future__ import annotations

from suluh.verification.matching.index import Hit, Index
from suluh.verification.matching.words import Words

NAME = "reviews"
MOST_TERMS = 40


def find(index: Index, *, words: Words, limit: int) -> list[Hit]:
    """Return the fact-checks whose reviews share the rarest stems."""
    return index.ask("review", terms=index.rarest("review", terms=words.stems, most=MOST_TERMS), limit=limit)
