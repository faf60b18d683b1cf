"""What the rules of one run share: the story's passages, the language's words, the office's own words."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property

from suluh.content.blocks import StoryText
from suluh.creative.coach.finding import Finding, Severity
from suluh.creative.coach.forms import Forms, forms_of
from suluh.creative.coach.lexicon import Lexicon, lexicon_of
from suluh.creative.coach.passage import Passage, Token, passages_of
from suluh.foundation.errors import Translatable


@dataclass(frozen=True, kw_only=True)
class Reading:
    """One run of the coach over one story."""

    story: StoryText
    vocabulary: frozenset[str]

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        return tuple(passages_of(self.story))

    @property
    def prose(self) -> Iterator[Passage]:
        """The passages that are written in whole sentences."""
        return (p for p in self.passages if p.is_prose)

    @cached_property
    def lexicon(self) -> Lexicon:
        """The words of the story's language; read from disk once in a process."""
        return lexicon_of(self.story.language)

    @cached_property
    def forms(self) -> Forms:
        """The lists of forms of the story's language."""
        return forms_of(self.story.language)

    @cached_property
    def names(self) -> frozenset[str]:
        """Words (lower case) that the story itself writes with a capital inside a sentence."""
        return frozenset(
            token.lower
            for passage in self.passages
            for token in passage.tokens
            if token.is_word and token.is_capitalised and token.start not in passage.sentence_starts
        )

    def is_name(self, token: Token, *, passage: Passage) -> bool:
        """Say whether a capital inside a sentence makes the word a name."""
        return token.is_capitalised and token.start not in passage.sentence_starts


def is_in_name(passage: Passage, *, start: int, end: int) -> bool:
    """Say whether words with a capital inside a sentence make a name: "Dinas Sosialisasi", "Workshop Konten"."""
    inside = [t for t in passage.tokens if start <= t.start < end]
    return any(t.is_capitalised and t.start not in passage.sentence_starts for t in inside)


def whole_words(vocabulary: Collection[str]) -> frozenset[str]:
    """Return the office's words, in lower case, each part of a name by itself."""
    return frozenset(part.lower() for entry in vocabulary for part in entry.split())


def remark(
    passage: Passage,
    *,
    rule: str,
    place: tuple[int, int],
    severity: Severity,
    message: Translatable,
    suggestions: tuple[str, ...] = (),
) -> Finding:
    """Return a finding on the characters ``place`` (start, end) of ``passage``."""
    start, end = place
    return Finding(
        rule=rule,
        block=passage.block,
        field=passage.field,
        start=start,
        end=end,
        text=passage.text[start:end],
        severity=severity,
        message=message,
        suggestions=suggestions,
    )


def as_written(suggestion: str, *, like: str) -> str:
    """Return ``suggestion`` with the capitals that the words ``like`` were written with."""
    if len(like) > 1 and like.isupper():
        return suggestion.upper()
    if like[:1].isupper():
        return suggestion[:1].upper() + suggestion[1:]
    return suggestion
