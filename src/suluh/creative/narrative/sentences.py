"""The sentences of a story that something can be drawn from, with what the rules want to know of each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from suluh.content.blocks import Quote, StoryText
from suluh.creative.coach.passage import Passage, passages_of
from suluh.creative.narrative.languages import Words
from suluh.creative.narrative.values import Place

# A story is a page or two; of a book only the beginning is read.
MOST = 48
_MARKS = '"“”„«»'
_READ = {
    ("lead", "lead"),
    ("paragraph", "text"),
    ("quote", "text"),
    ("step", "title"),
    ("step", "text"),
    ("myth_fact", "fact"),
    ("call_to_action", "text"),
}
_WORD = re.compile(r"[^\W_]+(?:[-./'’][^\W_]+)*")


@dataclass(frozen=True, kw_only=True)
class Sentence:
    """One sentence. ``kind`` is its block's, ``order`` its number in the story, ``speaker`` a quote's."""

    text: str
    place: Place
    kind: str
    order: int
    speaker: str = ""

    @property
    def is_quoting(self) -> bool:
        """Whether part of it is somebody's words, given literally."""
        return any(mark in self.text for mark in _MARKS)


def sentences_of(story: StoryText) -> list[Sentence]:
    """Return the sentences of a story in reading order; a myth is never one of them, nor the headline."""
    speakers = {quote.id: quote.speaker for quote in story.of_kind(Quote)}
    found: list[Sentence] = []
    for passage in passages_of(story):
        if (passage.kind, passage.field) in _READ:
            found += _of_passage(passage, order=len(found), speaker=speakers.get(passage.block, ""))
        if len(found) >= MOST:
            break
    return found[:MOST]


def _of_passage(passage: Passage, *, order: int, speaker: str) -> Iterator[Sentence]:
    for number, one in enumerate(passage.sentences):
        text = passage.text[one.start : one.end].strip()
        place = Place(block=passage.block, field=passage.field, start=one.start, end=one.start + len(text))
        yield Sentence(text=text, place=place, kind=passage.kind, order=order + number, speaker=speaker)


def word_list(text: str) -> list[str]:
    """Return the words and numbers of a text as they stand."""
    return _WORD.findall(text)


def is_verb(word: str, *, words: Words) -> bool:
    """Say whether a word has a verb's form and is none of those that only look like one."""
    plain = word.lower()
    return plain not in words.not_a_verb and words.verb.fullmatch(plain) is not None


def has_verb(text: str, *, words: Words) -> bool:
    """Say whether something happens in a text: the verb of a relative clause ("yang berhubungan") does not count."""
    inside = False
    for word in word_list(text):
        if word.lower() in words.relative:
            inside = True
        elif is_verb(word, words=words):
            if not inside:
                return True
            inside = False
    return False


def content_words(text: str, *, words: Words) -> set[str]:
    """Return what a text is about: its words, in small letters, without those that only join."""
    return {word for word in map(str.lower, word_list(text)) if len(word) > 2 and word not in words.function_words}


def has_name(text: str) -> bool:
    """Say whether a capital inside a sentence names somebody or something."""
    return any(word[0].isupper() for word in word_list(text)[1:])


def has_number(text: str) -> bool:
    """Say whether a text holds a number."""
    return any(letter.isdigit() for letter in text)
