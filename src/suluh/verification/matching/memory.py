"""Claim memory: a text that is nearly one a person has matched before gets that person's answer.

The question here is not whether two texts are about the same claim but whether they are the same text: forwarded,
cut, misspelt, disguised. So the asked text's words must nearly all stand in the heard one, in their order.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from suluh.verification.matching.card import Asked, Card
from suluh.verification.matching.copying import alikeness
from suluh.verification.matching.index import Field, Index, heard_of
from suluh.verification.matching.pairs import Row, order_row, title_row
from suluh.verification.matching.values import Heard, Known

FROM_EACH = 8
FARTHEST = 40.0  # odds beyond which nothing changes
FIELDS: tuple[tuple[Field, int], ...] = (("heard", 40), ("heard_pieces", 120))
NAMES = ("alike", "near_coverage", "piece_share", "evidence", "conflicts")
COMPARED = 3  # heard messages compared letter by letter


@dataclass(frozen=True, kw_only=True)
class Remembered:
    """A heard message that the text nearly is."""

    heard: Heard
    probability: float


class HeardWeights:
    """How telling each stem is among the heard messages."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._total = max(index.size(), 100)

    def of(self, stem: str) -> float:
        """Return a stem's weight, 0 to 1."""
        count = max(self._index.frequency("heard", term=stem), 1)
        return math.log((self._total + 1) / count) / math.log(self._total + 1)

    def all_of(self, asked: Asked) -> float:
        """Return the weight of all stems of a text."""
        return sum(self.of(stem) for stem in asked.stems)


def recall(index: Index, asked: Asked, *, model: dict[str, float]) -> list[Remembered]:
    """Return the heard messages that the text may be a copy of, the likeliest first."""
    found = [Remembered(heard=heard, probability=chance(row, model=model)) for heard, row in compare(index, asked)]
    return sorted(found, key=lambda one: -one.probability)


def chance(row: Row, *, model: dict[str, float]) -> float:
    """Return how likely two texts so alike are the same one."""
    odds = sum(model[name] * row[name] for name in NAMES) + model["bias"]
    return 1 / (1 + math.exp(-max(-FARTHEST, min(FARTHEST, odds))))


def compare(index: Index, asked: Asked) -> list[tuple[Heard, Row]]:
    """Return the heard messages most like the text, each with how they are alike."""
    bodies: dict[bytes, None] = {}
    for field, most in FIELDS:
        terms = asked.words.stems if field == "heard" else asked.words.pieces
        hits = index.ask(field, terms=index.rarest(field, terms=terms, most=most), limit=FROM_EACH)
        bodies |= dict.fromkeys(hit.body for hit in hits)
    if not bodies:
        return []
    weights, card = HeardWeights(index), card_of_asked(asked)
    told = [heard_of_body(body) for body in bodies]
    found = [(likeness(card, text, asked=asked, weights=weights), heard, text) for heard, text in told]
    found.sort(key=lambda one: -one[0]["near_coverage"] - one[0]["piece_share"])
    plain = " ".join(asked.words.plain)
    for row, _, text in found[:COMPARED]:
        row["alike"] = alikeness(plain, " ".join(text.words.plain))
    return [(heard, row) for row, heard, _ in found[:COMPARED]]


def likeness(card: Card, heard: Asked, *, asked: Asked, weights: HeardWeights) -> Row:
    """Measure how far the asked text (as a card) is contained in a heard one."""
    row = title_row(heard, card, weights=weights) | order_row(heard, card, weights=weights)
    mine, theirs = asked.slots, heard.slots
    conflicts = len(mine.institutions - theirs.institutions) + len(mine.places - theirs.places)
    row["conflicts"] = float(min(conflicts, 3))
    row["evidence"] = math.log1p(row["hit_sum"])
    return row


def card_of_asked(asked: Asked) -> Card:
    """Return a text as a card, so that it may be looked for in another text."""
    return Card(
        known=Known(key="", title=asked.text),
        stems=tuple(dict.fromkeys(asked.words.stems)),
        sequence=asked.words.stems,
        pieces=asked.pieces,
        review=frozenset(),
        slots=asked.slots,
    )


@lru_cache(maxsize=2_000)
def heard_of_body(body: bytes) -> tuple[Heard, Asked]:
    """Read a stored message back, and take it apart."""
    heard = heard_of(body)
    return heard, Asked(heard.text)


def read_model(path: Path) -> dict[str, float]:
    """Read the numbers that ``bench/train_matcher.py`` wrote."""
    return {name: float(value) for name, value in json.loads(path.read_text(encoding="utf-8")).items()}
