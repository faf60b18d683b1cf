"""Jargon: English and office words that a reader has to translate, each with plain words (stakeholder: pihak terkait).

Kept in ``forms/jargon.tsv``. Each is named once a story, and never in a name. Advice only: between specialists such
words are exact. Words inside a quotation are left: they are the speaker's.
"""

from __future__ import annotations

from collections.abc import Iterator

from suluh.creative.coach.finding import ADVICE, Finding
from suluh.creative.coach.phrases import occurrences
from suluh.creative.coach.quoted import is_quoted
from suluh.creative.coach.reading import Reading, as_written, is_in_name, remark
from suluh.foundation.language import lazy as _

NAME = "jargon"
LANGUAGES = ("id", "en")
RANK = 55
CLAIMS_WORDS = True


def check(reading: Reading) -> Iterator[Finding]:
    """Yield a finding for the first use of each word of the list."""
    seen: set[str] = set()
    for passage in reading.passages:
        for start, end, row in occurrences(passage, phrases=reading.forms.phrases("jargon")):
            words = passage.text[start:end]
            plain = row[0].split("|")
            if words.lower() in seen or set(words.lower().split()) <= reading.vocabulary:
                continue
            if is_in_name(passage, start=start, end=end) or is_quoted(passage, at=start):
                continue
            seen.add(words.lower())
            yield remark(
                passage,
                rule=NAME,
                place=(start, end),
                severity=ADVICE,
                message=_("“%(words)s” is a word of offices. Readers understand “%(plain)s” at once.")
                % {"words": words, "plain": plain[0]},
                suggestions=tuple(as_written(one, like=words) for one in plain),
            )
