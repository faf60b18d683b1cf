"""What goes into the matcher and what comes out of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

DifferenceKind = Literal["number", "place", "date", "name", "institution"]


@dataclass(frozen=True, kw_only=True)
class Known:
    """One fact-check as the matcher knows it."""

    key: str  # "fact:123"
    title: str
    review: str = ""  # reason or conclusion in words
    rating: str = ""  # verdict slug or the source's own word
    day: date | None = None
    pictures: tuple[str, ...] = ()  # words read in its pictures


@dataclass(frozen=True, kw_only=True)
class Heard:
    """Claim memory: one message that a person has matched with a fact-check."""

    key: str  # "message:77"
    text: str
    known: str  # Known.key


@dataclass(frozen=True, kw_only=True)
class Difference:
    """One thing that the asked text and the fact-check say otherwise, each in its own words."""

    kind: DifferenceKind
    asked: str
    known: str


@dataclass(frozen=True, kw_only=True)
class Match:
    """One fact-check that may be about the asked text."""

    key: str  # Known.key, also where a Heard message led to it
    probability: float  # calibrated, 0 to 1
    by: Literal["memory", "reading"]
    shared: tuple[str, ...]  # words, numbers and names that both have, the rarest first
    differences: tuple[Difference, ...]


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What the matcher says to one text."""

    matches: tuple[Match, ...]  # best first, at most as many as asked for
    known: Match | None  # the first where its probability reaches KNOWN, else None: "not known"
