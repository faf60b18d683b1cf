"""Where the lines of text of a drawn PDF stand: what runs out of its page, and what lies on another line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

import pypdfium2

# Shares of the smaller line's area that two lines may share: marks above a capital, tails of letters.
_MAY_SHARE = 0.3
# pt that a glyph's outline may reach over the page's edge.
_OVER = 1.5


@dataclass(frozen=True, kw_only=True)
class Line:
    """A run of text on one line; places are pt from the lower left corner of the page."""

    text: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def area(self) -> float:
        return max(0.0, self.right - self.left) * max(0.0, self.top - self.bottom)

    def shared(self, other: Line) -> float:
        """Return the area that both lines cover."""
        width = min(self.right, other.right) - max(self.left, other.left)
        height = min(self.top, other.top) - max(self.bottom, other.bottom)
        return width * height if width > 0 and height > 0 else 0.0


def lines_of(page: pypdfium2.PdfPage) -> list[Line]:
    """Return the lines of text of a page; empty ones are left out."""
    words = page.get_textpage()
    found = []
    for place in range(words.count_rects()):
        left, bottom, right, top = words.get_rect(place)
        shown = words.get_text_bounded(left, bottom, right, top).strip()
        line = Line(text=shown, left=left, bottom=bottom, right=right, top=top)
        # A place that pdfium gives for two lines at once says nothing of either.
        if shown and "\n" not in shown and line.area > 0:
            found.append(line)
    return found


def troubles(pdf: bytes) -> Iterator[str]:
    """Yield a sentence for every line that leaves its page, and for every two that lie on one another."""
    document = pypdfium2.PdfDocument(pdf)
    for number, page in enumerate(document, start=1):
        width, height = page.get_size()
        lines = lines_of(page)
        for line in lines:
            if line.left < -_OVER or line.bottom < -_OVER or line.right > width + _OVER or line.top > height + _OVER:
                yield f"page {number}: leaves the page: {line.text[:60]!r}"
        for first, second in combinations(lines, 2):
            if first.shared(second) > _MAY_SHARE * min(first.area, second.area):
                yield f"page {number}: {first.text[:40]!r} lies on {second.text[:40]!r}"
    document.close()
