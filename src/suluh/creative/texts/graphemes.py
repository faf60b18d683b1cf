"""How many signs a reader sees: grapheme clusters, near enough, and never fewer than there are.

Unicode's rules (UAX #29) in the part that matters for posts: marks, variation selectors, skin tones and tags belong to
what stands before them; a picture after a zero-width joiner that follows a picture belongs to it; two regional
indicators are one flag. What we do not join (Hangul letters, vowel signs with a width, CR LF) counts too high, which
only makes a post a little shorter.
"""

from __future__ import annotations

import unicodedata

_JOINER = "\u200d"
_FIRST_FLAG, _LAST_FLAG = 0x1F1E6, 0x1F1FF
_TONES = range(0x1F3FB, 0x1F400)
_TAGS = range(0xE0020, 0xE0080)
# Pictures that may be joined: fewer than Unicode's, so never too many are taken together.
_PICTURES = (range(0x2600, 0x27C0), range(0x1F300, 0x1F3FB), range(0x1F400, 0x1F650), range(0x1F680, 0x1F6D3))
_MORE_PICTURES = (range(0x1F90C, 0x1F93B), range(0x1F947, 0x1FA00))


def graphemes(text: str) -> int:
    """Return the number of grapheme clusters of ``text``, rounded up where our rules are coarser than Unicode's."""
    count, flags = 0, 0
    base, before = "", ""
    for character in text:
        is_flag = _FIRST_FLAG <= ord(character) <= _LAST_FLAG
        flags = flags + 1 if is_flag else 0
        if before and _extends(character) and unicodedata.category(before) not in {"Cc", "Zl", "Zp"}:
            base = "" if before == _JOINER else base
            before = character
            continue
        joins = (is_flag and flags % 2 == 0) or (before == _JOINER and _is_picture(base) and _is_picture(character))
        count += not joins
        base = before = character
    return count


def _extends(character: str) -> bool:
    return (
        character == _JOINER
        or ord(character) in _TONES
        or ord(character) in _TAGS
        or unicodedata.category(character) in {"Mn", "Me"}
    )


def _is_picture(character: str) -> bool:
    return any(ord(character) in block for block in (*_PICTURES, *_MORE_PICTURES)) if character else False
