"""Abbreviations: one that is never explained at its first use, unless every reader knows it.

Explained means: "Komisi Pemberantasan Korupsi (KPK)" or "KPK (Komisi Pemberantasan Korupsi)". Which ones every reader
knows, and the words of the others, stands in ``words/abbreviations.tsv``. Each is named once a story.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from suluh.creative.coach.finding import ADVICE, Finding
from suluh.creative.coach.passage import Passage, Token
from suluh.creative.coach.reading import Reading, remark
from suluh.foundation.language import lazy as _

NAME = "abbreviations"
LANGUAGES = ("id",)
RANK = 65

_LONGEST = 6
_ROMAN = re.compile(r"[IVXLCM]+$")


def check(reading: Reading) -> Iterator[Finding]:
    """Yield one finding for each abbreviation that is not explained where it is first used."""
    seen: set[str] = set()
    explained = _explained(reading)
    for passage in reading.passages:
        if passage.field == "headline":
            continue
        for token in passage.tokens:
            short = token.text
            if short in seen or not _is_abbreviation(token, passage=passage, reading=reading):
                continue
            seen.add(short)
            if short not in explained:
                yield _finding(token, passage=passage, reading=reading)


def _explained(reading: Reading) -> frozenset[str]:
    """Return the abbreviations that stand in brackets after their words, or before words in brackets."""
    text = "\n".join(p.text for p in reading.passages)
    after_words = re.findall(r"\b\w{1,60}\s+\((\w{1,60})\)", text)
    before_words = re.findall(r"\b(\w{1,60})\s+\((?=\w{1,60}\s+\w)", text)
    return frozenset(after_words) | frozenset(before_words)


def _is_abbreviation(token: Token, *, passage: Passage, reading: Reading) -> bool:
    short = token.text
    if not token.is_word or short.lower() in reading.vocabulary:
        return False
    listed = reading.forms.abbreviations.get(short)
    if listed:
        return not listed.is_wide
    is_capitals = short.isupper() and short.isalpha() and 1 < len(short) <= _LONGEST
    if not is_capitals or _ROMAN.match(short) or short.lower() in reading.forms.cues.get("title", frozenset()):
        return False
    return not reading.lexicon.spells(short.lower()) and not _is_shouted(token, passage=passage)


def _is_shouted(token: Token, *, passage: Passage) -> bool:
    """Capitals beside other words in capitals are a style, not an abbreviation."""
    at = passage.tokens.index(token)
    beside = passage.tokens[max(0, at - 1) : at] + passage.tokens[at + 1 : at + 2]
    return any(t.text.isupper() and len(t.text) > _LONGEST for t in beside)


def _finding(token: Token, *, passage: Passage, reading: Reading) -> Finding:
    listed = reading.forms.abbreviations.get(token.text)
    return remark(
        passage,
        rule=NAME,
        place=(token.start, token.end),
        severity=ADVICE,
        message=_("“%(short)s” is never explained. Write it out at its first use, for readers who do not know it.")
        % {"short": token.text},
        suggestions=(f"{_in_full(listed.words, like=token.text)} ({token.text})",) if listed else (),
    )


def _in_full(words: str, *, like: str) -> str:
    """Titles before a name take capitals: Plt becomes Pelaksana Tugas."""
    is_title = like[1:].islower()
    return (
        " ".join(word[:1].upper() + word[1:] if word != "dan" else word for word in words.split())
        if is_title
        else words
    )
