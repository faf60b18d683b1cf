"""What tells twins apart: the numbers, days, places and institutions that a text names.

Two hoaxes made from one template share nearly all words and differ in one of these. Everything is read from normalised
words, so that a disguised text and a plain one give the same slots.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from suluh.verification.matching.normalising import normalise
from suluh.verification.matching.values import DifferenceKind

LISTS = Path(__file__).parent / "lists"
SCALES = {"ribu": 1_000, "juta": 1_000_000, "miliar": 1_000_000_000, "triliun": 1_000_000_000_000}
MONTHS = (
    ("januari", "jan"),
    ("februari", "feb"),
    ("maret", "mar"),
    ("april", "apr"),
    ("mei",),
    ("juni", "jun"),
    ("juli", "jul"),
    ("agustus", "agu", "agt", "ags"),
    ("september", "sep", "sept"),
    ("oktober", "okt"),
    ("november", "nov"),
    ("desember", "des"),
)
MONTH_NUMBERS = {name: at for at, names in enumerate(MONTHS, start=1) for name in names}
EARLIEST_YEAR, LATEST_YEAR = 1900, 2100
LONGEST_NAME = 4  # words in a name of the lists
TELEPHONE = 8  # digits from which a number is a telephone or account number


@dataclass(frozen=True, kw_only=True, slots=True)
class Slots:
    """The telling values of one text, by kind; names are handled where letter case is known."""

    numbers: frozenset[str]
    dates: frozenset[str]  # "12-6" day and month, "6" is never given alone
    months: frozenset[int]
    years: frozenset[int]
    places: frozenset[str]
    institutions: frozenset[str]

    def of(self, kind: DifferenceKind) -> frozenset[str]:
        """Return the values of one kind as words."""
        if kind == "number":
            return self.numbers
        if kind == "date":
            return self.dates | {str(year) for year in self.years}
        return self.places if kind == "place" else self.institutions


def read_slots(plain: Sequence[str]) -> Slots:
    """Read the slots of normalised words."""
    numbers, dates, months, years = set(), set(), set(), set()
    for at, word in enumerate(plain):
        after = plain[at + 1] if at + 1 < len(plain) else ""
        if word in MONTH_NUMBERS and len(word) > 3:
            months.add(MONTH_NUMBERS[word])
        if not word.isdigit() or not word.isascii():
            continue
        value = int(word[:18])
        if after in MONTH_NUMBERS and 1 <= value <= 31:
            dates.add(f"{value}-{MONTH_NUMBERS[after]}")
            months.add(MONTH_NUMBERS[after])
        elif EARLIEST_YEAR <= value <= LATEST_YEAR and len(word) == 4 and after not in SCALES:
            years.add(value)
        else:
            numbers.add(str(value * SCALES.get(after, 1)))
    return Slots(
        numbers=frozenset(numbers),
        dates=frozenset(dates),
        months=frozenset(months),
        years=frozenset(years),
        places=frozenset(named(plain, kind="places")),
        institutions=frozenset(named(plain, kind="institutions")),
    )


@cache
def names_of(kind: str) -> dict[tuple[str, ...], str]:
    """Return a list's names, as normalised words, with the name each stands for."""
    names = {}
    for line in (LISTS / f"{kind}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or not line:
            continue
        name, _, others = line.partition(" = ")
        names[words_of_name(name)] = name
        for other in others.split() if kind == "places" else [others] if others else []:
            names[words_of_name(other)] = name
    return names


def words_of_name(name: str) -> tuple[str, ...]:
    """Return a name as a text's words would show it."""
    return tuple(normalise(name).split())


def named(plain: Sequence[str], *, kind: str) -> Iterator[str]:
    """Give the listed names that stand in the words, the longest at each place."""
    at = 0
    firsts = first_words(kind)
    while at < len(plain):
        length, name = longest_at(at, plain=plain, kind=kind) if plain[at] in firsts else (1, "")
        if name:
            yield name
        at += length


def longest_at(at: int, *, plain: Sequence[str], kind: str) -> tuple[int, str]:
    """Return the longest listed name that begins at a word and how many words it takes; (1, "") where none does."""
    names = names_of(kind)
    for length in range(min(LONGEST_NAME, len(plain) - at), 0, -1):
        if name := names.get(tuple(plain[at : at + length])):
            return length, name
    return 1, ""


@cache
def first_words(kind: str) -> frozenset[str]:
    """Return the words that a name of a list may begin with."""
    return frozenset(name[0] for name in names_of(kind))
