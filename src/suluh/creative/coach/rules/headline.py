"""Headline: longer than telephones and search pages show, or claiming more than the text says.

Above 80 characters the end is cut off. A number of the headline, and a strong word (semua, pasti, terbukti,
terbesar), must stand in the text as well: the text has to carry what the headline promises.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from suluh.content.blocks import Number
from suluh.creative.coach.finding import ADVICE, WARNING, Finding
from suluh.creative.coach.passage import Passage
from suluh.creative.coach.reading import Reading, remark
from suluh.creative.coach.rules import ANY
from suluh.foundation.language import lazy as _

NAME = "headline"
LANGUAGES = ANY
RANK = 72

LONGEST = 80
_NUMBER_WORDS = {
    word: str(n)
    for words in (
        "nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas",
        "zero one two three four five six seven eight nine ten eleven",
    )
    for n, word in enumerate(words.split())
}


def check(reading: Reading) -> Iterator[Finding]:
    """Yield findings on the headline: its length, its numbers, its strong words."""
    headline = next((p for p in reading.passages if p.block == "headline"), None)
    body = _body(reading)
    if headline is None:
        return
    if len(headline.text) > LONGEST:
        yield remark(
            headline,
            rule=NAME,
            place=(0, len(headline.text)),
            severity=ADVICE,
            message=_("The headline has %(count)d characters. Above %(limit)d, telephones and search pages cut it off.")
            % {"count": len(headline.text), "limit": LONGEST},
        )
    if body:
        yield from _claims(headline, body=body, strong=reading.forms.cues.get("strong", frozenset()))


def _body(reading: Reading) -> frozenset[str]:
    """Return the words of the text, numbers without their points, number words as digits too."""
    texts = [p.text for p in reading.passages if p.block != "headline"]
    texts += [f"{block.value} {block.label}" for block in reading.story.of_kind(Number)]
    if not texts:
        return frozenset()
    dated = reading.story.dated_on
    words = {_plain(word) for text in texts for word in _WORD.findall(text.lower())}
    words |= {_NUMBER_WORDS[word] for word in words & _NUMBER_WORDS.keys()}
    return frozenset(words | ({str(dated.year), str(dated.day)} if dated else set()))


_WORD = re.compile(r"\d[\d.,]*\d|\w+(?:-\w+)*")


def _plain(word: str) -> str:
    return word.replace(".", "").replace(",", "") if word[:1].isdigit() else word


def _claims(headline: Passage, *, body: frozenset[str], strong: frozenset[str]) -> Iterator[Finding]:
    for token in headline.tokens:
        word = _plain(token.lower)
        is_number = token.kind == "number"
        if word in body or not (is_number or word in strong):
            continue
        message = (
            _("The headline says %(word)s, the text does not. Give the number in the text, with its source.")
            if is_number
            else _("The headline says “%(word)s”, the text does not. Claim no more than the text shows.")
        )
        yield remark(
            headline,
            rule=NAME,
            place=(token.start, token.end),
            severity=WARNING,
            message=message % {"word": token.text},
        )
