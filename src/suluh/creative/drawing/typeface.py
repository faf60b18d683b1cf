"""The typeface of every drawing, and which characters it has. Fonts of the machine are never used."""

from __future__ import annotations

import struct
import unicodedata
from functools import cache
from pathlib import Path

import fontpkg_plus_jakarta_sans
import typst

FAMILY = "Plus Jakarta Sans"
FOLDER = Path(fontpkg_plus_jakarta_sans.__file__).parent / "files"
# Drawn by the typesetter itself, without a glyph: no-break space, soft hyphen, zero-width space, line end.
_WITHOUT_GLYPH = frozenset("\u00a0\u00ad\u200b\n\t ")
# What stands for a character that the typeface lacks.
_STAND_INS = {
    "\u2011": "-",
    "\u2010": "-",
    "\u2212": "–",
    "\u202f": "\u00a0",
    "\u2009": " ",
    "\u2032": "'",
    "\u2033": '"',
}


@cache
def fonts() -> typst.Fonts:
    """Return the typeface, loaded once."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FOLDER)])


@cache
def characters() -> frozenset[int]:
    """Return the code points the upright typeface has a glyph for, read from its cmap table."""
    font = next(path for path in sorted(FOLDER.glob("*.ttf")) if "Italic" not in path.name).read_bytes()
    cmap = _table(font, name=b"cmap")
    (count,) = struct.unpack_from(">H", cmap, 2)
    offsets = {struct.unpack_from(">HHI", cmap, 4 + 8 * i)[2] for i in range(count)}
    found: set[int] = set()
    for offset in offsets:
        found |= _code_points(cmap[offset:])
    return frozenset(found)


def _table(font: bytes, *, name: bytes) -> bytes:
    (count,) = struct.unpack_from(">H", font, 4)
    for i in range(count):
        tag, _checksum, offset, length = struct.unpack_from(">4sIII", font, 12 + 16 * i)
        if tag == name:
            return font[offset : offset + length]
    raise ValueError(f"the font has no table {name!r}")


def _code_points(subtable: bytes) -> set[int]:
    """Read a cmap subtable of format 4 or 12 (OpenType 1.9.1, "cmap", read 2026-11-23); others hold nothing new."""
    (form,) = struct.unpack_from(">H", subtable, 0)
    if form == 4:
        (doubled,) = struct.unpack_from(">H", subtable, 6)
        half = doubled // 2
        ends = struct.unpack_from(f">{half}H", subtable, 14)
        starts = struct.unpack_from(f">{half}H", subtable, 16 + doubled)
        return {point for a, b in zip(starts, ends, strict=True) if a != 0xFFFF for point in range(a, b + 1)}
    if form == 12:
        (groups,) = struct.unpack_from(">I", subtable, 12)
        ranges = (struct.unpack_from(">III", subtable, 16 + 12 * i) for i in range(groups))
        return {point for a, b, _glyph in ranges for point in range(a, b + 1)}
    return set()


def drawable(text: str) -> tuple[str, str]:
    """Return ``text`` as the typeface can draw it, and the characters that had to be left out (emoji, say).

    A character without a glyph is replaced by a near one where there is one, by its letter without the mark
    ("ḥ" by "h"), or left out; spaces around what was left out are closed up.
    """
    known = characters()
    drawn: list[str] = []
    missing: list[str] = []
    for character in unicodedata.normalize("NFC", text):
        stand_in = _drawable_one(character, known=known)
        drawn.append(stand_in)
        if not stand_in and not unicodedata.category(character).startswith(("C", "M")):
            missing.append(character)
    shown = "".join(drawn)
    return (" ".join(shown.split(" ")) if not missing else " ".join(shown.split())), "".join(missing)


def _drawable_one(character: str, *, known: frozenset[int]) -> str:
    if ord(character) in known or character in _WITHOUT_GLYPH:
        return character
    if character in _STAND_INS:
        return _STAND_INS[character]
    plain = unicodedata.normalize("NFKD", character)
    return "".join(c for c in plain if ord(c) in known and not unicodedata.combining(c))
