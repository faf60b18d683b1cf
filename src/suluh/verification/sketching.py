"""Forwards of one text, known by the runs of letters they share. Plain Python.

A sketch is a quarter of the hashes of a text's runs of eight letters (those divisible by four: "FracMinHash", Irber et
al. 2022, doi 10.1101/2022.01.11.475838), all of them for a short text, and before them one hash of the whole. Two
forwards are one claim where they share a third of their runs, or where nearly all of the shorter one stands in the
longer: a cropped screenshot. Greetings and calls to share are left off by ``normalise`` before.
Figures: docs/explanation/verification.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import blake2b

from suluh.verification.matching.normalising import normalise

RUN = 8  # letters
ONE_IN = 4  # hashes kept of a long text
SHORT = 160  # runs: a text with no more keeps all of its hashes
MOST = 1_200
LONGEST = 4_000  # letters read
# Two texts are one claim from here on.
SHARED_RUNS, HELD_RUNS = 0.35, 0.8
# With fewer runs in common, two short texts may share them by chance.
FEWEST = 6
_PLACES = 63  # PostgreSQL's bigint has a sign


def sketch(text: str) -> tuple[int, ...]:
    """Return the sketch of a text; empty where it has no words."""
    plain = " ".join(normalise(text).split())[:LONGEST]
    if not plain:
        return ()
    runs = {plain[at : at + RUN] for at in range(len(plain) - RUN + 1)}
    values = sorted(map(_hash, runs))
    kept = values if len(values) <= SHORT else _every_fourth(values)
    return (_hash(plain), *kept[:MOST])


def nearness(one: Sequence[int], *, other: Sequence[int]) -> float:
    """Return how near two texts are, 0 to 1: the share of runs in common, or of the shorter one's in the longer."""
    if not one or not other:
        return 0.0
    if one[0] == other[0]:
        return 1.0
    shared, held = _shares(one, other=other)
    return max(shared, held)


def is_one_claim(one: Sequence[int], *, other: Sequence[int]) -> bool:
    """Tell whether two texts are forwards of one."""
    if not one or not other:
        return False
    shared, held = _shares(one, other=other)
    return one[0] == other[0] or shared >= SHARED_RUNS or held >= HELD_RUNS


def _shares(one: Sequence[int], *, other: Sequence[int]) -> tuple[float, float]:
    """Return the share of all runs that both have, and of the shorter text's runs; noughts where these are few."""
    first, second = set(one[1:]), set(other[1:])
    if not (_is_whole(first) and _is_whole(second)):
        first, second = set(_every_fourth(first)), set(_every_fourth(second))
    both = len(first & second)
    if both < FEWEST:
        return 0.0, 0.0
    return both / len(first | second), both / min(len(first), len(second))


def _is_whole(values: set[int]) -> bool:
    """Tell whether these are all the hashes of a short text."""
    return any(value % ONE_IN for value in values)


def _every_fourth(values: Iterable[int]) -> list[int]:
    return [value for value in values if value % ONE_IN == 0]


def _hash(run: str) -> int:
    return int.from_bytes(blake2b(run.encode(), digest_size=8).digest(), "big") >> (64 - _PLACES)
