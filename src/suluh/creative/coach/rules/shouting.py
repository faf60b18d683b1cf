"""Shouting: three or more words in capitals in a row, or exclamation marks that pile up (!!, or three in a story).

Words of four letters and more are counted, so that abbreviations (BPJS, KPK RI) do not shout.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from suluh.creative.coach.finding import ADVICE, WARNING, Finding
from suluh.creative.coach.passage import Passage, Token
from suluh.creative.coach.quoted import is_quoted
from suluh.creative.coach.reading import Reading, remark
from suluh.creative.coach.rules import ANY
from suluh.foundation.language import lazy as _

NAME = "shouting"
LANGUAGES = ANY
RANK = 74

_MARKS = re.compile(r"!(?:\s*[!?])+|\?!+")
_FEWEST_WORDS = 3
_SHORTEST = 4
_MOST_MARKS = 3


def check(reading: Reading) -> Iterator[Finding]:
    """Yield a finding for each run of capitals, each pile of marks, and one for many single marks."""
    single = 0
    for passage in reading.passages:
        yield from _capitals(passage)
        piles = list(_MARKS.finditer(passage.text))
        for pile in piles:
            yield remark(
                passage,
                rule=NAME,
                place=pile.span(),
                severity=WARNING,
                message=_("Marks that pile up read as shouting. One is enough, a full stop is calmer."),
                suggestions=("!" if "?" not in pile.group() else "?", "."),
            )
        for at, sign in enumerate(passage.text):
            single += sign == "!" and not is_quoted(passage, at=at)
            if single == _MOST_MARKS and sign == "!" and not piles:
                single += 1
                yield remark(
                    passage,
                    rule=NAME,
                    place=(at, at + 1),
                    severity=ADVICE,
                    message=_("This is the third exclamation mark. The more there are, the less each says."),
                    suggestions=(".",),
                )


def _capitals(passage: Passage) -> Iterator[Finding]:
    run: list[Token] = []
    for token in (*passage.tokens, None):
        if token is not None and token.is_word and token.text.isupper():
            run.append(token)
            continue
        if sum(len(one.text) >= _SHORTEST for one in run) >= _FEWEST_WORDS:
            words = passage.text[run[0].start : run[-1].end]
            yield remark(
                passage,
                rule=NAME,
                place=(run[0].start, run[-1].end),
                severity=WARNING,
                message=_("Words in capitals read as shouting, and are slower to read."),
                suggestions=(words.capitalize(),),
            )
        run = []
