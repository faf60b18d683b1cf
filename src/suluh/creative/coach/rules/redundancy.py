"""Redundancy: the same thing said twice (agar supaya, adalah merupakan, salah satu ... di antaranya)."""

from __future__ import annotations

from collections.abc import Iterator

from suluh.creative.coach.finding import WARNING, Finding
from suluh.creative.coach.passage import Passage, Sentence
from suluh.creative.coach.phrases import occurrences
from suluh.creative.coach.reading import Reading, as_written, remark
from suluh.foundation.language import lazy as _

NAME = "redundancy"
LANGUAGES = ("id",)
RANK = 40

_REACH = 14


def check(reading: Reading) -> Iterator[Finding]:
    """Yield a finding for each pair of words of the list, and for "salah satu ... di antaranya"."""
    for passage in reading.passages:
        for start, end, shorter in occurrences(passage, phrases=reading.forms.redundancy):
            words = passage.text[start:end]
            yield remark(
                passage,
                rule=NAME,
                place=(start, end),
                severity=WARNING,
                message=_("“%(words)s” says the same thing twice; “%(shorter)s” is enough.")
                % {"words": words, "shorter": shorter},
                suggestions=(as_written(shorter, like=words),),
            )
        for sentence in passage.sentences:
            yield from _one_of_twice(sentence, passage=passage)


def _one_of_twice(sentence: Sentence, *, passage: Passage) -> Iterator[Finding]:
    words = [token.lower for token in sentence.tokens]
    for at in range(len(words) - 2):
        if words[at] != "salah" or words[at + 1] != "satu":
            continue
        for other in range(at + 2, min(at + _REACH, len(words))):
            again = words[other]
            is_again = again in {"diantaranya", "antaranya"} or (
                again == "salah" and words[other + 1 : other + 2] == ["satunya"]
            )
            if not is_again:
                continue
            last = sentence.tokens[other + (again == "salah")]
            yield remark(
                passage,
                rule=NAME,
                place=(sentence.tokens[at].start, last.end),
                severity=WARNING,
                message=_("“Salah satu” already means one among several; “%(again)s” says it again. Leave one out.")
                % {"again": passage.text[sentence.tokens[other].start : last.end]},
            )
            return
