"""What must hold before an office's own layout is put in use: the same in the browser and on the command line."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import pypdfium2
from PIL import Image

from suluh.agencies.brand import Brand
from suluh.content.blocks import StoryText, parse_story
from suluh.creative.designing.archive import PROGRAM, SAMPLE, Files
from suluh.creative.designing.form import check_form
from suluh.creative.designing.mark_seen import qr_module_seen
from suluh.creative.designing.refusals import Fault, ProgramMistaken
from suluh.creative.designing.shelf import layout_of
from suluh.creative.drawing.engine import draw
from suluh.creative.drawing.layouts import Layout
from suluh.creative.drawing.mark import Mark
from suluh.creative.drawing.rendition import Rendition, TextDoesNotFit
from suluh.creative.packs.choose import choose
from suluh.foundation import pdfium
from suluh.foundation.errors import Refusal
from suluh.foundation.language import lazy as _

_STORIES = Path(__file__).resolve().parent / "stories"
STORY_NAMES = ("short", "typical", "extreme")
_URL = "https://suluh.example.go.id/c/K7QX-42MD"
MARK = Mark(code="K7QX-42MD", url=_URL)
# The same address with another code: a picture that shows the code differs.
_OTHER_MARK = Mark(code="W3NB-58TV", url=_URL)
# px of the longer side that a PDF's page is looked at with: a module of its QR code is then some px. One story a size
# is looked at so closely, the others as large as they are.
_PDF_LONGEST = 3000
_PDF = "application/pdf"
_RAW_COLOUR = re.compile(r"\b(?:rgb|luma|cmyk|oklab|oklch|color\.\w+)\(\s*[\"\d]")
_COMMENT = re.compile(r"//.*$|^\s*\*.*$")
_OTHER_FILE = re.compile(
    r"[#(\s](?:import|include|read|image|json|toml|csv|yaml|xml|cbor|plugin)\b\s*\(?\s*\"(?!/drawing/)"
)


@dataclass(frozen=True, kw_only=True)
class _Case:
    """One drawing to try: a story by what people call it, at one size."""

    name: str
    story: StoryText
    size: str


def story_called(name: str) -> StoryText:
    """Return one of ``STORY_NAMES``: what every layout is tried with."""
    return _stories()[name]


@cache
def _stories() -> dict[str, StoryText]:
    return {name: parse_story(json.loads((_STORIES / f"{name}.json").read_text("utf-8"))) for name in STORY_NAMES}


def faults_of(found: tuple[Fault, ...]) -> tuple[Fault, ...]:
    """Return what must be mended, without the warnings."""
    return tuple(fault for fault in found if not fault.is_warning)


def check(files: Files, *, slug: str, brand: Brand) -> tuple[Fault, ...]:
    """Return what is to be mended in a layout, and what deserves a look. Nothing of it is drawn in this process."""
    read = (*check_form(files.form), *check_sample(files.sample), *check_program(files.program))
    if faults_of(read):
        return read
    layout = layout_of(files, name=slug)
    drawn = _drawn(layout, sample=sample_of(files), brand=brand)
    return (*read, *_once(drawn))


def _once(found: Iterator[Fault]) -> Iterator[Fault]:
    """Yield each fault once, naming every drawing that has it."""
    cases: dict[tuple[str, int], list[Fault]] = {}
    for fault in found:
        cases.setdefault((str(fault.sentence), fault.line), []).append(fault)
    for same in cases.values():
        yield replace(same[0], detail=", ".join(fault.detail for fault in same if fault.detail))


def sample_of(files: Files) -> StoryText:
    """Return the story that a layout brings along, or the typical one where it brings none."""
    return parse_story(json.loads(files.sample)) if files.sample.strip() else story_called("typical")


def check_sample(text: str) -> tuple[Fault, ...]:
    """Return what is wrong with a ``sample.json``; an empty one is none."""
    if not text.strip():
        return ()
    try:
        parse_story(json.loads(text))
    except json.JSONDecodeError as error:
        sentence = _("This is not JSON: look for a missing quotation mark, comma or bracket.")
        return (Fault(file=SAMPLE, sentence=sentence, line=error.lineno, column=error.colno, detail=error.msg),)
    except Refusal as refusal:
        return (Fault(file=SAMPLE, sentence=refusal.sentence, line=1),)
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        return (Fault(file=SAMPLE, sentence=_("This is not the text of a story."), line=1, detail=str(error)[:200]),)
    return ()


def check_program(text: str) -> tuple[Fault, ...]:
    """Return what the text of a ``layout.typ`` shows without being drawn: raw colours, files it cannot have."""
    found = []
    for number, line in enumerate(text.splitlines(), start=1):
        said = _COMMENT.sub("", line)
        if raw := _RAW_COLOUR.search(said):
            sentence = _(
                'A colour of its own may not be read on every office\'s colours. Use colour("…") of the brand.'
            )
            found.append(Fault(file=PROGRAM, sentence=sentence, line=number, column=raw.start() + 1, is_warning=True))
        if other := _OTHER_FILE.search(said):
            sentence = _("A layout has no other files than /drawing/kit.typ and its own three.")
            found.append(Fault(file=PROGRAM, sentence=sentence, line=number, column=other.start() + 2))
    if not text.strip():
        found.append(Fault(file=PROGRAM, sentence=_("The layout has no program yet."), line=1))
    return tuple(found)


# ---------------------------------------------------------------- drawing it


def _drawn(layout: Layout, *, sample: StoryText, brand: Brand) -> Iterator[Fault]:
    for case in _cases(layout, sample=sample):
        try:
            made = draw(case.story, brand=brand, layout=layout, mark=MARK, size=case.size)
            yield from _looked_at(made, layout=layout, case=case)
            if case.name == "sample":
                other = draw(case.story, brand=brand, layout=layout, mark=_OTHER_MARK, size=case.size)
                yield from _code_is_there(made, other)
        except TextDoesNotFit as refusal:
            # A text beyond all measure may be refused, with a sentence that names the block.
            if case.name != "extreme":
                yield Fault(file=PROGRAM, sentence=refusal.sentence, detail=_told(case))
        except ProgramMistaken as mistake:
            yield Fault(
                file=PROGRAM,
                sentence=mistake.sentence,
                line=mistake.line,
                column=mistake.column,
                detail=_told(case),
            )
            return
        except Refusal as refusal:
            yield Fault(file=PROGRAM, sentence=refusal.sentence, detail=_told(case))
            return


def _cases(layout: Layout, *, sample: StoryText) -> Iterator[_Case]:
    tried = {name: story_called(name) for name in STORY_NAMES}
    tried["english"] = replace(tried["typical"], language="en")
    for size in sizes_of(layout):
        yield _Case(name="sample", story=sample, size=size)
        for name, story in tried.items():
            if layout.suits(choose(story)):
                yield _Case(name=name, story=story, size=size)


def sizes_of(layout: Layout) -> tuple[str, ...]:
    """Return the names of a layout's sizes."""
    return tuple(layout.sizes)


