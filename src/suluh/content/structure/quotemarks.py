"""Finding what stands between quotation marks, whichever marks the writer used."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from suluh.content.structure.model import Passage, Span

_MARK = re.compile("[\"“”„«»]|''|``")
_OPENING = frozenset("“„«")
_CLOSING = frozenset("”»")


@dataclass(frozen=True, kw_only=True)
class Marked(Span):
    """A stretch between marks within one paragraph. ``is_closed`` is False where the paragraph ends first."""

    inner_start: int
    inner_end: int
    is_closed: bool = True


def marked_in(text: str, *, paragraphs: Sequence[Passage]) -> tuple[tuple[Marked, ...], ...]:
    """Return the quotes of a text; each is a tuple of its pieces, one a paragraph, for it may run over several."""
    quotes: list[tuple[Marked, ...]] = []
    running: list[Marked] = []
    for paragraph in paragraphs:
        carried = bool(running)
        for piece in _pieces(paragraph, carried=carried):
            running = [*running, piece] if carried else [piece]
            if piece.is_closed:
                quotes.append(tuple(running))
                running = []
        if carried and running and not _still_open(running[-1], paragraph=paragraph):
            quotes.append(tuple(running))
            running = []
    if running:
        quotes.append(tuple(running))
    return tuple(quotes)


def _still_open(piece: Marked, *, paragraph: Passage) -> bool:
    return not piece.is_closed and piece.end == paragraph.end


def _pieces(paragraph: Passage, *, carried: bool) -> list[Marked]:
    """Return the marked pieces of a paragraph; ``carried`` says that a quote of the one before is still open.

    Such a quote goes on only where this paragraph opens with a mark or has a closing mark before any opening one.
    """
    marks = list(_MARK.finditer(paragraph.text))
    pieces: list[Marked] = []
    opened: tuple[int, int] | None = None
    if carried and marks and marks[0].start() > 0 and not _opens(paragraph.text, mark=marks[0]):
        opened = (0, 0)
    for mark in marks:
        if opened is None:
            if _may_open(paragraph.text, mark=mark):
                opened = (mark.start(), mark.end())
        elif mark.group() not in _OPENING and not (mark.group() not in _CLOSING and _opens(paragraph.text, mark=mark)):
            pieces.append(_piece(paragraph, opened=opened, closed=(mark.start(), mark.end())))
            opened = None
    if opened is not None:
        end = len(paragraph.text)
        pieces.append(_piece(paragraph, opened=opened, closed=(end, end), is_closed=False))
    return pieces


def _piece(paragraph: Passage, *, opened: tuple[int, int], closed: tuple[int, int], is_closed: bool = True) -> Marked:
    base = paragraph.start
    return Marked(
        start=base + opened[0],
        end=base + closed[1],
        inner_start=base + opened[1],
        inner_end=base + closed[0],
        is_closed=is_closed,
    )


def _opens(text: str, *, mark: re.Match[str]) -> bool:
    """Say whether a mark can only open: by its form, or, where it is straight, by the spaces around it."""
    if mark.group() in _OPENING:
        return True
    if mark.group() in _CLOSING:
        return False
    before = text[mark.start() - 1 : mark.start()]
    after = text[mark.end() : mark.end() + 1]
    return (not before or before in " (–—-") and bool(after) and not after.isspace()


def _may_open(text: str, *, mark: re.Match[str]) -> bool:
    return mark.group() not in _CLOSING and mark.end() < len(text)
