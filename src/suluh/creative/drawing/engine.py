"""Drawing a story: from its blocks and an office's brand to finished files. No Django, no database, no network."""

from __future__ import annotations

import re
import threading
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Literal

import typst

from suluh.agencies.brand import Brand
from suluh.content.blocks import StoryText
from suluh.creative.designing.press import Order, press
from suluh.creative.designing.refusals import PagesDiffer, ProgramMistaken
from suluh.creative.drawing.alt import alt_text
from suluh.creative.drawing.data import Sheet, Writer, pieces
from suluh.creative.drawing.encoding import PNG, SUFFIXES, encoded
from suluh.creative.drawing.layouts import CREATIVE, FOLDER, Layout, layout_called
from suluh.creative.drawing.mark import Mark
from suluh.creative.drawing.rendition import DrawingFailed, LayoutUnsuited, Rendition, TextDoesNotFit
from suluh.creative.drawing.typeface import fonts
from suluh.creative.packs.choose import choose
from suluh.creative.packs.plan import Piece
from suluh.foundation.language import lazy as _

# 72 px an inch: one pt of a layout is one px of its picture.
_PPI = 72
_DOES_NOT_FIT = re.compile(r"suluh does not fit: block=(\S*) kind=(\S*) cut=(\d+)")
_START = 40
_own = threading.local()
# What a person calls the text that does not fit.
KINDS = {
    "headline": _("The headline"),
    "lead": _("The lead"),
    "topic": _("The topic"),
    "place": _("The place"),
    "byline": _("The writer's name"),
    "paragraph": _("The paragraph"),
    "quote": _("The quote"),
    "number": _("The number"),
    "step": _("The point"),
    "myth_fact": _("The myth or fact"),
    "call_to_action": _("The call to action"),
    "contact": _("The contact"),
    "event": _("The event"),
}


def draw(  # noqa: PLR0913 - what a drawing is made of; each has a name of its own at the call
    story: StoryText,
    *,
    brand: Brand,
    layout: str | Layout,
    size: str | None = None,
    mark: Mark,
    partners: tuple[Brand, ...] = (),
    pictures: Mapping[str, bytes] | None = None,
    scale: float = 1.0,
    pages: tuple[int, ...] | None = None,
) -> tuple[Rendition, ...]:
    """Return the files of one layout in one size (its first where none is named): a picture for each page, or one PDF.

    ``layout`` is one of this installation's by name, or any that was read from a folder. ``pictures`` are the files of
    the story's media by name. ``scale`` makes pictures smaller (0.4 for a preview; a PDF keeps its size); ``pages``
    draws only those of a run of pages, counted from 1. The same input gives the same bytes.
    Raises ``LayoutMissing``, ``SizeMissing``, ``MotifMissing``, ``LayoutUnsuited``, and ``TextDoesNotFit``, which names
    the block.
    """
    chosen = _chosen(layout, size)
    sheet = _sheet(story, chosen, brand=brand, partners=partners, mark=mark, pictures=pictures or {})
    writer = _writer(sheet)
    if chosen.is_pdf:
        document = sheet.document(pages=_wanted(sheet, None), writer=writer)
        data = _compile(sheet, document, form="pdf", ppi=_PPI, stamp=_stamp(story))
        return (_rendition(sheet, writer, page=1, data=data[0], scale=1.0),)
    wanted = _wanted(sheet, pages)
    if not wanted:
        return ()
    document = sheet.document(pages=wanted, writer=writer)
    drawn = _compile(sheet, document, form="png", ppi=_PPI * scale, stamp=None)
    if len(drawn) != len(wanted):
        raise PagesDiffer(
            _("The layout draws %(drawn)d pages, and should draw %(wanted)d. Look for what runs over its page.")
            % {"drawn": len(drawn), "wanted": len(wanted)}
        )
    return tuple(
        _rendition(sheet, writer, page=page, data=data, scale=scale) for page, data in zip(wanted, drawn, strict=True)
    )


