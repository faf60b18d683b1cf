"""Trying a layout out while it is written: what is wrong, and how it looks now."""

from __future__ import annotations

from dataclasses import dataclass

from suluh.agencies.brand import Brand
from suluh.creative.designing.archive import PROGRAM, Files
from suluh.creative.designing.checking import (
    MARK,
    STORY_NAMES,
    check_program,
    check_sample,
    faults_of,
    sample_of,
    story_called,
)
from suluh.creative.designing.form import check_form
from suluh.creative.designing.refusals import Fault, ProgramMistaken
from suluh.creative.designing.shelf import layout_of
from suluh.creative.drawing.engine import preview
from suluh.creative.drawing.rendition import Rendition
from suluh.foundation.errors import Refusal

__all__ = ["STORY_NAMES", "Trial", "try_out"]

# px that a page is wide on the screen, at most.
_WIDTH = 520


@dataclass(frozen=True, kw_only=True)
class Trial:
    """One look at a layout: the faults, the pages where it could be drawn, its sizes by name and title."""

    faults: tuple[Fault, ...] = ()
    pages: tuple[Rendition, ...] = ()
    sizes: tuple[tuple[str, str], ...] = ()
    size: str = ""


def try_out(files: Files, *, slug: str, brand: Brand, story: str = "sample", size: str = "") -> Trial:
    """Return how a layout looks with its sample, or with one of ``STORY_NAMES``, in one of its sizes."""
    read = (*check_form(files.form), *check_sample(files.sample), *check_program(files.program))
    if any(fault.file != PROGRAM for fault in faults_of(read)):
        return Trial(faults=read)
    layout = layout_of(files, name=slug)
    sizes = tuple((name, str(one.title) or name) for name, one in layout.sizes.items())
    chosen = layout.at(size if size in layout.sizes else next(iter(layout.sizes)))
    text = story_called(story) if story in STORY_NAMES else sample_of(files)
    found: tuple[Fault, ...] = ()
    pages: tuple[Rendition, ...] = ()
    try:
        pages = preview(text, brand=brand, layout=chosen, mark=MARK, scale=min(1.0, _WIDTH / chosen.width))
    except ProgramMistaken as mistake:
        found = (
            Fault(
                file=PROGRAM,
                sentence=mistake.sentence,
                line=mistake.line,
                column=mistake.column,
                detail=mistake.message.replace("\n", " ")[:300],
            ),
        )
    except Refusal as refusal:
        found = (Fault(file=PROGRAM, sentence=refusal.sentence),)
    return Trial(faults=(*found, *read), pages=pages, sizes=sizes, size=chosen.size)
