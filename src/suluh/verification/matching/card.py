"""A fact-check and an asked text, each prepared for being compared."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property, lru_cache

from suluh.verification.matching.index import known_of
from suluh.verification.matching.slots import Slots, read_slots
from suluh.verification.matching.values import Known
from suluh.verification.matching.words import Words, pieces_of, read_words

NEAR_SPELLING = 0.5  # Dice of the pieces from which two words may be one word misspelt
SHORTEST_NEAR = 4  # letters


@dataclass(frozen=True, kw_only=True)
class Card:
    """A known fact-check, taken apart."""

    known: Known
    stems: tuple[str, ...]  # of title and pictures, each once, in order
    sequence: tuple[str, ...]  # of the title, in order, with repetition
    pieces: frozenset[str]
    review: frozenset[str]  # stems
    slots: Slots


@lru_cache(maxsize=20_000)
def card_of(body: bytes) -> Card:
    """Take a stored fact-check apart."""
    known = known_of(body)
    words = read_words("\n".join((known.title, *known.pictures)))
    return Card(
        known=known,
        stems=tuple(dict.fromkeys(words.stems)),
        sequence=words.stems,
        pieces=frozenset(words.pieces),
        review=frozenset(read_words(known.review).stems),
        slots=read_slots(words.plain),
    )


class Asked:
    """A text that is asked about, taken apart."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words: Words = read_words(text)
        self.positions: dict[str, list[int]] = defaultdict(list)
        for at, stem in enumerate(self.words.stems):
            self.positions[stem].append(at)
        self.stems = frozenset(self.positions)
        self.pieces = frozenset(self.words.pieces)
        self.weight: float | None = None  # of all stems, once it has been counted
        self._near: dict[str, tuple[float, str]] = {}

    @cached_property
    def slots(self) -> Slots:
        """The text's telling values."""
        return read_slots(self.words.plain)

    @cached_property
    def _by_piece(self) -> dict[str, list[str]]:
        found = defaultdict(list)
        for stem in self.stems:
            if len(stem) >= SHORTEST_NEAR:
                for piece in set(pieces_of(stem)):
                    found[piece].append(stem)
        return found

    def nearest(self, stem: str) -> tuple[float, str]:
        """Return how near the text's nearest spelling of a stem is (Dice of pieces, 0 to 1), and that spelling."""
        known = self._near.get(stem)
        if known is None:
            known = self._near[stem] = self._look_near(stem)
        return known

    def _look_near(self, stem: str) -> tuple[float, str]:
        if len(stem) < SHORTEST_NEAR or stem.isdigit():
            return 0.0, ""
        counts: dict[str, int] = defaultdict(int)
        pieces = set(pieces_of(stem))
        for piece in pieces:
            for other in self._by_piece.get(piece, ()):
                counts[other] += 1
        best = (0.0, "")
        for other, count in counts.items():
            dice = 2 * count / (len(pieces) + len(set(pieces_of(other))))
            best = max(best, (dice, other))
        return best if best[0] >= NEAR_SPELLING else (0.0, "")
