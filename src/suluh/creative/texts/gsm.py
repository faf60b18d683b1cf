"""How many parts a text message is sent in: the alphabet of GSM 03.38, now 3GPP TS 23.038, or else UCS-2.

In the alphabet's basic table a sign takes one septet, in its extension table two: 160 septets in a message alone, 153
in each of several. One sign from elsewhere, and the whole message is UCS-2: 70 code units alone, 67 in each of several.
A sign of two septets or units is never parted between two messages.
"""

from __future__ import annotations

from collections.abc import Sequence

_BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_EXTENDED = frozenset("\f^{}\\[~]|€")
_SEPTETS, _SEPTETS_OF_SEVERAL = 160, 153
_UNITS, _UNITS_OF_SEVERAL = 70, 67
_LAST_OF_ONE_UNIT = 0xFFFF
# Signs of the typesetter that the alphabet lacks, and the typewriter's signs for them.
_TYPED = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "‑": "-", "…": "...", "•": "-"}
    | {"\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u00ad": ""}
)


def typed(text: str) -> str:
    """Return the text with a typewriter's quotation marks, dashes and spaces: the same words in the small alphabet."""
    return text.translate(_TYPED)


def parts(text: str) -> int:
    """Return the number of messages that carry the text, at least 1."""
    if all(sign in _BASIC or sign in _EXTENDED for sign in text):
        sizes = [2 if sign in _EXTENDED else 1 for sign in text]
        return _parts(sizes, alone=_SEPTETS, of_several=_SEPTETS_OF_SEVERAL)
    sizes = [2 if ord(sign) > _LAST_OF_ONE_UNIT else 1 for sign in text]
    return _parts(sizes, alone=_UNITS, of_several=_UNITS_OF_SEVERAL)


def _parts(sizes: Sequence[int], *, alone: int, of_several: int) -> int:
    if sum(sizes) <= alone:
        return 1
    count, filled = 1, 0
    for size in sizes:
        if filled + size > of_several:
            count, filled = count + 1, 0
        filled += size
    return count