def preview(  # noqa: PLR0913 - as ``draw``
    story: StoryText,
    *,
    brand: Brand,
    layout: str | Layout,
    size: str | None = None,
    mark: Mark,
    partners: tuple[Brand, ...] = (),
    pictures: Mapping[str, bytes] | None = None,
    scale: float = 0.4,
) -> tuple[Rendition, ...]:
    """Return every page of a layout as a small PNG, a PDF's pages too: for showing beside the editor."""
    chosen = _chosen(layout, size)
    if not chosen.is_pdf:
        return draw(story, brand=brand, layout=chosen, mark=mark, partners=partners, pictures=pictures, scale=scale)
    sheet = _sheet(story, chosen, brand=brand, partners=partners, mark=mark, pictures=pictures or {})
    writer = _writer(sheet)
    drawn = _compile(sheet, sheet.document(pages=(), writer=writer), form="png", ppi=_PPI * scale, stamp=None)
    return tuple(
        _rendition(sheet, writer, page=page, data=data, scale=scale) for page, data in enumerate(drawn, start=1)
    )


def page_count(story: StoryText, *, layout: str | Layout) -> int:
    """Return how many pictures a layout makes of a story in each of its sizes; 1 for a PDF."""
    chosen = _chosen(layout, None)
    return _count(chosen, slides=len(choose(story, room=chosen.room).slides))


def _count(layout: Layout, *, slides: int) -> int:
    """Return how many pictures there are: one a slide, as many as a series has, or one."""
    if "slides" in layout.shows:
        return slides
    return layout.pages if layout.is_series else 1


def _chosen(layout: str | Layout, size: str | None) -> Layout:
    return (layout if isinstance(layout, Layout) else layout_called(layout)).at(size)


def _sheet(
    story: StoryText,
    layout: Layout,
    *,
    brand: Brand,
    partners: tuple[Brand, ...],
    mark: Mark,
    pictures: Mapping[str, bytes],
) -> Sheet:
    plan = choose(story, room=layout.room, pictures=frozenset(pictures))
    if not layout.suits(plan):
        raise LayoutUnsuited(
            _("The story has nothing to show in the layout “%(layout)s”. Add the kind of block that it shows.")
            % {"layout": layout.title}
        )
    return Sheet(
        story=story,
        plan=plan,
        layout=layout,
        brand=brand,
        partners=partners,
        mark=mark,
        pictures=pictures,
    )


def _writer(sheet: Sheet) -> Writer:
    return Writer(
        language=sheet.story.language,
        pictures=sheet.pictures,
        shortest=sheet.layout.photo,
        typeface=sheet.brand.typeface,
    )


def _wanted(sheet: Sheet, pages: tuple[int, ...] | None) -> tuple[int, ...]:
    count = _count(sheet.layout, slides=len(sheet.plan.slides))
    return tuple(page for page in (pages or range(1, count + 1)) if 1 <= page <= count)


def _stamp(story: StoryText) -> datetime:
    """A PDF is dated by its story, not by the clock: the same story gives the same bytes."""
    day = story.dated_on
    return datetime(day.year, day.month, day.day, tzinfo=UTC) if day else datetime(2024, 1, 1, tzinfo=UTC)


def _compiler(layout: Layout) -> typst.Compiler:
    """Return this thread's compiler for a layout; it keeps the program, the typeface and what it has measured."""
    kept: dict[str, typst.Compiler] = _own.__dict__.setdefault("compilers", {})
    if layout.name not in kept:
        kept[layout.name] = typst.Compiler(
            input=str(layout.program), root=str(CREATIVE), font_paths=fonts(), ignore_system_fonts=True
        )
    return kept[layout.name]


def _compile(
    sheet: Sheet, document: str, *, form: Literal["pdf", "png"], ppi: float, stamp: datetime | None
) -> list[bytes]:
    layout = sheet.layout
    if layout.folder.parent != FOLDER:
        return _pressed(sheet, document, form=form, ppi=ppi, stamp=stamp)
    standards: list[Any] = list(layout.pdf_standards)
    try:
        made = _compiler(layout).compile(
            format=form,
            ppi=ppi,
            sys_inputs={"suluh": document},
            pdf_standards=standards if form == "pdf" else [],
            timestamp=stamp,
        )
    except typst.TypstError as error:
        raise _refusal(str(error.message), sheet=sheet) from error
    return [page for page in (made if isinstance(made, list) else [made]) if page is not None]


