"""Spelling: a word that the dictionary does not have, with what was most likely meant.

A word is doubted only where a right word is near. Names (a capital inside a sentence), foreign words in common use,
the office's own words and words formed by rule are not doubted.
"""

from __future__ import annotations

from collections.abc import Iterator

from suluh.creative.coach.finding import ERROR, Finding
from suluh.creative.coach.passage import Passage, Token
from suluh.creative.coach.reading import Reading, as_written, remark
from suluh.creative.coach.suggestions import CERTAINTY, CERTAINTY_OF_CAPITALS, suggestions
from suluh.foundation.language import lazy as _

NAME = "spelling"
LANGUAGES = ("id",)
RANK = 90
CLAIMS_WORDS = True

_SHORTEST = 3
# A story with more words that are in no dictionary is not in this language: asking on would stop the desk for others.
MOST_DOUBTED = 100
# Lower-case abbreviations that EYD V allows without full stops being asked for here.
_SHORT_FORMS = frozenset(["dll", "dsb", "dst", "dkk", "tel", "hlm", "jl", "rek", "dok", "nya"])


def check(reading: Reading) -> Iterator[Finding]:
    """Yield a finding for each word that is most likely mistyped."""
    doubted: set[str] = set()
    for passage, token in _doubtful_words(reading):
        doubted.add(token.lower)
        if len(doubted) > MOST_DOUBTED:
            return
        yield from _finding(token, passage=passage, reading=reading)


def _doubtful_words(reading: Reading) -> Iterator[tuple[Passage, Token]]:
    for passage in reading.passages:
        for at, token in enumerate(passage.tokens):
            if token.is_word and _is_doubtful(token, passage=passage, reading=reading, at=at):
                yield passage, token


def _is_doubtful(token: Token, *, passage: Passage, reading: Reading, at: int) -> bool:
    word = token.lower.replace("’", "'")
    lexicon = reading.lexicon
    if len(word) < _SHORTEST or not word.isascii() or any(c.isdigit() for c in word) or "'" in word:
        return False
    if any(c.isupper() for c in token.text[1:]) or word in reading.vocabulary:
        return False
    if word in lexicon.foreign or lexicon.knows(word) or word in _SHORT_FORMS:
        return False
    if not token.is_capitalised:
        return not (word in reading.names and word not in lexicon.names)
    if reading.is_name(token, passage=passage) or word in lexicon.names or word in reading.names:
        return False
    return not _begins_a_name(passage, at=at)


def _begins_a_name(passage: Passage, *, at: int) -> bool:
    """A capitalised word follows at once: "Yuyu Iskak berharap"."""
    following = passage.tokens[at + 1 : at + 2]
    between = passage.text[passage.tokens[at].end : following[0].start] if following else ""
    return bool(following and following[0].is_word and following[0].is_capitalised and between.strip() == "")


def _finding(token: Token, *, passage: Passage, reading: Reading) -> Iterator[Finding]:
    certainty = CERTAINTY_OF_CAPITALS if token.is_capitalised else CERTAINTY
    name = reading.lexicon.well_known_names.get(token.lower)
    if name and not token.is_capitalised:
        yield _as_name(token, passage=passage, name=name)
        return
    meant = suggestions(token.lower, lexicon=reading.lexicon, certainty=certainty)
    if not meant:
        return
    yield remark(
        passage,
        rule=NAME,
        place=(token.start, token.end),
        severity=ERROR,
        message=_("“%(word)s” is not in the dictionary; it looks mistyped.") % {"word": token.text},
        suggestions=tuple(as_written(word, like=token.text) for word in meant),
    )


def _as_name(token: Token, *, passage: Passage, name: str) -> Finding:
    return remark(
        passage,
        rule=NAME,
        place=(token.start, token.end),
        severity=ERROR,
        message=_("“%(name)s” is a name and takes a capital.") % {"name": name},
        suggestions=(name,),
    )
