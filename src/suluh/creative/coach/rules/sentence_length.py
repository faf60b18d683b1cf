"""Sentence length: more than 25 words is advice, more than 35 a warning. The words are counted, nothing is scored.

Readers on a telephone lose the thread of long sentences. The 25 words are the usual limit of plain-language guides,
among them the Content Design guidance of GOV.UK (known as of 2026-11-23).
"""

from __future__ import annotations

from collections.abc import Iterator

from suluh.creative.coach.finding import ADVICE, WARNING, Finding
from suluh.creative.coach.reading import Reading, remark
from suluh.creative.coach.rules import ANY
from suluh.foundation.language import lazy as _

NAME = "sentence_length"
LANGUAGES = ANY
RANK = 60

LONG = 25
TOO_LONG = 35


def check(reading: Reading) -> Iterator[Finding]:
    """Yield a finding for each sentence of more than ``LONG`` words."""
    for passage in reading.prose:
        for sentence in passage.sentences:
            count = sentence.word_count
            if count <= LONG:
                continue
            yield remark(
                passage,
                rule=NAME,
                place=(sentence.start, sentence.end),
                severity=WARNING if count > TOO_LONG else ADVICE,
                message=_("This sentence has %(count)d words. Above %(limit)d readers lose the thread: make it two.")
                % {"count": count, "limit": LONG},
            )
