"""One reading of a text: its paragraphs, what stands between marks, its sentences and who is named in them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from suluh.content.structure.model import Passage, Span
from suluh.content.structure.names import Line
from suluh.content.structure.people import Cast, people_in
from suluh.content.structure.quotemarks import Marked, marked_in
from suluh.content.structure.text import paragraphs_of, sentences_of
from suluh.content.structure.words import Words


@dataclass(frozen=True)
class Reading:
    """A tidied text and what every finder asks of it, worked out once; ``skipped`` paragraphs are no body."""

    text: str
    words: Words
    skipped: frozenset[int] = frozenset()

    @cached_property
    def paragraphs(self) -> tuple[Passage, ...]:
        return paragraphs_of(self.text)

    @cached_property
    def marked(self) -> tuple[tuple[Marked, ...], ...]:
        """What stands between quotation marks: words said, but also slogans and names."""
        body = [paragraph for at, paragraph in enumerate(self.paragraphs) if at not in self.skipped]
        return marked_in(self.text, paragraphs=body)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The sentences as tokens."""
        pieces = sorted((piece for quote in self.marked for piece in quote), key=lambda piece: piece.start)
        starts = [piece.start for piece in pieces]
        lines = []
        for number, paragraph in enumerate(self.paragraphs):
            if number in self.skipped:
                continue
            first, last = bisect_right(starts, paragraph.start - 1), bisect_right(starts, paragraph.end)
            inside: Sequence[Span] = pieces[first:last]
            sentences = sentences_of(paragraph, words=self.words, quotes=inside)
            lines += [Line(sentence, self.words) for sentence in sentences]
        return tuple(lines)

    @cached_property
    def cast(self) -> Cast:
        return people_in(self.lines, words=self.words)

    @cached_property
    def _line_starts(self) -> list[int]:
        return [line.sentence.start for line in self.lines]

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [paragraph.start for paragraph in self.paragraphs]

    def line_index(self, offset: int) -> int:
        """Return which sentence an offset lies in."""
        return max(0, bisect_right(self._line_starts, offset) - 1)

    def sentence_at(self, offset: int) -> Passage:
        """Return the sentence an offset lies in."""
        return self.lines[self.line_index(offset)].sentence

    def paragraph_index(self, offset: int) -> int:
        """Return which paragraph an offset lies in."""
        return max(0, bisect_right(self._paragraph_starts, offset) - 1)
