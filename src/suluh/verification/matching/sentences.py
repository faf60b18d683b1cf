"""The sentences of a draft that are worth checking. Plain Python."""

from __future__ import annotations

import re

from suluh.verification.matching.normalising import normalise

FEWEST_WORDS = 4
_ENDS = re.compile(r"\n+|(?<=[.!?…])[\"”’)]*\s+(?=[\"“‘(]?[A-Z0-9])")


def checkable(text: str) -> tuple[str, ...]:
    """Return the sentences that say enough to be a claim, in order, each as it stands; questions are left out."""
    parts = (part.strip() for part in _ENDS.split(text))
    return tuple(part for part in parts if not part.endswith("?") and len(normalise(part).split()) >= FEWEST_WORDS)
