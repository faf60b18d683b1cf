"""How nearly one text is a copy of another, or of a part of it, letter by letter.

Myers (1999), "A fast bit-vector algorithm for approximate string matching based on dynamic programming": the fewest
letters to change so that the shorter text stands somewhere in the longer one.
"""

from __future__ import annotations

from collections import defaultdict

LONGEST_PATTERN = 240  # letters compared of the shorter text, from its middle
LONGEST_TEXT = 3000


def alikeness(one: str, other: str) -> float:
    """Return 1 for a copy or a part of one, towards 0 for texts that have nothing to do with each other.

    Spaces are left out, as pictures of text lose them. A short text within a much longer one is not a copy of it.
    """
    asked, heard = one.replace(" ", "").replace("\n", ""), other.replace(" ", "").replace("\n", "")[:LONGEST_TEXT]
    if not asked or not heard:
        return 0.0
    pattern, text = (asked, heard) if len(asked) <= len(heard) else (heard, asked[:LONGEST_TEXT])
    start = max(0, (len(pattern) - LONGEST_PATTERN) // 2)
    pattern = pattern[start : start + LONGEST_PATTERN]
    alike = 1 - fewest_changes(pattern, text=text) / len(pattern)
    return alike * min(1.0, 1.5 * len(heard) / len(asked))


def fewest_changes(pattern: str, *, text: str) -> int:
    """Return the fewest letters to add, drop or change so that the pattern stands in the text."""
    size = len(pattern)
    mask, last = (1 << size) - 1, 1 << (size - 1)
    places: dict[str, int] = defaultdict(int)
    for at, sign in enumerate(pattern):
        places[sign] |= 1 << at
    more, less, score, best = mask, 0, size, size
    for sign in text:
        equal = places.get(sign, 0)
        vertical = equal | less
        horizontal = (((equal & more) + more) ^ more) | equal
        up = less | (~(horizontal | more) & mask)
        down = more & horizontal
        if up & last:
            score += 1
        elif down & last:
            score -= 1
            best = min(best, score)
        up = (up << 1) & mask
        down = (down << 1) & mask
        more = down | (~(vertical | up) & mask)
        less = up & vertical
    return best
