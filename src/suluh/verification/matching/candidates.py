"""The fact-checks worth comparing with a text: what the retrievers propose, put together."""

from __future__ import annotations

from suluh.verification.matching.card import Asked, card_of
from suluh.verification.matching.features import Candidate
from suluh.verification.matching.index import Index
from suluh.verification.matching.retrieving import retrievers

FROM_EACH = {"titles": 50, "pieces": 50, "reviews": 25}


def propose(index: Index, asked: Asked) -> list[Candidate]:
    """Return the candidates for one text, in no order that means anything."""
    found: dict[bytes, Candidate] = {}
    for retriever in retrievers():
        hits = retriever.find(index, words=asked.words, limit=FROM_EACH[retriever.NAME])
        for rank, hit in enumerate(hits):
            candidate = found.get(hit.body)
            if candidate is None:
                candidate = found[hit.body] = Candidate(card=card_of(hit.body))
            candidate.scores[retriever.NAME] = hit.score
            candidate.ranks[retriever.NAME] = rank
    return list(found.values())
