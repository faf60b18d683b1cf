"""The matcher: from a circulating text to the fact-checks it may be about."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from suluh.verification.matching.index import Field, Index, heard_of, known_of
from suluh.verification.matching.values import Answer, Heard, Known, Match
from suluh.verification.matching.words import read_words

MOST_TERMS = 40
KNOWN = 0.5


class Matcher:
    """Matches texts with what one index folder holds. Several processes may open the same folder."""

    def __init__(self, index: Index) -> None:
        self._index = index

    @classmethod
    def open(cls, folder: Path) -> Matcher:
        """Open an index folder, making it where it is missing."""
        return cls(Index(folder))

    def mark(self) -> int:
        """Return the number of the last change applied, 0 for an empty index."""
        return self._index.mark()

    def apply(self, *, put: Iterable[Known | Heard], drop: Iterable[str], mark: int) -> None:
        """Put and drop entries; every process's next match sees them."""
        self._index.apply(put=put, drop=drop, mark=mark)

    def match(self, text: str, *, limit: int = 5) -> Answer:
        """Return the likeliest fact-checks for one text."""
        words = read_words(text)
        self._index.searcher()
        asked = set(words.stems)
        matches = []
        for hit in self._index.ask("heard", terms=self._terms("heard", words.stems), limit=limit):
            heard = heard_of(hit.body)
            own = set(read_words(heard.text).stems)
            if len(asked & own) >= 0.8 * len(asked | own):
                matches.append(
                    Match(key=heard.known, probability=0.99, by="memory", shared=tuple(asked & own), differences=())
                )
        for hit in self._index.ask("title", terms=self._terms("title", words.stems), limit=limit):
            known = known_of(hit.body)
            own = set(read_words(known.title).stems)
            shared = tuple(sorted(asked & own))
            share = len(shared) / max(1, len(own))
            matches.append(
                Match(key=known.key, probability=round(share * 0.9, 4), by="reading", shared=shared, differences=())
            )
        first = matches[0] if matches and matches[0].probability >= KNOWN else None
        return Answer(matches=tuple(matches), known=first)

    def _terms(self, field: Field, stems: tuple[str, ...]) -> list[tuple[str, float]]:
        """Return the rarest terms of the text that the index has."""
        counts = Counter(stems)
        found = {term: self._index.frequency(field, term=term) for term in counts}
        rare = sorted((term for term in counts if found[term]), key=lambda term: found[term])[:MOST_TERMS]
        return [(term, 1 + math.log(counts[term])) for term in rare]
