"""Tokens of a sentence, and which runs of them are written like a person's name or a person's office."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import NamedTuple

from suluh.content.structure.model import Passage
from suluh.content.structure.text import is_degree
from suluh.content.structure.words import Words

_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*(?:-[^\W\d_]+)*|\d+(?:[.,/:-]\d+)*|\S")
_DEGREE = re.compile(r",?\s*((?:[A-Z]\.\s)?[^\s,;:()\"“”]{2,9})")
_LONGEST_NAME = 6
_LONGEST_TITLE = 16
_MOST_DEGREES = 6  # before a name


class Token(NamedTuple):
    """A word, a number or a mark; offsets count from the start of the whole text."""

    text: str
    start: int
    end: int

    @property
    def lower(self) -> str:
        return self.text.lower()


@dataclass(frozen=True)
class Run:
    """Tokens ``first`` up to ``last`` (not included), standing at ``start``..``end`` of the text."""

    first: int
    last: int
    start: int
    end: int


@cache
def places_by_first_word(places: frozenset[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the gazetteer by first word, the longest names first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for name in places:
        parts = tuple(name.split())
        found.setdefault(parts[0], []).append(parts)
    return {word: tuple(sorted(names, key=len, reverse=True)) for word, names in found.items()}


@dataclass(frozen=True)
class Line:
    """A sentence as tokens, with the questions the finders ask of it."""

    sentence: Passage
    words: Words

    @cached_property
    def tokens(self) -> Sequence[Token]:
        base = self.sentence.start
        return [Token(m.group(), base + m.start(), base + m.end()) for m in _TOKEN.finditer(self.sentence.text)]

    def __len__(self) -> int:
        return len(self.tokens)

    def lower(self, at: int) -> str:
        """Return the token at a place in lower case, or nothing past the end."""
        return self.tokens[at].lower if 0 <= at < len(self.tokens) else ""

    def is_capital(self, at: int) -> bool:
        return 0 <= at < len(self.tokens) and self.tokens[at].text[0].isupper()

    def is_acronym(self, at: int) -> bool:
        text = self.tokens[at].text
        return len(text) > 1 and text.isupper()

    def text(self, run: Run) -> str:
        base = self.sentence.start
        return self.sentence.text[run.start - base : run.end - base]

    def run(self, first: int, last: int) -> Run:
        return Run(first, last, self.tokens[first].start, self.tokens[last - 1].end)

    def place_at(self, at: int) -> int:
        """Return how many tokens from ``at`` on are a place of the gazetteer: 0 where none is."""
        for name in places_by_first_word(self.words.places).get(self.tokens[at].text, ()):
            if all(at + i < len(self) and self.tokens[at + i].text == part for i, part in enumerate(name)):
                return len(name)
        return 0

    def before_name_at(self, at: int) -> int:
        """Return where a name would start after degrees and courtesies from ``at`` on: "Ir.", "H.", "Bapak"."""
        here = at
        while here < len(self) - 1 and here - at < 2 * _MOST_DEGREES:
            word = self.lower(here)
            has_dot = self.lower(here + 1) == "."
            follows = here + 2 if has_dot else here + 1
            known = word in self.words.before_name and (has_dot or self.is_capital(here))
            if not (known or (word in self.words.courtesy)) or not (
                self.is_capital(follows) or self._is_degree(follows)
            ):
                break
            here = follows
        return here

    def _is_degree(self, at: int) -> bool:
        return self.lower(at) in self.words.before_name and self.lower(at + 1) == "."

    def name_at(self, at: int) -> Run | None:
        """Return the run that is written like a person's name at ``at``, degrees included and courtesies left out."""
        begin = self.before_name_at(at)
        first = next((i for i in range(at, begin + 1) if self.lower(i) not in self.words.courtesy | {"."}), begin)
        here = begin
        count = 0
        while count < _LONGEST_NAME and here < len(self):
            step = self._name_word(here, is_first=count == 0)
            if not step:
                break
            here += step
            count += 1
        if not count or (count == 1 and here - begin == 2):  # an initial alone is no name
            return None
        run = self.run(first, here)
        return Run(first, here, run.start, self._with_degrees(run.end))

    def _name_word(self, at: int, *, is_first: bool) -> int:
        """Return how many tokens a word of a name takes at ``at``: 1, 2 for an initial with its dot, or 0."""
        word, lower, words = self.tokens[at].text, self.lower(at), self.words
        if lower in words.particles and not is_first and self.is_capital(at + 1):
            return 1
        if not word[0].isupper() or lower in words.never_names:
            return 0
        if len(word) == 1:
            has_dot = self.lower(at + 1) == "." and at + 1 < len(self) - 1
            return 2 if has_dot else int(not is_first)
        heads = words.titles | words.organisation_heads | words.place_heads | words.weekdays
        is_other = word.isupper() or lower in heads or lower in words.months
        begins_office = is_first and (lower in words.organisation_words or bool(self.place_at(at)))
        return int(not is_other and not begins_office)

    def _with_degrees(self, end: int) -> int:
        base, text = self.sentence.start, self.sentence.text
        here = end - base
        while found := _DEGREE.match(text, here):
            if not is_degree(found.group(1), words=self.words):
                break
            here = found.end()
        return base + here

    def index(self, offset: int) -> int:
        """Return the first token that begins at or after an offset of the text."""
        return bisect_left(self.tokens, offset, key=lambda token: token.start)

    def title_at(self, at: int, *, loose: bool = False) -> Run | None:
        """Return the run of a person's office that starts at ``at``.

        ``loose`` lets lower-case words stand in it, for a place where a comma or a verb must end it.
        """
        if self.lower(at) not in self.words.titles:
            return None
        here = at + 1
        while here < len(self) and here - at < _LONGEST_TITLE and self._in_title(here, loose=loose):
            here += 1
        while here > at + 1 and (self.lower(here - 1) in self.words.title_links or self.lower(here - 1) == "."):
            here -= 1
        return self.run(at, here)

    def _in_title(self, at: int, *, loose: bool) -> bool:
        word, lower, words = self.tokens[at].text, self.lower(at), self.words
        if lower in words.weekdays or lower in words.saying or lower in words.stance:
            return False
        if word == ".":
            return self.lower(at - 1) in words.abbreviations and at + 1 < len(self)
        if lower in words.title_links:
            return True
        if word[0].isupper() or (lower in words.organisation_words - words.stop) or lower in words.titles:
            return True
        if word.isdigit():
            return len(word) <= 3
        is_plain = word[0].isalpha() and lower not in words.stop and lower not in words.in_the_office_of
        return loose and is_plain and not lower.startswith("me")
