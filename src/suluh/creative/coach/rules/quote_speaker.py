"""Quotes without a speaker: words in quotation marks, and nobody said them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from suluh.content.blocks import Quote
from suluh.creative.coach.finding import ADVICE, WARNING, Finding
from suluh.creative.coach.passage import Passage
from suluh.creative.coach.reading import Reading, remark
from suluh.creative.coach.rules import ANY
from suluh.foundation.language import lazy as _

NAME = "quote_speaker"
LANGUAGES = ANY
RANK = 70

_QUOTED = re.compile(r"[\"“]([^\"“”]{25,})[\"”]")
_FEWEST_WORDS = 5
# How far from the quotation, in characters, a word of saying may stand.
_REACH = 160


def check(reading: Reading) -> Iterator[Finding]:
    """Yield a finding for each quote block without speaker, and each quotation in running text that nobody says."""
    speakers = {block.id: block.speaker for block in reading.story.of_kind(Quote)}
    for passage in reading.passages:
        if passage.block in speakers:
            if not speakers[passage.block].strip():
                yield _finding(passage, place=(0, len(passage.text)), is_block=True)
        elif passage.is_prose:
            yield from _in_text(passage, reading=reading)


def quotations(passage: Passage) -> int:
    """Return how many stretches of ``passage`` stand in quotation marks and are long enough to be said."""
    if passage.kind == "quote":
        return 0
    return sum(len(match.group(1).split()) >= _FEWEST_WORDS for match in _QUOTED.finditer(passage.text))


def _in_text(passage: Passage, *, reading: Reading) -> Iterator[Finding]:
    saying = reading.forms.cues.get("saying", frozenset())
    for match in _QUOTED.finditer(passage.text):
        if len(match.group(1).split()) < _FEWEST_WORDS:
            continue
        around = (
            passage.text[max(0, match.start() - _REACH) : match.start()]
            + passage.text[match.end() : match.end() + _REACH]
        )
        if not saying & set(re.findall(r"\w+", around.lower())):
            yield _finding(passage, place=(match.start(), match.end()), is_block=False)


def _finding(passage: Passage, *, place: tuple[int, int], is_block: bool) -> Finding:
    return remark(
        passage,
        rule=NAME,
        place=place,
        severity=WARNING if is_block else ADVICE,
        message=_("The text does not say who said this. Name the speaker and the office held."),
    )
