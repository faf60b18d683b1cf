"""Split words: what EYD V writes as one word, written as two.

Bound forms (antar lembaga: antarlembaga; pasca-, non-, pra-, sub-, multi-, ...) and passive verbs cut after di (di
lakukan: dilakukan). Before a capital a bound form takes a hyphen (non-ASN). Source: EYD V, the chapters on bound forms
and on prepositions.
"""

from __future__ import annotations

from collections.abc import Iterator

from suluh.creative.coach.finding import ERROR, Finding
from suluh.creative.coach.passage import Passage
from suluh.creative.coach.phrases import touches
from suluh.creative.coach.reading import Reading, as_written, remark
from suluh.foundation.language import lazy as _

NAME = "split_words"
LANGUAGES = ("id",)
RANK = 20
CLAIMS_WORDS = True


def check(reading: Reading) -> Iterator[Finding]:
    """Yield a finding for each bound form and each passive verb that is cut in two."""
    for passage in reading.passages:
        for at in range(len(passage.tokens) - 1):
            if not touches(passage, at=at):
                continue
            joined = _bound(passage, at=at, reading=reading) or _passive(passage, at=at, reading=reading)
            if joined:
                yield _finding(passage, at=at, joined=joined)


def _bound(passage: Passage, *, at: int, reading: Reading) -> str:
    first, second = passage.tokens[at], passage.tokens[at + 1]
    keeps = reading.forms.bound.get(first.lower)
    if keeps is None or second.lower in keeps or not second.is_word or first.text.isupper():
        return ""
    if reading.is_name(first, passage=passage) and second.is_capitalised:
        return ""
    if second.is_capitalised:
        return f"{first.lower}-{second.text}"
    return first.lower + second.lower if reading.lexicon.spells(second.lower) else ""


def _passive(passage: Passage, *, at: int, reading: Reading) -> str:
    first, second = passage.tokens[at], passage.tokens[at + 1]
    word = second.lower
    if first.lower != "di" or not second.is_word or second.is_capitalised:
        return ""
    if word in reading.forms.cues["passive"]:
        return "di" + word
    if ("di" + word,) in reading.forms.nonstandard:
        return ""
    is_form = word.endswith(("kan", "i")) and word not in reading.lexicon.entries
    return "di" + word if is_form and reading.lexicon.knows("di" + word) else ""


def _finding(passage: Passage, *, at: int, joined: str) -> Finding:
    first, second = passage.tokens[at], passage.tokens[at + 1]
    words = passage.text[first.start : second.end]
    return remark(
        passage,
        rule=NAME,
        place=(first.start, second.end),
        severity=ERROR,
        message=_("“%(first)s” is written together with the word it belongs to: “%(joined)s” (EYD V).")
        % {"first": first.text, "joined": joined},
        suggestions=(as_written(joined, like=words),),
    )
