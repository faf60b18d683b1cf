"""Kinds that are often brought and are not read, each with what to do instead."""

from __future__ import annotations

from typing import NoReturn

from suluh.content.readers.contract import KindUnknown, NoTextInside, Reader
from suluh.foundation.language import lazy as _

_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM")
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RICH_TEXT = b"{\\rtf"


def recognises(data: bytes) -> bool:
    """Say whether this is a picture, an old or locked office file, or rich text."""
    return _is_picture(data) or _is_other_markup(data) or data.startswith((_OLD_OFFICE, _RICH_TEXT))


def _is_other_markup(data: bytes) -> bool:
    head = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return head.startswith((b"<?xml", b"<svg", b"<!doctype svg")) and b"<html" not in head


def _is_picture(data: bytes) -> bool:
    return data.startswith(_PICTURES) or (data[:4] == b"RIFF" and data[8:12] == b"WEBP")


def refuse(data: bytes) -> NoReturn:
    """Say why this file is not read and what to bring instead."""
    if _is_picture(data):
        raise NoTextInside(_("This is a picture. Bring the file it was made from, or paste the text."))
    if data.startswith(_OLD_OFFICE):
        raise KindUnknown(
            _("This is an old Word file (.doc) or one locked with a password. Save it as .docx without a password.")
        )
    if _is_other_markup(data):
        raise KindUnknown(_("This is a drawing or data file. Bring a .docx, .pdf, .txt or .html file."))
    raise KindUnknown(_("This is a rich text file (.rtf). Save it as .docx, or paste the text."))


READER = Reader(recognises=recognises, read=refuse, precedence=90)
