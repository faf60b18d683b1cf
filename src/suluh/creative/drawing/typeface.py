"""The typefaces of drawings and their emoji, and which characters they have. Fonts of the machine are never used."""

from __future__ import annotations

import struct
import unicodedata
from functools import cache
from pathlib import Path

import typst

from suluh.agencies.typefaces.find import DEFAULT_TYPEFACE, typeface_called, typefaces
from suluh.creative.drawing.emoji.find import FOLDER as EMOJI
from suluh.creative.drawing.emoji.find import in_parts

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


def folders() -> tuple[Path, ...]:
    """Return the folders of every typeface an office may choose, and of the emoji."""
    return (*(typeface.folder for typeface in typefaces().values()), EMOJI)


@cache
def fonts() -> typst.Fonts:
    """Return every typeface, found once; a file is read when its letters are first drawn."""
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(folder) for folder in folders()]
    )


@cache
def characters(typeface: str = DEFAULT_TYPEFACE) -> frozenset[int]:
    """Return the code points that a brand's letters, or the house's in their stead, have a glyph for."""
    return _in_file(typeface_called(typeface).upright) | _in_file(typeface_called(DEFAULT_TYPEFACE).upright)


@cache
def _in_file(upright: Path) -> frozenset[int]:
    """Return the code points of a font file, read from its cmap table."""
    font = upright.read_bytes()
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


def drawable(text: str, *, typeface: str = DEFAULT_TYPEFACE) -> tuple[str, str]:
    """Return ``text`` as it can be drawn, and the characters that had to be left out (of other scripts, say).

    A character without a glyph is replaced by a near one where there is one, by its letter without the mark
    ("ḥ" by "h"), or left out; spaces around what was left out are closed up. Emoji are drawn in colours of their own.
    """
    known = characters(typeface)
    drawn: list[str] = []
    missing: list[str] = []
    for part, is_emoji in in_parts(unicodedata.normalize("NFC", text)):
        if is_emoji and not (len(part) == 1 and ord(part) in known):
            drawn.append(part)
            continue
        for character in part:
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
