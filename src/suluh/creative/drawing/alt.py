"""Alt text of a drawing: the words that stand in it, whose it is, and its code."""

from __future__ import annotations

from collections.abc import Mapping

from suluh.creative.drawing.data import Sheet
from suluh.creative.drawing.typeface import drawable
from suluh.creative.packs.plan import Piece


def alt_text(sheet: Sheet, shown: list[Piece]) -> str:
    """Return the alt text of a drawing that shows the texts ``shown``, in the story's language."""
    words = sheet.layout.words_in(sheet.story.language)
    said = " ".join(_said(piece, words=words) for piece in shown)
    offices = " × ".join(brand.short_name for brand in (sheet.brand, *sheet.partners))
    parts = (said, f"{words['alt_from']} {offices}.", f"{words['alt_code']} {sheet.mark.code}.")
    return " ".join(part for part in parts if part)


def _said(piece: Piece, *, words: Mapping[str, str]) -> str:
    text = drawable(piece.text)[0]
    return _as_sentence(f"{words['photo']} {text}" if piece.kind == "credit" else text)


def _as_sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?", "…", "”")) else f"{text}."
