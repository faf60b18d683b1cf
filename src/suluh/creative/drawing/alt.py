"""Alt text of a drawing: the words that stand in it, whose it is, and its code."""

from __future__ import annotations

from collections.abc import Mapping

from suluh.creative.drawing.data import Sheet
from suluh.creative.drawing.typeface import drawable
from suluh.creative.packs.plan import Piece


def alt_text(sheet: Sheet, shown: list[Piece], *, kind: str = "") -> str:
    """Return the alt text of a drawing that shows the texts ``shown``, in the story's language.

    A page of a kind whose words are the layout's own takes them from its word ``alt_<kind>``, and a page of a series
    from its words ``page_<number>_<what>``.
    """
    words = sheet.layout.words_in(sheet.story.language)
    own = [words.get(f"alt_{kind}", ""), *(word for name, word in words.items() if name.startswith(f"page_{kind}_"))]
    said = " ".join(
        [
            " ".join(_as_sentence(word) for word in own if word),
            *(_said(piece, words=words, typeface=sheet.brand.typeface) for piece in shown),
        ]
    ).strip()
    offices = " × ".join(brand.short_name for brand in (sheet.brand, *sheet.partners))
    parts = (said, f"{words['alt_from']} {offices}.", f"{words['alt_code']} {sheet.mark.code}.")
    return " ".join(part for part in parts if part)


def _said(piece: Piece, *, words: Mapping[str, str], typeface: str) -> str:
    text = drawable(piece.text, typeface=typeface)[0]
    return _as_sentence(f"{words['photo']} {text}" if piece.kind == "credit" else text)


def _as_sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?", "…", "”")) else f"{text}."
