"""What the structurer finds in a press release, as values. All offsets count characters of ``Structure.text``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, kw_only=True)
class Span:
    """A place in ``Structure.text``: from ``start`` up to, not including, ``end``."""

    start: int
    end: int

    def holds(self, other: Span) -> bool:
        """Say whether ``other`` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, kw_only=True)
class Passage(Span):
    """A paragraph or a sentence and its words."""

    text: str


@dataclass(frozen=True, kw_only=True)
class Person(Span):
    """A person as first named with the fullest title. ``name`` keeps degrees: "Ir. S. A. Supriono"."""

    name: str
    title: str = ""


@dataclass(frozen=True, kw_only=True)
class Said(Span):
    """A quote. ``start``..``end`` holds the quotation marks; ``parts`` its pieces where the speaker stands between.

    ``attribution`` is where the text says who spoke ("ujarnya"), or None where nothing does.
    """

    text: str
    speaker: str = ""
    title: str = ""
    parts: tuple[Span, ...] = ()
    attribution: Span | None = None


@dataclass(frozen=True, kw_only=True)
class Named(Span):
    """An organisation or a place, once, where it is first named."""

    name: str


@dataclass(frozen=True, kw_only=True)
class Dated(Span):
    """A day: ``on`` in the calendar, ``text`` as it is written."""

    on: date
    text: str


@dataclass(frozen=True, kw_only=True)
class Figure(Span):
    """A number worth showing: ``value`` as written ("13", "72 persen", "Rp2,5 miliar"), ``label`` what it counts."""

    value: str
    label: str
    sentence: Passage


@dataclass(frozen=True, kw_only=True)
class Point:
    """A proposed point: a title of at most 40 characters, one sentence, and the sentence it came from."""

    title: str
    text: str
    sentence: Passage


@dataclass(frozen=True, kw_only=True)
class Call:
    """A proposed call to action and the sentence it came from."""

    text: str
    url: str = ""
    sentence: Passage


@dataclass(frozen=True, kw_only=True)
class Structure:
    """A press release taken apart. ``text`` is the release with its spaces and line ends tidied.

    ``headline_source`` and ``lead_sources`` are where they came from; ``headline_is_proposed`` says that the release
    has no headline of its own. ``paragraphs`` are the body's: without headline, labels and byline.
    """

    text: str
    language: str
    headline: str = ""
    headline_is_proposed: bool = False
    headline_source: Span | None = None
    lead: str = ""
    lead_sources: tuple[Span, ...] = ()
    paragraphs: tuple[Passage, ...] = ()
    quotes: tuple[Said, ...] = ()
    people: tuple[Person, ...] = ()
    organisations: tuple[Named, ...] = ()
    places: tuple[Named, ...] = ()
    dates: tuple[Dated, ...] = ()
    numbers: tuple[Figure, ...] = ()
    points: tuple[Point, ...] = ()
    call_to_action: Call | None = None
    place: str = ""
    dated_on: date | None = None
    byline: str = ""
