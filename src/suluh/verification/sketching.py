"""Forwards of one text, known by the runs of words they share. Plain Python.

A sketch is the smallest hashes of a text's runs of three words (bottom-k sketches, Broder 1997, "On the resemblance and
containment of documents"): two texts are as near as the share of hashes they have in common among the smallest of both.
Greetings and calls to share are left off by ``normalise`` before.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b

from suluh.verification.matching.normalising import normalise

RUN = 3  # words
SIZE = 64  # hashes kept
# Texts at least this near are one claim. Figures: docs/explanation/verification.md.
ONE_CLAIM = 0.4
_PLACES = 63  # PostgreSQL's bigint has a sign


def sketch(text: str) -> tuple[int, ...]:
    """Return the sketch of a text, smallest hash first; empty where it has no words."""
    words = normalise(text).split()
    runs = {" ".join(words[at : at + RUN]) for at in range(max(1, len(words) - RUN + 1))} if words else set()
    return tuple(sorted(_hash(run) for run in runs)[:SIZE])


def nearness(one: Sequence[int], *, other: Sequence[int]) -> float:
    """Return how much two texts share, 0 to 1, estimated from their sketches."""
    if not one or not other:
        return 0.0
    smallest = sorted({*one, *other})[:SIZE]
    both = set(one) & set(other)
    return sum(value in both for value in smallest) / len(smallest)


def _hash(run: str) -> int:
    return int.from_bytes(blake2b(run.encode(), digest_size=8).digest(), "big") >> (64 - _PLACES)
