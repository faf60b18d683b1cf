"""Tone: openings of official letters (Dalam rangka ...), words that speak down to readers, sarcasm.

Kept in ``forms/tone.tsv``. An office opening counts only where it opens a sentence; quotations are
left to their speakers.
"""

from __future__ import annotations

from collections.abc import Iterator

from suluh.creative.coach.finding import ADVICE, WARNING, Finding
from suluh.creative.coach.passage import Passage
from suluh.creative.coach.phrases import occurrences
from suluh.creative.coach.quoted import is_quoted
from suluh.creative.coach.reading import Reading, as_written, remark
from suluh.foundation.language import lazy as _

NAME = "tone"
LANGUAGES = ("id",)
RANK = 71

_WHY = {
    "office": _("“%(words)s” opens like an official letter. Begin with who does what."),
    "down": _("“%(words)s” speaks down to readers. Say it as to an equal."),
    "sarcasm": _("“%(words)s” can be read as mockery. An office says what it means."),
}


def check(reading: Reading) -> Iterator[Finding]:
    """Yield a finding for each phrase of the list."""
    for passage in reading.prose:
        for start, end, row in occurrences(passage, phrases=reading.forms.phrases("tone")):
            is_office = row[0] == "office"
            if is_quoted(passage, at=start) or (is_office and not _opens_sentence(passage, at=start)):
                continue
            words = passage.text[start:end]
            instead = row[1].split("|") if len(row) > 1 else []
            yield remark(
                passage,
                rule=NAME,
                place=(start, end),
                severity=ADVICE if is_office else WARNING,
                message=_WHY[row[0]] % {"words": words},
                suggestions=tuple(as_written(one, like=words) for one in instead),
            )


def _opens_sentence(passage: Passage, *, at: int) -> bool:
    return any(sentence.tokens[0].start == at for sentence in passage.sentences)
