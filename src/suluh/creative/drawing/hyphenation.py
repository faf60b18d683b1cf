"""Where an Indonesian word may be divided at the end of a line.

Follows "Pemenggalan Kata" of EYD V (ejaan.kemdikbud.go.id, read 2026-11-23) as far as spelling alone can tell. Where
it cannot (a root's last letter before the suffix -an: "wa-ban" or "wab-an"), no division is offered: none is better
than a wrong one. Names and abbreviations are never divided.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from suluh.creative.drawing.emoji.find import in_parts

SOFT_HYPHEN = "\u00ad"

_SOUND = re.compile(r"ng|ny|sy|kh|[a-z]")
_WORD = re.compile(r"[^\W\d_]+")
_VOWELS = frozenset("aeiou")
_PREFIX_BEFORE_VOWEL = re.compile(r"(ber|ter|per|meng|peng)(?=[aeiou])")
_ENCLITIC = re.compile(r"(?:nya|lah|kah|pun)$")
_BOUND = re.compile(
    r"(?<=\b[A-Z]{2}) (?=[A-Z]{2,}\b)|(?<=[A-Z]{3}) (?=[A-Z]{2,}\b)|(?<=\b[A-Z]\.) (?=[A-Z])|(?<=\d) (?=%)"
)
# An abbreviation bound to the next one ("KPK RI"); words written in capitals throughout are not abbreviations.
_LONGEST_BOUND = 16
# A run of one sign, and one of letters without a space, that no line is long enough for.
_SIGNS = re.compile(r"([^\w\s])\1{15,}")
_UNBROKEN = re.compile(r"[^\s\u200b]{41,}")
# A space at which Unicode's line breaking (UAX 14, LB13 and LB14) would not end a line: beside a bracket, before "!".
_HELD_SPACE = re.compile(r"(?<=[(\[{«“‘]) (?=\S)|(?<=\S) (?=[)\]}»”’!?/:;])")
_BREAK, _SIGNS_TOGETHER = "\u200b", 8
_SHORTEST = 6
_LEFT, _RIGHT = 2, 3


def divisions(word: str) -> list[int]:
    """Return the places in ``word`` before which it may be divided, in order; none for names and short words."""
    if len(word) < _SHORTEST or not word.isascii() or not word.isalpha() or not word.islower():
        return []
    barred = _barred(word)
    return [at for at in _between_syllables(word) if _LEFT <= at <= len(word) - _RIGHT and at not in barred]


def with_soft_hyphens(text: str) -> str:
    """Return ``text`` with a soft hyphen at every place where a word of it may be divided."""
    return _WORD.sub(lambda match: _divided(match.group()), text)


def bound(text: str) -> str:
    """Return ``text`` with no-break spaces where a line should not end: "KPK RI", "S. A. Supriono", "72 %"."""
    joined = _BOUND.sub("\u00a0", text)
    return " ".join(word if len(word) <= _LONGEST_BOUND else word.replace("\u00a0", " ") for word in joined.split(" "))


def with_signs_parted(text: str) -> str:
    """Return ``text`` with places to break where signs leave none: in a long run of one ("-----"), and in "{ a }"."""
    parted = _SIGNS.sub(lambda run: _parted(run.group(), every=_SIGNS_TOGETHER), text)
    return _HELD_SPACE.sub(f"{_BREAK} ", parted)


def with_everything_parted(text: str) -> str:
    """Return ``text`` with places to break in every run without a space, for text that is set as it comes."""
    return _UNBROKEN.sub(lambda run: _BREAK.join(_units(run.group())), text)


def _units(run: str) -> Iterator[str]:
    """Yield single characters, an emoji whole: broken in two it is another one, or none."""
    for part, is_emoji in in_parts(run):
        if is_emoji:
            yield part
        else:
            yield from part


def _parted(run: str, *, every: int) -> str:
    return _BREAK.join(run[at : at + every] for at in range(0, len(run), every))


def _divided(word: str) -> str:
    cuts = [0, *divisions(word), len(word)]
    return SOFT_HYPHEN.join(word[a:b] for a, b in pairwise(cuts))


def _between_syllables(word: str) -> list[int]:
    """Between two vowels: before a lone consonant's sound, after the first of several; never between vowels."""
    places: list[int] = []
    consonants: list[int] = []
    vowel_seen = False
    for sound in _SOUND.finditer(word):
        if sound.group() not in _VOWELS:
            consonants.append(sound.start())
            continue
        if vowel_seen and consonants:
            places.append(consonants[0] if len(consonants) == 1 else consonants[1])
        vowel_seen, consonants = True, []
    return places


def _barred(word: str) -> set[int]:
    """Return the places that spelling alone cannot decide."""
    barred: set[int] = set()
    prefix = _PREFIX_BEFORE_VOWEL.match(word)
    if prefix:
        barred.update(range(prefix.end() + 1))
    enclitic = _ENCLITIC.search(word)
    stem = word[: enclitic.start()] if enclitic else word
    if stem.endswith("an") and not (stem.endswith("kan") and stem.startswith(("me", "di"))):
        barred.update(range(len(stem) - 4, len(stem)))
    return barred
