"""Non-standard forms: words and groups of words that KBBI and EYD V write in another way.

Examples: diantaranya (di antaranya), hoax (hoaks), terus menerus (terus-menerus), mempengaruhi (memengaruhi).
Sources: KBBI VI and EYD V of the Badan Pengembangan dan Pembinaan Bahasa, known as of 2026-11-23.
"""

from __future__ import annotations

from collections.abc import Iterator

from suluh.creative.coach.finding import ERROR, Finding
from suluh.creative.coach.passage import Passage
from suluh.creative.coach.phrases import occurrences
from suluh.creative.coach.reading import Reading, as_written, remark
from suluh.foundation.language import lazy as _

NAME = "nonstandard"
LANGUAGES = ("id",)
RANK = 10
CLAIMS_WORDS = True

_ENCLITICS = ("nya", "lah", "kah", "ku", "mu")


def check(reading: Reading) -> Iterator[Finding]:
    """Yield a finding for each form of the list; single words also with -nya, -lah, -kah, -ku, -mu."""
    for passage in reading.passages:
        for start, end, standard in occurrences(passage, phrases=reading.forms.nonstandard):
            yield from _finding(passage, place=(start, end), standard=standard, reading=reading)
        for token in passage.tokens:
            stem, enclitic = _without_enclitic(token.lower)
            standard = reading.forms.nonstandard.get((stem,), "") if enclitic else ""
            if standard and token.is_word and (token.lower,) not in reading.forms.nonstandard:
                yield from _finding(
                    passage, place=(token.start, token.end), standard=standard + enclitic, reading=reading
                )


def _without_enclitic(word: str) -> tuple[str, str]:
    for enclitic in _ENCLITICS:
        if word.endswith(enclitic) and len(word) > len(enclitic) + 2:
            return word[: -len(enclitic)], enclitic
    return word, ""


def _finding(passage: Passage, *, place: tuple[int, int], standard: str, reading: Reading) -> Iterator[Finding]:
    start, end = place
    words = passage.text[start:end]
    if words == standard or words.lower() in reading.vocabulary or _is_name(passage, place=place, standard=standard):
        return
    yield remark(
        passage,
        rule=NAME,
        place=place,
        severity=ERROR,
        message=_("KBBI and EYD write “%(standard)s”, not “%(words)s”.") % {"standard": standard, "words": words},
        suggestions=(as_written(standard, like=words),),
    )


def _is_name(passage: Passage, *, place: tuple[int, int], standard: str) -> bool:
    """A capital inside a sentence: a person may be called Putera, an office is called as it calls itself."""
    start, end = place
    words = passage.text[start:end]
    return (
        words[:1].isupper() and start not in passage.sentence_starts and standard.islower() and len(words.split()) == 1
    )
