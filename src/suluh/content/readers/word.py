"""Word's .docx: paragraphs, headings and tables in their order; what is struck out by tracked changes is left out."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from suluh.content.readers.contract import FileDamaged, FileHostile, FileTooLarge, KindUnknown, Reader
from suluh.foundation.language import lazy as _

_MOST_PARTS = 2000
_LARGEST_UNPACKED = 60_000_000  # bytes, all parts together
_LARGEST_XML = 20_000_000  # bytes, one part
_DEEPEST = 60  # tables in tables, controls in controls
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_LEFT_OUT = frozenset({f"{_W}del", f"{_W}moveFrom", f"{_W}pPr", f"{_W}rPr", _FALLBACK})
_MARKS = {f"{_W}tab": " ", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("ascii", "utf-16-le", "utf-16-be"))


def recognises(data: bytes) -> bool:
    return data.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def read(data: bytes) -> str:
    """Return the text of a .docx. Raises where the archive is no Word file, is damaged, or unpacks beyond measure."""
    import docx
    from lxml.etree import LxmlError  # type: ignore[import-untyped]  # lxml brings no types

    try:
        _check(data)
        document = docx.Document(io.BytesIO(data))
        return "\n\n".join(line for line in _lines(document.element.body, depth=0) if line.strip())
    except (zipfile.BadZipFile, LxmlError, KeyError, ValueError, OSError, EOFError, AttributeError) as error:
        raise _damaged(error) from error
    except (RuntimeError, NotImplementedError) as error:  # zipfile: a password, or a packing it does not know
        raise _damaged(error) from error


def _damaged(error: Exception) -> FileDamaged:
    return FileDamaged(_("This Word file is damaged. Open it in Word and save it again."), hint=repr(error)[:200])


def _check(data: bytes) -> None:
    """Refuse an archive that is no Word file, unpacks to too much, or holds XML with definitions of its own."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = archive.infolist()
        if "word/document.xml" not in archive.namelist():
            raise KindUnknown(_("This is a packed file, but not a Word file. Bring the .docx inside it by itself."))
        if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _LARGEST_UNPACKED:
            raise FileTooLarge(_("This Word file unpacks to more than Suluh reads. Save it without its pictures."))
        for part in parts:
            if not part.filename.lower().endswith((".xml", ".rels")):
                continue
            if part.file_size > _LARGEST_XML:
                raise FileTooLarge(_("This Word file unpacks to more than Suluh reads. Save it without its pictures."))
            raw = archive.read(part)
            if any(doctype in raw for doctype in _DOCTYPES):
                raise FileHostile(_("This Word file holds instructions that no Word file needs. It was not opened."))


def _lines(parent: Any, *, depth: int) -> Iterator[str]:
    """Yield the paragraphs and table rows below an element, in the order of the page."""
    if depth > _DEEPEST:
        return
    for child in parent:
        if child.tag in _LEFT_OUT:
            continue
        if child.tag == f"{_W}p":
            yield "".join(_pieces(child)).strip()
            for box in _boxes(child):
                yield from _lines(box, depth=depth + 1)
        elif child.tag == f"{_W}tr":
            yield _row(child, depth=depth)
        else:
            yield from _lines(child, depth=depth + 1)


def _boxes(paragraph: Any) -> list[Any]:
    """Return the text boxes anchored in a paragraph; a fallback repeats one and is left out."""
    boxes = paragraph.iter(f"{_W}txbxContent")
    return [box for box in boxes if not any(above.tag == _FALLBACK for above in box.iterancestors())]


def _row(row: Any, *, depth: int) -> str:
    """Return a table's row as one line: "name: value" where it has two cells."""
    cells = (" ".join(" ".join(_lines(cell, depth=depth + 1)).split()) for cell in row.iter(f"{_W}tc"))
    filled = list(dict.fromkeys(cell for cell in cells if cell))
    if len(filled) == 2:
        return f"{filled[0].rstrip(' :')}: {filled[1].lstrip(' :')}"
    return ", ".join(filled)


def _pieces(paragraph: Any) -> Iterator[str]:
    """Yield a paragraph's words, those of links and insertions too, without those of the text boxes in it."""
    stack = list(reversed(paragraph))
    while stack:
        element = stack.pop()
        if element.tag in _LEFT_OUT or element.tag == f"{_W}txbxContent":
            continue
        if element.tag == f"{_W}t":
            yield element.text or ""
        elif element.tag in _MARKS:
            yield _MARKS[element.tag]
        else:
            stack.extend(reversed(element))


READER = Reader(recognises=recognises, read=read, precedence=80)
