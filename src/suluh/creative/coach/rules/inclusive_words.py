"""Respectful and inclusive words: the person first, the condition after it (penyandang disabilitas, ODGJ, lansia).

Kept in ``forms/inclusive.tsv``, after the words that the laws use today. A quotation is named as well: the writer
chooses what to quote; but then it is advice.
"""

from __future__ import annotations

from collections.abc import Iterator

from suluh.creative.coach.finding import ADVICE, WARNING, Finding
from suluh.creative.coach.phrases import occurrences
from suluh.creative.coach.quoted import is_quoted
from suluh.creative.coach.reading import Reading, as_written, is_in_name, remark
from suluh.foundation.language import lazy as _

NAME = "inclusive_words"
LANGUAGES = ("id", "en")
RANK = 52
CLAIMS_WORDS = True


def check(reading: Reading) -> Iterator[Finding]:
    """Yield a finding for each word of the list; names keep theirs."""
    for passage in reading.passages:
        for start, end, row in occurrences(passage, phrases=reading.forms.phrases("inclusive")):
            words = passage.text[start:end]
            if is_in_name(passage, start=start, end=end) and not words.isupper():
                continue
            instead = row[0].split("|")
            yield remark(
                passage,
                rule=NAME,
                place=(start, end),
                severity=ADVICE if is_quoted(passage, at=start) else WARNING,
                message=_("“%(words)s” can hurt those it names. Write “%(instead)s”.")
                % {"words": words, "instead": instead[0]},
                suggestions=tuple(as_written(one, like=words) for one in instead),
            )