def _told(case: _Case) -> str:
    return f"{case.name} {case.size}".strip()


def _looked_at(made: tuple[Rendition, ...], *, layout: Layout, case: _Case) -> Iterator[Fault]:
    is_close = made[0].media_type != _PDF or case.name == "sample"
    pages = [page for rendition in made for page in pages_of(rendition, is_close=is_close)]
    if layout.pages and len(pages) > layout.pages:
        sentence = _("It draws %(pages)d pages; its layout.toml says %(most)d at most.")
        yield Fault(file=PROGRAM, sentence=sentence % {"pages": len(pages), "most": layout.pages}, detail=_told(case))
    for rendition, page in zip(made, pages, strict=False):
        scale = _scale_of(rendition, is_close=is_close) if rendition.media_type == _PDF else 1
        wanted, got = (rendition.width, rendition.height), (round(page.width / scale), round(page.height / scale))
        if max(abs(a - b) for a, b in zip(wanted, got, strict=True)) > 1:
            sentence = _("A page is %(got)s, and its layout.toml says %(wanted)s.")
            said = {"got": f"{got[0]} × {got[1]}", "wanted": f"{wanted[0]} × {wanted[1]}"}
            yield Fault(file=PROGRAM, sentence=sentence % said, detail=_told(case))
    if layout.mark == "qr" and is_close and not any(qr_module_seen(page, url=_URL) for page in pages):
        sentence = _("The QR code is not to be seen, or too small to be read. Draw it with qr(…), whole and upright.")
        yield Fault(file=PROGRAM, sentence=sentence, detail=_told(case))


def _code_is_there(made: tuple[Rendition, ...], other: tuple[Rendition, ...]) -> Iterator[Fault]:
    """The same drawing with another code must look different: else nobody without a camera can check it."""
    pages = [page.tobytes() for rendition in made for page in pages_of(rendition)]
    others = [page.tobytes() for rendition in other for page in pages_of(rendition)]
    if pages == others:
        sentence = _(
            "The code itself is not printed. Draw it beside the QR code with typed-address(…) or code-chip(…)."
        )
        yield Fault(file=PROGRAM, sentence=sentence)


def _scale_of(rendition: Rendition, *, is_close: bool) -> float:
    return _PDF_LONGEST / max(rendition.width, rendition.height) if is_close else 1


def pages_of(rendition: Rendition, *, is_close: bool = False) -> Iterator[Image.Image]:
    """Yield the pages of a drawn file as pictures, a PDF's larger than they are."""
    if rendition.media_type != _PDF:
        yield Image.open(io.BytesIO(rendition.data)).convert("RGB")
        return
    with pdfium.ALONE:
        document = pypdfium2.PdfDocument(rendition.data)
        try:
            pages = [
                page.render(scale=_scale_of(rendition, is_close=is_close)).to_pil().convert("RGB") for page in document
            ]
        finally:
            document.close()
    yield from pages
