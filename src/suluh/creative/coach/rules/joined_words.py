"""Joined words: a preposition written together with a place (dirumah, kekantor, diPalembang).

The prepositions di and ke stand by themselves; only the prefix di- of a passive verb is joined. Two other words run
together (berjalanbaik) are found by the spelling rule. Source: EYD V, the chapter on prepositions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from suluh.creative.coach.finding import ERROR, Finding
from suluh.creative.coach.passage import Token
from suluh.creative.coach.reading import Reading, as_written, remark
from suluh.foundation.language import lazy as _

NAME = "joined_words"
LANGUAGES = ("id",)
RANK = 25
CLAIMS_WORDS = True

_CAPITAL_INSIDE = re.compile(r"(di|ke|Di|Ke)([A-Z]\w+)$")
_PREPOSITIONS = ("di", "ke")
_SHORTEST_NAME = 4


def check(reading: Reading) -> Iterator[Finding]:
    """Yield a finding for each di or ke that is joined to a place."""
    for passage in reading.passages:
        for token in passage.tokens:
            apart = _apart(token, reading=reading)
            if apart:
                yield remark(
                    passage,
                    rule=NAME,
                    place=(token.start, token.end),
                    severity=ERROR,
                    message=_("The prepositions “di” and “ke” stand apart from the place: “%(apart)s” (EYD V).")
                    % {"apart": apart},
                    suggestions=(as_written(apart, like=token.text),),
                )


def _apart(token: Token, *, reading: Reading) -> str:
    if not token.is_word:
        return ""
    match = _CAPITAL_INSIDE.match(token.text)
    if match:
        return f"{match.group(1)} {match.group(2)}"
    word = token.lower
    for preposition in _PREPOSITIONS:
        rest = word[len(preposition) :]
        if not word.startswith(preposition) or len(rest) < _SHORTEST_NAME or reading.lexicon.knows(word):
            continue
        if (
            rest in reading.lexicon.well_known_names
            and not token.is_capitalised
            and word not in reading.lexicon.foreign
        ):
            return f"{preposition} {reading.lexicon.well_known_names[rest]}"
    return ""
