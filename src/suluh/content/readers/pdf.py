"""PDF: lines joined to paragraphs by where they stand on the page; running heads and page numbers left out."""

from __future__ import annotations

import re
import statistics
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from suluh.content.readers.contract import (
    LARGEST_TEXT,
    MOST_PAGES,
    FileDamaged,
    FileLocked,
    FileTooLarge,
    NoTextInside,
    Reader,
)
from suluh.foundation import pdfium
from suluh.foundation.language import lazy as _

_FEWEST_LETTERS = 20  # a page of fewer is a picture of text
_PAGE_NUMBER = re.compile(r"(?:halaman|hal\.?|page)?\s*[-–]?\s*\d{1,3}\s*(?:(?:dari|of|/)\s*\d{1,3})?\s*[-–]?", re.I)
_SOFT_HYPHENS = "\x02\ufffe\u00ad"
_BROKEN = re.compile(r"(?P<before>\w+)-$")


@dataclass(frozen=True)
class Line:
    """A line of a page and where it stands, in points from the page's lower left corner."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    size: float  # of its first letter


def recognises(data: bytes) -> bool:
    return b"%PDF-" in data[:1024]


def read(data: bytes) -> str:
    """Return the text of a PDF. Raises where it is locked, damaged, longer than 200 pages, or only pictures."""
    import pypdfium2

    with pdfium.ALONE:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            raise _not_opened(error) from error
        try:
            if len(document) > MOST_PAGES:
                raise FileTooLarge(_("This PDF has more than 200 pages. Bring only the pages of the press release."))
            pages = _pages(document)
        except pypdfium2.PdfiumError as error:
            raise _not_opened(error) from error
        finally:
            document.close()
    if sum(letter.isalnum() for page in pages for line in page for letter in line.text) < _FEWEST_LETTERS:
        raise NoTextInside(
            _("This PDF holds pictures of pages, not text: it was probably scanned. Bring the file it was made from.")
        )
    return "\n\n".join(_paragraphs(_without_running_heads(pages)))


def _not_opened(error: Exception) -> FileLocked | FileDamaged:
    if "password" in str(error).lower():
        return FileLocked(_("This PDF opens with a password only. Save it without one."))
    return FileDamaged(_("This PDF is damaged. Save it again from where it was made."), hint=repr(error)[:200])


def _pages(document: Any) -> list[list[Line]]:
    pages = []
    size = 0
    for page in document:
        textpage = page.get_textpage()
        pages.append(_lines(textpage))
        size += sum(len(line.text) for line in pages[-1])
        textpage.close()
        page.close()
        if size > LARGEST_TEXT:
            raise FileTooLarge(_("The file holds more text than a press release can. Send the release alone."))
    return pages


def _lines(textpage: Any) -> list[Line]:
    """Return the lines of a page in the order they are drawn; pieces that stand on one height are one line."""
    from pypdfium2 import raw

    lines: list[Line] = []
    for at in range(textpage.count_rects()):
        left, bottom, right, top = textpage.get_rect(at)
        text = " ".join(textpage.get_text_bounded(left, bottom, right, top).split())
        if not text:
            continue
        last = lines[-1] if lines else None
        if last and _same_height(last, bottom=bottom, top=top) and left >= last.right - 2:
            gap = "" if left - last.right < 0.12 * (top - bottom) else " "
            joined = f"{last.text}{gap}{text}"
            lines[-1] = Line(joined, last.left, min(bottom, last.bottom), right, max(top, last.top), last.size)
        else:
            letter = textpage.get_index(left + 1, (bottom + top) / 2, 6, 6)
            size = raw.FPDFText_GetFontSize(textpage, letter) if letter is not None else 0.0
            lines.append(Line(text, left, bottom, right, top, size))
    return lines


def _same_height(line: Line, *, bottom: float, top: float) -> bool:
    middle = (bottom + top) / 2
    return line.bottom <= middle <= line.top or bottom <= (line.bottom + line.top) / 2 <= top


def _without_running_heads(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """Leave out page numbers, and what stands at the edge of most pages with only its digits changing."""
    edges = Counter(key for page in pages for key in {_key(line) for line in [*page[:3], *page[-3:]]})
    most = max(2, len(pages) * 0.6)
    running = {key for key, count in edges.items() if len(pages) > 1 and count >= most}
    kept = []
    for page in pages:
        last = len(page) - 3
        kept.append([
            line
            for at, line in enumerate(page)
            if not ((at < 3 or at >= last) and (_key(line) in running or _PAGE_NUMBER.fullmatch(line.text)))
        ])  # fmt: skip
    return kept


def _key(line: Line) -> str:
    return re.sub(r"\d+", "#", line.text.lower())


def _paragraphs(pages: Sequence[Sequence[Line]]) -> list[str]:
    paragraphs: list[str] = []
    before: Line | None = None
    for page in pages:
        if not page:
            continue
        margin, indent = max(line.right for line in page), min(line.left for line in page)
        heights = [line.top - line.bottom for line in page]
        steps = [a.bottom - b.bottom for a, b in pairwise(page) if a.bottom > b.bottom]
        leading = statistics.median(steps) if steps else 1.4 * statistics.median(heights)
        is_first = True
        for line in page:
            starts = before is None or _starts(
                line, before=before, leading=0 if is_first else leading, margin=margin, indent=indent
            )
            if starts or not paragraphs:
                paragraphs.append(line.text)
            else:
                paragraphs[-1] = _join(paragraphs[-1], line.text)
            before, is_first = line, False
    return [paragraph.translate(dict.fromkeys(map(ord, _SOFT_HYPHENS))) for paragraph in paragraphs]


def _starts(line: Line, *, before: Line, leading: float, margin: float, indent: float) -> bool:
    """Say whether a line starts a paragraph: after a wider gap, a short line, or set in. ``leading`` 0: a new page."""
    ended = before.text.rstrip(_SOFT_HYPHENS)[-1:] in '.!?:”")'
    short = before.right < margin - 0.15 * (margin - indent)
    if not leading:
        return ended or (short and line.text[:1].isupper())
    step = before.bottom - line.bottom
    if step > 1.35 * leading or step < 0:
        return True
    if line.size and before.size and not 0.92 < line.size / before.size < 1.09:
        return True
    set_in = line.left > before.left + 8 and line.left > indent + 8
    return (short and (ended or line.text[:1].isupper())) or (set_in and ended)


def _join(before: str, after: str) -> str:
    """Join two lines; a word broken by a hyphen becomes whole, "terus-menerus" and "se-Provinsi" keep theirs."""
    if before[-1] in _SOFT_HYPHENS:  # PDFium's mark for a hyphen that ends a line
        before = f"{before[:-1]}-"
    broken = _BROKEN.search(before)
    if broken is None or not after[:1].isalpha():
        return f"{before} {after}"
    first, second = broken.group("before").lower(), after.split()[0].lower()
    is_doubled = len(first) >= 4 and first[1:] in second
    return before + after if is_doubled or after[0].isupper() else before[:-1] + after


READER = Reader(recognises=recognises, read=read, precedence=80)
