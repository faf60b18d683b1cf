"""Accusation: a sentence that ties a named person to a crime as if it were settled, without a source or a state of
the law.

Readers, and courts, take the sentence at its word. It is named where a person's name stands close before a word of
crime or after a word for an offender, and nothing in the sentence says who found it so (polisi, pengadilan, menurut
...) or how far the case is (diduga, didakwa, divonis ...). The rule reads the sentence; it says nothing of the
person.
"""

from __future__ import annotations

from collections.abc import Iterator

from suluh.creative.coach.finding import WARNING, Finding
from suluh.creative.coach.passage import Passage, Sentence, Token
from suluh.creative.coach.phrases import touches
from suluh.creative.coach.quoted import is_quoted
from suluh.creative.coach.reading import Reading, remark
from suluh.foundation.language import lazy as _

NAME = "accusation"
LANGUAGES = ("id",)
RANK = 76

# Words between a name and the crime: "Budi Santoso telah terbukti melakukan korupsi".
_REACH = 5


def check(reading: Reading) -> Iterator[Finding]:
    """Yield a finding for each sentence that settles a crime on a named person by itself."""
    cues = reading.forms.cues
    guarded = cues["hedge"] | cues["against"]
    for passage in reading.passages:
        for sentence in passage.sentences:
            words = {token.lower for token in sentence.tokens}
            if words & guarded or not words & (cues["crime"] | cues["offender"]):
                continue
            if any(_is_tied(passage, at=at, reading=reading) for at in _places(passage, sentence=sentence)):
                yield _finding(passage, sentence=sentence)


def _places(passage: Passage, *, sentence: Sentence) -> list[int]:
    first = passage.tokens.index(sentence.tokens[0])
    return list(range(first, first + len(sentence.tokens)))


def _is_tied(passage: Passage, *, at: int, reading: Reading) -> bool:
    """Say whether the word at index ``at`` is of crime and a person stands with it in the same sentence."""
    cues, word = reading.forms.cues, passage.tokens[at]
    if is_quoted(passage, at=word.start) or not word.is_word:
        return False
    if word.lower in cues["offender"]:
        return _is_person(passage, at=at + 1, reading=reading)
    if word.lower not in cues["crime"]:
        return False
    sentence_first = max((s.tokens[0].start for s in passage.sentences if s.start <= word.start), default=0)
    before = [n for n in range(max(0, at - _REACH), at) if passage.tokens[n].start >= sentence_first]
    return any(_is_person(passage, at=n, reading=reading) for n in before)


def _is_person(passage: Passage, *, at: int, reading: Reading) -> bool:
    """Say whether a name of a person begins at index ``at``: two capitalised words, or one after a form of address."""
    tokens, cues = passage.tokens, reading.forms.cues
    if at >= len(tokens) or not _is_plain_name(tokens[at], reading=reading):
        return False
    if at and tokens[at - 1].lower in cues["address"]:
        return True
    follows = touches(passage, at=at) and _is_plain_name(tokens[at + 1], reading=reading)
    is_in_body = at and tokens[at - 1].is_capitalised and tokens[at - 1].lower in cues["bodyword"]
    return follows and not is_in_body


def _is_plain_name(token: Token, *, reading: Reading) -> bool:
    cues = reading.forms.cues
    word = token.lower
    is_other = word in cues["bodyword"] | cues["address"] | cues["month"] | cues["weekday"] | cues["crime"]
    is_place = word in reading.lexicon.well_known_names
    return token.is_word and token.is_capitalised and not token.text.isupper() and not is_other and not is_place


def _finding(passage: Passage, *, sentence: Sentence) -> Finding:
    return remark(
        passage,
        rule=NAME,
        place=(sentence.start, sentence.end),
        severity=WARNING,
        message=_(
            "This sentence ties a named person to a crime without saying who found it so. Give the source and the "
            "state of the case, such as suspected, charged or sentenced, or leave the name out."
        ),
    )
