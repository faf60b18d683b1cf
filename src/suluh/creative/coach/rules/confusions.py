"""Confusions: a right word in the wrong place (konten kreatif sari instansi: dari instansi).

Works on pairs of words with cues beside them, kept in ``forms/confusions.tsv``: words or classes of words (a verb, a
year, a weekday, a name) on the left or right that only the meant word has, and others that save the typed one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from suluh.creative.coach.finding import WARNING, Finding
from suluh.creative.coach.forms import Confusion
from suluh.creative.coach.passage import Passage, Token
from suluh.creative.coach.reading import Reading, as_written, remark
from suluh.foundation.language import lazy as _

NAME = "confusions"
LANGUAGES = ("id",)
RANK = 30
CLAIMS_WORDS = True

_CUE = re.compile(r"([+-]\d):([^+\s]+(?:\s[^+\s]+)?)")
# Classes of words that are known by their shape; others are sets of ``forms/cues.tsv``.
_SHAPES = {
    "<number>": re.compile(r"\d"),
    "<year>": re.compile(r"(19|20)\d\d$"),
    "<verb>": re.compile(r"(me[mnlrwy]|meng|di|ber|ter)[a-z]{3,}$"),
}


def check(reading: Reading) -> Iterator[Finding]:
    """Yield a finding where the words around a word say that another was meant."""
    pairs = reading.forms.confusions
    for passage in reading.passages:
        for at, token in enumerate(passage.tokens):
            if token.lower not in pairs or reading.is_name(token, passage=passage):
                continue
            confused = (p for p in pairs[token.lower] if _is_confused(p, passage=passage, at=at, reading=reading))
            pair = next(confused, None)
            if pair is not None:
                yield _finding(pair, passage=passage, token=token)


def _is_confused(pair: Confusion, *, passage: Passage, at: int, reading: Reading) -> bool:
    if any(_holds(keep, passage=passage, at=at, reading=reading) for keep in pair.keeps):
        return False
    return any(cue == "*" or _holds(cue, passage=passage, at=at, reading=reading) for cue in pair.cues)


def _holds(cue: str, *, passage: Passage, at: int, reading: Reading) -> bool:
    """Say whether every part of ``cue`` ("-1:yang+1:<verb>") fits the words around index ``at``."""
    if cue == "<start>":
        return _neighbour(passage, at=at, step=-1) is None
    if cue == "<end>":
        return _neighbour(passage, at=at, step=1) is None
    parts = _CUE.findall(cue)
    return bool(parts) and all(
        _fits(_neighbour(passage, at=at, step=int(step)), wanted=wanted, passage=passage, reading=reading)
        for step, wanted in parts
    )


def _neighbour(passage: Passage, *, at: int, step: int) -> Token | None:
    """Return the token ``step`` words away in the same sentence; none across a mark other than a space."""
    other = at + step
    if not 0 <= other < len(passage.tokens):
        return None
    first, last = sorted((at, other))
    between = passage.text[passage.tokens[first].end : passage.tokens[last].start]
    inner = sum(len(token.text) for token in passage.tokens[first + 1 : last])
    is_joined = len(re.sub(r"\s", "", between)) == inner
    return passage.tokens[other] if is_joined else None


def _fits(token: Token | None, *, wanted: str, passage: Passage, reading: Reading) -> bool:
    if token is None:
        return wanted == "<end>"
    if not wanted.startswith("<"):
        return token.lower == wanted
    if wanted == "<name>":
        return reading.is_name(token, passage=passage)
    shape = _SHAPES.get(wanted)
    if shape:
        return bool(shape.match(token.lower))
    return token.lower in reading.forms.cues.get(wanted.strip("<>"), frozenset())


def _finding(pair: Confusion, *, passage: Passage, token: Token) -> Finding:
    return remark(
        passage,
        rule=NAME,
        place=(token.start, token.end),
        severity=WARNING,
        message=_("“%(word)s” is a word, but the words around it ask for “%(meant)s”.")
        % {"word": token.text, "meant": pair.meant},
        suggestions=(as_written(pair.meant, like=token.text),),
    )
