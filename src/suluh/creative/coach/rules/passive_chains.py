"""Passive chains: three or more passive verbs (di-) in one sentence, so that nobody is seen to act.

The verbs are counted, and those that a quotation holds are left out. One passive is often right: it puts what matters
first. Three in a sentence hide who does what.
"""

from __future__ import annotations

from collections.abc import Iterator

from suluh.creative.coach.finding import ADVICE, Finding
from suluh.creative.coach.passage import Passage, Sentence, Token
from suluh.creative.coach.quoted import is_quoted
from suluh.creative.coach.reading import Reading, remark
from suluh.foundation.language import lazy as _

NAME = "passive_chains"
LANGUAGES = ("id",)
RANK = 62

FEWEST = 3
_PREPOSITIONS = frozenset({"dibanding", "dibandingkan"})


def check(reading: Reading) -> Iterator[Finding]:
    """Yield a finding for each sentence with ``FEWEST`` passive verbs or more."""
    for passage in reading.prose:
        for sentence in passage.sentences:
            verbs = passives(sentence, passage=passage, reading=reading)
            if len(verbs) < FEWEST:
                continue
            yield remark(
                passage,
                rule=NAME,
                place=(sentence.start, sentence.end),
                severity=ADVICE,
                message=_(
                    "%(count)d passive verbs in one sentence (%(verbs)s). Say who does it in at least one of them."
                )
                % {"count": len(verbs), "verbs": ", ".join(token.text for token in verbs)},
            )


def passives(sentence: Sentence, *, passage: Passage, reading: Reading) -> list[Token]:
    """Return the passive verbs of ``sentence`` outside quotations."""
    return [t for t in sentence.tokens if is_passive(t, reading=reading) and not is_quoted(passage, at=t.start)]


def is_passive(token: Token, *, reading: Reading) -> bool:
    """Say whether a word is a verb with the passive prefix di-: dibangun, but not dinas, digital or dini."""
    word = token.lower
    if not token.is_word or len(word) < 6 or not word.startswith("di"):
        return False
    lexicon = reading.lexicon
    if (word,) in reading.forms.nonstandard or word in _PREPOSITIONS:
        return False
    return word not in lexicon.entries and word not in lexicon.own_words and lexicon.has_entry(word[2:])
