"""What was meant by a mistyped word: candidates a slip away, ranked by how likely the slip and how common the word."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from suluh.creative.coach.lexicon import Lexicon

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
# Sounds that are written for one another.
_SOUNDS = {frozenset(pair) for pair in ("vf", "fp", "dt", "bp", "kq", "gk", "iy", "uo", "ie", "sz", "jz", "ae", "uw")}

# Costs of slips, in units of the Zipf scale: a slip of cost 1 must be ten times rarer to be as likely.
# Set on errors planted in the development part of UD Indonesian-GSD (bench/coach.py).
_TRANSPOSED = 0.9
_DOUBLED = 0.7
_EXTRA = 1.1
_MISSING = 1.0
_NEAR_KEY = 1.0
_SAME_SOUND = 0.9
_OTHER_LETTER = 1.6
_FIRST_LETTER = 0.9
_SPLIT = 1.8
_SHORTEST_PART = 2
# A word is doubted when the best candidate scores this much: below it, foreign words outnumber slips.
CERTAINTY = 1.3
# A capital at the start of a sentence may be a name: more is asked.
CERTAINTY_OF_CAPITALS = 2.4
# Further candidates are shown while they score within this of the best.
_TAIL = 2.5
# Two slips are looked for in words of this length, and believed of words this common.
_FAR_LENGTH = 6
_FAR_ZIPF = 3.8
# Parts of this length or less are taken for words only where they are common ones.
_LONGEST_SHORT = 3
_LONGEST = 40
# Words that the frequency list lacks are proposed from this length on.
_SHORTEST_RARE = 4
_COMMON = 5.0


@cache
def _near_keys() -> frozenset[frozenset[str]]:
    near: set[frozenset[str]] = set()
    for number, row in enumerate(_ROWS):
        for place, letter in enumerate(row):
            near.update(frozenset((letter, other)) for other in row[place + 1 : place + 2])
            for below in _ROWS[number + 1 : number + 2]:
                near.update(frozenset((letter, other)) for other in below[max(0, place - 1) : place + 1])
    return frozenset(near)


def _one_slip(word: str) -> Iterator[tuple[str, float]]:
    """Yield each text that may have been meant by ``word``, with the cost of the slip."""
    for at in range(len(word) + 1):
        before, after = word[:at], word[at:]
        first = _FIRST_LETTER if at == 0 else 0.0
        if after:
            doubled = after[0] == before[-1:] or after[0] == after[1:2]
            yield before + after[1:], (_DOUBLED if doubled else _EXTRA) + first
        if len(after) > 1 and after[0] != after[1]:
            yield before + after[1] + after[0] + after[2:], _TRANSPOSED + first
        for letter in _LETTERS:
            if after and letter != after[0]:
                yield before + letter + after[1:], _letter_cost(after[0], letter) + first
            doubled = letter in (before[-1:], after[:1])
            yield before + letter + after, (_DOUBLED if doubled else _MISSING) + first


def _letter_cost(typed: str, meant: str) -> float:
    pair = frozenset((typed, meant))
    if pair in _near_keys():
        return _NEAR_KEY
    return _SAME_SOUND if pair in _SOUNDS else _OTHER_LETTER


def _splits(word: str, *, lexicon: Lexicon) -> Iterator[tuple[str, float]]:
    for at in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
        parts = (word[:at], word[at:])
        if all(_stands_alone(part, lexicon=lexicon) for part in parts):
            yield " ".join(parts), min(map(lexicon.zipf, parts)) - _SPLIT


def _stands_alone(part: str, *, lexicon: Lexicon) -> bool:
    return lexicon.spells(part) and (len(part) > _LONGEST_SHORT or lexicon.zipf(part) >= _COMMON)


def ranked(word: str, *, lexicon: Lexicon) -> list[tuple[str, float]]:
    """Return what may have been meant by ``word`` (lower case), best first, each with its score on the Zipf scale.

    Nothing for what is longer than any word: the work grows with the square of the length.
    """
    if len(word) > _LONGEST:
        return []
    scores: dict[str, float] = dict(_splits(word, lexicon=lexicon))
    for meant, cost in _one_slip(word):
        zipf = lexicon.frequency.get(meant)
        if zipf is None and meant not in scores and len(meant) > _SHORTEST_RARE and lexicon.knows(meant):
            zipf = lexicon.zipf(meant)
        if zipf is not None and zipf - cost > scores.get(meant, -9.0):
            scores[meant] = zipf - cost
        name = lexicon.names.get(meant)
        if name and zipf is None and len(name) > 3:
            scores.setdefault(name, 1.5 - cost)
    return sorted(scores.items(), key=lambda item: (-item[1], item[0]))


@lru_cache(maxsize=5_000)
def suggestions(word: str, *, lexicon: Lexicon, certainty: float = CERTAINTY, most: int = 3) -> tuple[str, ...]:
    """Return up to ``most`` words that may have been meant by ``word``, best first.

    Nothing is returned where no likely word is near: the word is then foreign or rare rather than mistyped.
    """
    near = ranked(word, lexicon=lexicon)
    if near and near[0][1] >= certainty:
        return tuple(meant for meant, score in near[:most] if score >= near[0][1] - _TAIL)
    if not _FAR_LENGTH <= len(word) <= _LONGEST:
        return ()
    far = [meant for meant in lexicon.distant_suggestions(word) if _is_likely(meant, word=word, lexicon=lexicon)]
    far.sort(key=lambda meant: -lexicon.zipf(meant))
    return tuple(far[:most])


def _is_likely(meant: str, *, word: str, lexicon: Lexicon) -> bool:
    """Two slips away is believed only of a common word of about the same length that begins alike."""
    is_alike = meant[:1] == word[:1] and abs(len(meant) - len(word)) <= 1 and meant.isalpha()
    return is_alike and lexicon.zipf(meant) >= _FAR_ZIPF and _slips(word, meant=meant) <= 2


def _slips(word: str, *, meant: str) -> int:
    """Return the optimal string alignment distance: letters left out, added, changed, and neighbours swapped."""
    before: list[int] = []
    row = list(range(len(meant) + 1))
    for i, typed in enumerate(word, start=1):
        older, before, row = before, row, [i]
        for j, letter in enumerate(meant, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (typed != letter))
            if i > 1 and j > 1 and typed == meant[j - 2] and word[i - 2] == letter:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
    return row[-1]
