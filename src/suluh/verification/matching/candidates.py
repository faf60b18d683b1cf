"""The fact-checks worth comparing with a text: what the retrievers propose, put together and cut to a short list."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from suluh.verification.matching.card import Asked, Card, card_of
from suluh.verification.matching.index import Hit, Index
from suluh.verification.matching.pairs import Row, Weights, title_row
from suluh.verification.matching.retrieving import retrievers

FROM_EACH = {"titles": 50, "pieces": 50, "reviews": 25}
# How much each measure counts for the short list; chosen on the open data so that few right ones fall off.
SHORTLIST = {
    "titles_ratio": 1.0,
    "pieces_ratio": 1.0,
    "reviews_ratio": 0.5,
    "claim_coverage": 1.0,
    "cosine": 1.0,
    "hit_1": 0.5,
}


@dataclass(kw_only=True)
class Candidate:
    """One fact-check that a list proposed, with the measures taken so far."""

    body: bytes
    card: Card
    row: Row = field(default_factory=dict)

    def promise(self) -> float:
        """Return how much speaks for it at first sight."""
        return sum(share * zero_for_nan(self.row[name]) for name, share in SHORTLIST.items())


def zero_for_nan(value: float) -> float:
    """Return 0 for what was not measured."""
    return 0.0 if math.isnan(value) else value


def propose(index: Index, asked: Asked) -> list[Candidate]:
    """Return all that the retrievers propose, each with its score as a share of the list's best and its rank."""
    found: dict[bytes, Candidate] = {}
    empty: Row = {}
    for retriever in retrievers():
        name = retriever.NAME
        hits = retriever.find(index, words=asked.words, limit=FROM_EACH[name])
        empty |= {f"{name}_ratio": math.nan, f"{name}_rank": math.nan} | list_row(name, hits=hits)
        for rank, hit in enumerate(hits):
            if hit.body not in found:
                found[hit.body] = Candidate(body=hit.body, card=card_of(hit.body))
            found[hit.body].row |= {f"{name}_ratio": hit.score / hits[0].score, f"{name}_rank": float(rank)}
    for candidate in found.values():
        candidate.row = empty | candidate.row
    return list(found.values())


def list_row(name: str, *, hits: list[Hit]) -> Row:
    """Say how one list falls off: its second and tenth scores as shares of the first."""
    shares = [hit.score / hits[0].score for hit in hits]
    return {
        f"{name}_second": shares[1] if len(shares) > 1 else 0.0,
        f"{name}_tenth": shares[9] if len(shares) > 9 else 0.0,
    }


def shortlist(asked: Asked, candidates: list[Candidate], *, weights: Weights, most: int) -> list[Candidate]:
    """Return the most promising candidates, the best first, their titles compared with the text."""
    for candidate in candidates:
        candidate.row |= title_row(asked, candidate.card, weights=weights)
    return sorted(candidates, key=Candidate.promise, reverse=True)[:most]
