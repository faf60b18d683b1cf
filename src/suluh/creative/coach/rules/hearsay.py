"""Hearsay: words that pass on what nobody answers for (konon, kabarnya, disebut-sebut).

An office is believed because it can be asked. Words of ``forms/hearsay.tsv`` are left inside quotations, where the
speaker answers for them, and in a sentence that names its source; "katanya" counts only where it opens a sentence
without a quote.
"""

from __future__ import annotations

from collections.abc import Iterator

from suluh.creative.coach.finding import WARNING, Finding
from suluh.creative.coach.passage import Passage
from suluh.creative.coach.phrases import occurrences
from suluh.creative.coach.quoted import is_quoted, quotations
from suluh.creative.coach.reading import Reading, remark
from suluh.foundation.language import lazy as _

NAME = "hearsay"
LANGUAGES = ("id",)
RANK = 70


def check(reading: Reading) -> Iterator[Finding]:
    """Yield a finding for each phrase of hearsay that no quotation holds."""
    for passage in reading.prose:
        for start, end, row in occurrences(passage, phrases=reading.forms.phrases("hearsay")):
            if is_quoted(passage, at=start) or (row[0] == "start" and not _opens(passage, at=start)):
                continue
            yield remark(
                passage,
                rule=NAME,
                place=(start, end),
                severity=WARNING,
                message=_("“%(words)s” passes on what nobody answers for. Name the source, or leave the sentence out.")
                % {"words": passage.text[start:end]},
            )


def _opens(passage: Passage, *, at: int) -> bool:
    """Say whether the words open a sentence without quotation."""
    sentence = next((s for s in passage.sentences if s.start <= at < s.end), None)
    has_quote = sentence is not None and any(a < sentence.end and sentence.start < b for a, b in quotations(passage))
    return sentence is not None and sentence.tokens[0].start == at and not has_quote
