"""Plain text: UTF-8, UTF-16 with or without its mark, Windows-1252."""

from __future__ import annotations

import codecs
import re

from suluh.content.readers.contract import Reader

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LOOKED_AT = 8192  # bytes
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def recognises(data: bytes) -> bool:
    """Say whether the bytes can be text: a mark of Unicode, UTF-16 without one, or hardly a control character."""
    head = data[:_LOOKED_AT]
    if any(head.startswith(mark) for mark, _encoding in _MARKS) or _utf16_without_mark(head):
        return True
    return len(_CONTROL.findall(head)) * 100 <= len(head)


def read(data: bytes) -> str:
    """Return the text; what no encoding explains shows as the replacement character."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    unmarked = _utf16_without_mark(data[:_LOOKED_AT])
    if unmarked:
        return data.decode(unmarked, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _utf16_without_mark(head: bytes) -> str:
    """Return the encoding when nearly every second byte is zero, as in Latin text written as UTF-16."""
    pairs = len(head) // 2
    if pairs < 4:
        return ""
    if head[1::2].count(0) > pairs * 0.8 and head[::2].count(0) == 0:
        return "utf-16-le"
    if head[::2].count(0) > pairs * 0.8 and head[1::2].count(0) == 0:
        return "utf-16-be"
    return ""


READER = Reader(recognises=recognises, read=read, precedence=0)
