"""The matcher: from a circulating text to the fact-checks it may be about."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from suluh.verification.matching.candidates import Candidate, propose, shortlist
from suluh.verification.matching.card import Asked, card_of
from suluh.verification.matching.explaining import differences, shared_words
from suluh.verification.matching.index import Index, known_of
from suluh.verification.matching.memory import read_model, recall
from suluh.verification.matching.net import Floats, Net, shares
from suluh.verification.matching.neural.reader import Reader
from suluh.verification.matching.pairs import Weights
from suluh.verification.matching.reading import Meaning
from suluh.verification.matching.table import table
from suluh.verification.matching.values import Answer, DifferenceKind, Heard, Known, Match

MODELS = Path(__file__).parent / "models"
SHORTLISTED = 40
READ_AT_ONCE = 32  # new fact-checks that are read by meaning while the caller waits; more are left to ``complete``
# A fact-check that names another of these than the text may be a twin of the right one: it is shown, never answered.
TELLING: tuple[DifferenceKind, ...] = ("place", "institution", "date")
SAME_CLAIM = 0.5  # share of stems from which two titles are taken to say the same


@dataclass(frozen=True, kw_only=True)
class Thresholds:
    """Probabilities from which a match is shown and answered; they come with the trained model."""

    near: float  # "looks like"
    known: float  # "known"
    memory: float  # "this very message has been answered"
    scale: float  # turns the net's odds into calibrated ones
    shift: float

    @classmethod
    def read(cls, path: Path) -> Thresholds:
        """Read a file that ``bench/train_matcher.py`` wrote."""
        return cls(**json.loads(path.read_text(encoding="utf-8")))


class Matcher:
    """Matches texts with what one index folder holds. Several processes may open the same folder."""

    def __init__(self, *, folder: Path, reader: Reader | None) -> None:
        self._index = Index(folder)
        self._meaning = Meaning(folder=folder, reader=reader)
        self._net = Net.read(MODELS / "ranker.npz")
        self._memory = read_model(MODELS / "memory.json")
        self.thresholds = Thresholds.read(MODELS / "thresholds.json")
        self._weights: tuple[int, Weights] | None = None

    @classmethod
    def open(cls, folder: Path) -> Matcher:
        """Open an index folder, making it where it is missing; reads by meaning where the network is installed."""
        return cls(folder=folder, reader=Reader.open())

    def mark(self) -> int:
        """Return the number of the last change applied, 0 for an empty index."""
        return self._index.mark()

    def apply(self, *, put: Iterable[Known | Heard], drop: Iterable[str], mark: int) -> None:
        """Put and drop entries; every process's next match sees them.

        A few new fact-checks are read by meaning at once. Of many, only the words are indexed, and ``complete`` reads
        the rest afterwards.
        """
        entries, dropped = list(put), list(drop)
        self._index.apply(put=entries, drop=dropped, mark=mark)
        known = [entry for entry in entries if isinstance(entry, Known)]
        self._meaning.learn(known if len(known) <= READ_AT_ONCE else [], drop=dropped)

    def complete(self, *, most: int = 1000) -> int:
        """Read by meaning up to ``most`` fact-checks that have not been read, and return how many were."""
        known: list[Known] = []
        for bodies in self._index.known_bodies():
            batch = {one.key: one for one in map(known_of, bodies)}
            known.extend(batch[key] for key in self._meaning.lacking(list(batch)))
            if len(known) >= most:
                break
        self._meaning.learn(known[:most])
        return len(known[:most])

    def match(self, text: str, *, limit: int = 5) -> Answer:
        """Return the likeliest fact-checks for one text."""
        asked = Asked(text)
        if not asked.stems:
            return Answer(matches=(), known=None)
        remembered = self._remembered(asked)
        read = [match for match in self._read(asked, limit=limit) if match.key not in {one.key for one in remembered}]
        matches = tuple(sorted([*remembered, *read], key=lambda match: -match.probability))[:limit]
        first = matches[0] if matches else None
        return Answer(matches=matches, known=first if first is not None and self._is_known(first) else None)

    def _is_known(self, match: Match) -> bool:
        if match.by == "memory":
            return match.probability >= self.thresholds.memory
        is_twin = any(difference.kind in TELLING for difference in match.differences)
        return match.probability >= self.thresholds.known and not is_twin

    def _remembered(self, asked: Asked) -> list[Match]:
        """Return the fact-check of the heard message that the text is a copy of, if it is one."""
        for found in recall(self._index, asked, model=self._memory)[:1]:
            body = self._index.body(found.heard.known)
            if body and found.probability >= self.thresholds.memory:
                return [self._explained(asked, body, probability=found.probability, by_memory=True)]
        return []

    def _read(self, asked: Asked, *, limit: int) -> list[Match]:
        """Return what the re-ranker makes of the candidates, the best first."""
        weights = self._current_weights()
        candidates = shortlist(asked, propose(self._index, asked), weights=weights, most=SHORTLISTED)
        if not candidates:
            return []
        near = self._meaning.near(asked, candidates)
        odds = self._net.odds(table(asked, candidates, weights=weights, near=near))
        chances = pooled(candidates, shares(odds * self.thresholds.scale + self.thresholds.shift))
        best = np.argsort(-odds, kind="stable")[:limit]
        return [self._explained(asked, candidates[at].body, probability=float(chances[at])) for at in best]

    def _explained(self, asked: Asked, body: bytes, *, probability: float, by_memory: bool = False) -> Match:
        card, weights = card_of(body), self._current_weights()
        return Match(
            key=card.known.key,
            probability=round(probability, 4),
            by="memory" if by_memory else "reading",
            shared=shared_words(asked, card, weights=weights),
            differences=differences(asked, card),
        )

    def _current_weights(self) -> Weights:
        """Return the words' weights in the index as it is now."""
        generation = self._index.generation()
        if self._weights is None or self._weights[0] != generation:
            self._weights = (generation, Weights(self._index))
        return self._weights[1]


def pooled(candidates: list[Candidate], chances: Floats) -> Floats:
    """Let fact-checks that say the same stand in for each other: each has the chance that one like it is right."""
    best = int(chances.argmax())
    own = set(candidates[best].card.stems)
    total = 0.0
    for candidate, chance in zip(candidates, chances, strict=True):
        other = set(candidate.card.stems)
        if own and len(own & other) / len(own | other) >= SAME_CLAIM:
            total += float(chance)
    result = chances.copy()
    result[best] = min(1.0, total)
    return result
