"""Numbers without source or unit: a figure that the reader cannot check or does not know what of it is counted.

Read are number blocks, and in running text shares (72 persen) and large counts (3 juta): there a word of source
(menurut, data, survei, ...) is looked for in the same sentence and the one before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from suluh.content.blocks import Number
from suluh.creative.coach.finding import ADVICE, WARNING, Finding
from suluh.creative.coach.passage import Passage
from suluh.creative.coach.reading import Reading, remark
from suluh.creative.coach.rules import ANY
from suluh.foundation.errors import Translatable
from suluh.foundation.language import lazy as _

NAME = "number_source"
LANGUAGES = ANY
RANK = 75

_FIGURE = re.compile(
    r"(?<![Rr]p)(?<![Rr]p\s)(?<![\d.,])\d[\d.,]*\s*(?:%|persen|percent|juta|miliar|triliun|million|billion)\b(?!\s*rupiah)|(?<![\d.,])\d[\d.,]*\s*%",
    re.I,
)
_BARE = re.compile(r"[\d.,]+$")


def check(reading: Reading) -> Iterator[Finding]:
    """Yield a finding for each figure without source, and each number block without unit."""
    for block in reading.story.of_kind(Number):
        yield from _of_block(block)
    for passage in reading.prose:
        yield from _in_text(passage, reading=reading)


def figures(passage: Passage) -> int:
    """Return how many sentences of ``passage`` hold a figure that wants a source."""
    return sum(bool(_FIGURE.search(passage.text[s.start : s.end])) for s in passage.sentences)


def _of_block(block: Number) -> Iterator[Finding]:
    if not block.source.strip():
        yield _about(
            block,
            message=_("The number %(value)s has no source. Say where readers can check it.") % {"value": block.value},
        )
    if _BARE.match(block.value.strip()) and not re.search(r"[^\W\d_]{3,}", block.label):
        yield _about(
            block, message=_("The number %(value)s has no unit. Say what is counted.") % {"value": block.value}
        )


def _about(block: Number, *, message: Translatable) -> Finding:
    return Finding(
        rule=NAME,
        block=block.id,
        field="value",
        start=0,
        end=len(block.value),
        text=block.value,
        severity=WARNING,
        message=message,
    )


def _in_text(passage: Passage, *, reading: Reading) -> Iterator[Finding]:
    sources = reading.forms.cues.get("source", frozenset())
    before: set[str] = set()
    for sentence in passage.sentences:
        words = {token.lower for token in sentence.tokens}
        figure = _FIGURE.search(passage.text[sentence.start : sentence.end])
        if figure and not sources & (words | before):
            yield remark(
                passage,
                rule=NAME,
                place=(sentence.start + figure.start(), sentence.start + figure.end()),
                severity=ADVICE,
                message=_("The figure %(figure)s has no source in this or the sentence before. Say whose count it is.")
                % {"figure": figure.group()},
            )
        before = words
