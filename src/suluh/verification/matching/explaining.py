"""Why a match is a match: what both say, and what they say otherwise."""

from __future__ import annotations

import re

from suluh.verification.matching.card import Asked, Card
from suluh.verification.matching.normalising import unmask
from suluh.verification.matching.pairs import ABOUT, Weights
from suluh.verification.matching.slang import SPELLINGS, STOPWORDS
from suluh.verification.matching.slots import SCALES
from suluh.verification.matching.stemming import stem
from suluh.verification.matching.values import Difference, DifferenceKind
from suluh.verification.matching.words import read_words

MOST_SHARED = 12
MOST_DIFFERENCES = 6
KINDS: tuple[DifferenceKind, ...] = ("number", "date", "place", "institution")
NAME = re.compile(r"(?<![.!?\n]\s)(?<!^)\b[A-Z][a-z]{2,}\b")


def shared_words(asked: Asked, card: Card, *, weights: Weights) -> tuple[str, ...]:
    """Return the words, numbers and names that both have, as the title writes them, the most telling first."""
    found: dict[str, float] = {}
    for word in read_words(card.known.title).plain:
        root = stem(word)
        if word not in STOPWORDS and (root in asked.stems or asked.nearest(root)[0] > 0):
            found[word] = weights.of(root) * (0.5 if root in ABOUT else 1.0)
    return tuple(sorted(found, key=lambda word: -found[word])[:MOST_SHARED])


def differences(asked: Asked, card: Card) -> tuple[Difference, ...]:
    """Return what the two name otherwise: only where both name something of that kind."""
    found = []
    for kind in KINDS:
        mine, theirs = asked.slots.of(kind), card.slots.of(kind)
        only_mine, only_theirs = sorted(mine - theirs), sorted(theirs - mine)
        if only_mine and only_theirs:
            said = (spoken(only_mine, kind=kind), spoken(only_theirs, kind=kind))
            found.append(Difference(kind=kind, asked=said[0], known=said[1]))
    mine, theirs = names_of(asked.text), names_of(card.known.title)
    only_mine, only_theirs = (
        sorted(mine - theirs),
        sorted(name for name in theirs - mine if stem(name) not in asked.stems),
    )
    if only_mine and only_theirs and not mine & theirs:
        found.append(
            Difference(kind="name", asked=", ".join(only_mine[:3]).title(), known=", ".join(only_theirs[:3]).title())
        )
    return tuple(found[:MOST_DIFFERENCES])


def spoken(values: list[str], *, kind: DifferenceKind) -> str:
    """Write values as people say them: 50000000 as "50 juta", "12-6" as "12/6", names with capitals."""
    if kind == "number":
        return ", ".join(spoken_number(int(value)) for value in values[:3])
    if kind == "date":
        return ", ".join(value.replace("-", "/") for value in values[:3])
    return ", ".join(
        value.upper() if len(value) <= 4 and kind == "institution" else value.title() for value in values[:3]
    )


def spoken_number(value: int) -> str:
    """Write a number with its scale word where it is round."""
    for word, scale in sorted(SCALES.items(), key=lambda pair: -pair[1]):
        if value >= scale and value % scale == 0:
            return f"{value // scale} {word}"
    return str(value)


def names_of(text: str) -> frozenset[str]:
    """Return the words written as names; none where the text is all in capitals or all small."""
    plain = unmask(text[:2000])
    letters = [sign for sign in plain if sign.isalpha()]
    if not letters or sum(sign.isupper() for sign in letters) > len(letters) / 3:
        return frozenset()
    words = (found.lower() for found in NAME.findall(plain))
    return frozenset(
        word for word in words if word not in STOPWORDS and word not in SPELLINGS and stem(word) not in ABOUT
    )
