"""Taking sentences from a text without changing a letter of them."""

from __future__ import annotations

import re

ELLIPSIS = " …"
# A sentence ends at . ! ? (and the quotation mark after it) before a space and a capital or an opening mark; the end
# of an initial or a title ("S. A.", "Ir.", "dr.") is not one.
_END = re.compile(r"(?<=[^\W\d_]{3}[.!?])[”\"’)]*\s+(?=[“\"‘(]?[A-Z0-9])|(?<=[\d%)][.!?])\s+(?=[“\"‘(]?[A-Z])")


def sentences(text: str) -> list[str]:
    """Return the sentences of ``text``, whole and in order."""
    pieces: list[str] = []
    start = 0
    for end in _END.finditer(text):
        pieces.append(text[start : end.end()].strip())
        start = end.end()
    pieces.append(text[start:].strip())
    return [piece for piece in pieces if piece]


def shortened(text: str, *, to: int) -> tuple[str, bool]:
    """Return the first whole sentences of ``text`` that fit in ``to`` characters, and whether any were left out.

    What was left out is shown by "…". A first sentence longer than ``to`` is returned whole: nobody's words are cut
    in the middle.
    """
    text = " ".join(text.split())
    if len(text) <= to:
        return text, False
    kept, *rest = sentences(text)
    for sentence in rest:
        if len(kept) + 1 + len(sentence) + len(ELLIPSIS) > to:
            return kept + ELLIPSIS, True
        kept = f"{kept} {sentence}"
    return kept, False
