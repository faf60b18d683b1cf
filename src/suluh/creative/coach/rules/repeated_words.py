"""Repeated words: the same word twice in a row (yang yang)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from suluh.creative.coach.finding import ERROR, Finding
from suluh.creative.coach.passage import Token
from suluh.creative.coach.phrases import touches
from suluh.creative.coach.reading import Reading, remark
from suluh.creative.coach.rules import ANY
from suluh.foundation.language import lazy as _

NAME = "repeated_words"
LANGUAGES = ANY
RANK = 45

# Words that may stand twice: "that that", "had had"; names are left as well (Lang Lang).
_MAY_REPEAT = frozenset({"had", "that"})
# Words this frequent (yang, dan, di) are struck twice by mistake rather than meant with a hyphen.
_FUNCTION_WORD = 6.2


def check(reading: Reading) -> Iterator[Finding]:
    """Yield a finding for each word that is written twice in a row."""
    for passage in reading.passages:
        for at, (first, second) in enumerate(pairwise(passage.tokens)):
            is_twice = first.lower == second.lower and first.is_word and touches(passage, at=at)
            if not is_twice or first.lower in _MAY_REPEAT or (first.is_capitalised and second.is_capitalised):
                continue
            yield remark(
                passage,
                rule=NAME,
                place=(first.start, second.end),
                severity=ERROR,
                message=_("“%(word)s” stands twice in a row.") % {"word": first.text},
                suggestions=_options(first, reading=reading),
            )


def _options(word: Token, *, reading: Reading) -> tuple[str, ...]:
    """A doubled word may have been meant with a hyphen: akhir akhir is akhir-akhir, but yang yang is yang."""
    doubled = f"{word.text}-{word.lower}"
    if reading.story.language != "id" or not reading.lexicon.lists(doubled.lower()):
        return (word.text,)
    is_function_word = reading.lexicon.zipf(word.lower) >= _FUNCTION_WORD
    return (word.text, doubled) if is_function_word else (doubled, word.text)