def _pressed(
    sheet: Sheet, document: str, *, form: Literal["pdf", "png", "svg"], ppi: float, stamp: datetime | None
) -> list[bytes]:
    """Draw a layout from elsewhere, which people wrote: apart from this process, where it can do no harm."""
    order = Order(
        program=sheet.layout.program.read_text(encoding="utf-8"),
        document=document,
        form=form,
        ppi=ppi,
        standards=sheet.layout.pdf_standards if form == "pdf" else (),
        stamp=stamp,
    )
    try:
        return press().draw(order, owner=sheet.brand.slug)
    except ProgramMistaken as mistake:
        if _DOES_NOT_FIT.search(mistake.message):
            raise _refusal(mistake.message, sheet=sheet) from mistake
        raise


def _refusal(message: str, *, sheet: Sheet) -> TextDoesNotFit | DrawingFailed:
    found = _DOES_NOT_FIT.search(message)
    if found is None:
        return DrawingFailed(_("The drawing could not be made. Please tell who runs this server."), hint=message[:500])
    block, kind, cut = found.group(1), found.group(2), int(found.group(3))
    return TextDoesNotFit(
        _("%(kind)s “%(start)s” is too long for the layout “%(layout)s”. Shorten it by about %(cut)s characters.")
        % {"kind": KINDS.get(kind, kind), "start": _start(sheet, block), "layout": sheet.layout.title, "cut": cut},
        block=block,
        kind=kind,
        layout=sheet.layout.name,
        cut=cut,
    )


def _start(sheet: Sheet, block: str) -> str:
    """Return how the longest text of a block begins, for a person to know it by."""
    texts = [piece.text for piece in pieces(sheet.plan) if piece.block == block]
    text = max(texts, key=len, default=block)
    return text if len(text) <= _START else text[:_START].rsplit(" ", 1)[0] + " …"


def _rendition(sheet: Sheet, writer: Writer, *, page: int, data: bytes, scale: float) -> Rendition:
    layout = sheet.layout
    shown = _shown(sheet, page)
    # A preview is shown at once, and stays as it was drawn.
    is_shown = scale < 1 and not layout.is_pdf
    data, media_type = (data, PNG) if is_shown else encoded(data, media_type=layout.media_type)
    suffix = SUFFIXES[media_type]
    numbered = "slides" in layout.shows or layout.is_series or (layout.is_pdf and suffix == "png")
    parts = (layout.name, layout.size, str(page) if numbered else "")
    return Rendition(
        layout=layout.name,
        size=layout.size,
        name=f"{'-'.join(part for part in parts if part)}.{suffix}",
        media_type=media_type,
        data=data,
        width=round(layout.width * scale),
        height=round(layout.height * scale),
        alt=alt_text(sheet, shown, kind=_kind(sheet, page)),
        page=page,
        shortened=tuple(dict.fromkeys(piece.block for piece in shown if piece.shortened)),
        left_out="".join(writer.left_out),
    )


def _kind(sheet: Sheet, page: int) -> str:
    """Return what sort of page it is, where the layout's own words say what stands there."""
    if "slides" in sheet.layout.shows:
        return sheet.plan.slides[page - 1].kind
    return str(page) if sheet.layout.is_series else ""


def _shown(sheet: Sheet, page: int) -> list[Piece]:
    """Return the texts drawn on a page, in reading order."""
    shown: list[Piece] = []
    for name in sheet.layout.shows:
        if name == "blocks":
            continue
        value = getattr(sheet.plan, name)
        if name == "slides":
            value = value[page - 1]
        elif "slides" in sheet.layout.shows and page > 1:
            continue
        shown += list(pieces(value))
        if shown and sheet.layout.shows_one:
            break
    return _once(shown)


def _once(shown: list[Piece]) -> list[Piece]:
    return list(dict.fromkeys(shown))
