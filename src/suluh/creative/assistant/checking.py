"""What a machine's text says that the story does not: numbers, dates, names, addresses, and words nobody knows.

A number is compared by its value, however it is written ("240", "dua ratus empat puluh", "1,8 miliar"), a date by day,
month and year. A name is a word with a capital; where a sentence begins, one that the dictionary has as a name only.
Whether a known number now stands beside the wrong thing is for the person to see: the check cannot.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from suluh.content.blocks import StoryText
from suluh.creative.assistant.places import words_at
from suluh.creative.assistant.values import months_in, values_in
from suluh.creative.coach.lexicon import lexicon_of

Kind = Literal["number", "month", "name", "address", "word"]
_ADDRESS = re.compile(
    r"https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.[\w.]+|(?<!\w)[@#]\w+|\b[\w-]+(?:\.[\w-]+)*\.(?:id|com|org|net|info|co)\b\S*"
)
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_SENTENCE_START = re.compile(r"(?:\A|[.!?:]\s+|[\"“‘(]\s*)\Z")
# From this share of words with a capital on, a text is set like a title and its capitals say nothing.
_TITLE_CASE = 0.6
_LONG_WORD = 3


@dataclass(frozen=True)
class Unknown:
    """Characters ``start`` to ``end`` of a text that the story does not bear out."""

    kind: Kind
    text: str
    start: int
    end: int


def story_words(story: StoryText) -> str:
    """Return all words of a story, its facts beside the text included."""
    fields = [words_at(story, block=one.id, field=name) for one in story.blocks for name in one.text_fields()]
    day = f"{story.dated_on:%d/%m/%Y}" if story.dated_on else ""
    return "\n".join([story.headline, story.lead, story.place, story.topic, story.byline, day, *fields])


def unknown_in(text: str, *, story: StoryText) -> tuple[Unknown, ...]:
    """Return what stands in ``text`` and not in ``story``, in reading order."""
    known = story_words(story)
    found = [*_addresses(text, known=known), *_numbers(text, known=known), *_words(text, known=known, story=story)]
    apart: list[Unknown] = []
    for one in sorted(found, key=lambda unknown: (unknown.start, -unknown.end)):
        if not apart or one.start >= apart[-1].end:
            apart.append(one)
    return tuple(apart)


def _addresses(text: str, *, known: str) -> Iterator[Unknown]:
    for match in _ADDRESS.finditer(text):
        address = match.group().rstrip(".,;:!?)")
        if address.lower() not in known.lower():
            yield Unknown("address", address, match.start(), match.start() + len(address))


def _numbers(text: str, *, known: str) -> Iterator[Unknown]:
    values, months = {one.value for one in values_in(known)}, {one.value for one in months_in(known)}
    for one in values_in(text):
        if one.value not in values:
            yield Unknown("number", one.text, one.start, one.end)
    for one in months_in(text):
        if one.value not in months:
            yield Unknown("month", one.text, one.start, one.end)


def _words(text: str, *, known: str, story: StoryText) -> Iterator[Unknown]:
    told = {word.lower() for word in _WORD.findall(known)}
    told |= {part for word in told for part in re.split(r"[-'’]", word)}
    tokens = list(_WORD.finditer(text))
    is_title = sum(match.group()[0].isupper() for match in tokens) > _TITLE_CASE * len(tokens)
    dictionary, months = _Dictionary(story.language), {one.start for one in months_in(text)}
    for match in tokens:
        word = match.group()
        if match.start() in months or word.lower() in told or word.lower().removesuffix("nya") in told:
            continue
        opens = is_title or _SENTENCE_START.search(text[: match.start()]) is not None
        if word[0].isupper() and not (opens and dictionary.is_word(word.lower())):
            yield Unknown("name", word, match.start(), match.end())
        elif word[0].islower() and not dictionary.knows(word):
            yield Unknown("word", word, match.start(), match.end())


class _Dictionary:
    """What may be said without standing in the story: the words of the language that are no names."""

    def __init__(self, language: str) -> None:
        self._lexicon = lexicon_of("id")
        self._is_english = language == "en"

    def knows(self, word: str) -> bool:
        """Say whether a word is one of the language; short ones are let pass."""
        if len(word) <= _LONG_WORD or (self._is_english and word in self._lexicon.foreign):
            return True
        return all(self._lexicon.knows(part) or part in self._lexicon.foreign for part in word.split("-"))

    def is_word(self, word: str) -> bool:
        """Say whether a word is one of the language and nobody's name."""
        if self._is_english:
            return word in self._lexicon.foreign and word not in self._lexicon.names
        return self.knows(word) and (word not in self._lexicon.names or word in self._lexicon.entries)
