"""Drawing a video's layers with Typst: one compiling, one page a layer, each cut to what it draws."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from textwrap import shorten
from typing import Any

import typst

from suluh.agencies.brand import Brand
from suluh.content.blocks import StoryText
from suluh.creative.drawing.data import Sheet, Writer, pieces
from suluh.creative.drawing.engine import KINDS
from suluh.creative.drawing.layouts import CREATIVE, Layout, read_layout
from suluh.creative.drawing.mark import Mark
from suluh.creative.drawing.rendition import DrawingFailed, TextDoesNotFit
from suluh.creative.drawing.typeface import fonts
from suluh.creative.packs.plan import Plan
from suluh.creative.video.captions import Cue
from suluh.creative.video.counting import steps_to
from suluh.creative.video.planes import Bitmap, layer, opaque, opened
from suluh.creative.video.scenes import Scene
from suluh.foundation.language import lazy as _

WIDTH, HEIGHT = 1080, 1920
# Where the panorama stands, and the tile that its sky repeats: as in look/layout.typ.
STRIP_TOP, STRIP_HEIGHT, TILE = 860, 660, 108
_CAPTION = (1360, 180)
_LIGHTS = ("day", "dusk")
_LOOK = Path(__file__).parent / "look"
_DOES_NOT_FIT = re.compile(r"suluh does not fit: block=(\S*) kind=(\S*) cut=(\d+)")
_PPI = 72
_START = 40
_own = threading.local()


@dataclass(frozen=True, kw_only=True)
class Light:
    """What lies behind by one light. ``sky`` repeats every ``TILE`` px, ``strip`` is the whole panorama."""

    sky: Bitmap
    strip: Bitmap
    brand: Bitmap | None


@dataclass(frozen=True, kw_only=True)
class Layers:
    """All that a film is put together from. ``parts`` are by scene and name; a counted figure has several."""

    lights: Mapping[str, Light]
    ground: Bitmap
    parts: Mapping[tuple[int, str], tuple[Bitmap, ...]]
    captions: Mapping[tuple[str, ...], Bitmap]
    left_out: str = ""


@dataclass(frozen=True, kw_only=True)
class Subject:
    """Whose video it is and of what."""

    story: StoryText
    plan: Plan
    brand: Brand
    mark: Mark
    partners: tuple[Brand, ...]
    pictures: Mapping[str, bytes]


@cache
def look() -> Layout:
    """Return the video's look: its sizes, fixed words and safe areas."""
    return read_layout(_LOOK)


def draw_layers(subject: Subject, *, scenes: Sequence[Scene], cues: Sequence[Cue]) -> Layers:
    """Return every layer of a film. Raises ``TextDoesNotFit`` naming the block, or ``DrawingFailed``."""
    wanted = [*_behind(), *_parts(scenes), *_captions(cues)]
    writer = Writer(
        language=subject.story.language,
        pictures=subject.pictures,
        shortest=look().photo,
        typeface=subject.brand.typeface,
    )
    document = _document(subject, scenes=scenes, wanted=wanted, writer=writer)
    pages = _compiled(document, plan=subject.plan)
    drawn = list(zip(wanted, pages, strict=True))
    return Layers(
        lights={light: _light(light, drawn=drawn) for light in _LIGHTS},
        ground=opaque(opened(_page(drawn, part="ground")), y=STRIP_TOP + STRIP_HEIGHT),
        parts=_by_part(drawn),
        captions={tuple(it["lines"]): made for it, page in drawn if "lines" in it and (made := _cut(it, page))},
        left_out="".join(writer.left_out),
    )


def _behind() -> list[dict[str, Any]]:
    wanted: list[dict[str, Any]] = []
    for light in _LIGHTS:
        wanted.append({"part": "sky", "light": light, "top": 0, "width": WIDTH + TILE, "height": STRIP_TOP})
        wanted.append({"part": "strip", "light": light, "top": STRIP_TOP, "width": 5400, "height": STRIP_HEIGHT})
        wanted.append({"part": "brand", "light": light, "top": 200, "width": WIDTH, "height": 160})
    end = STRIP_TOP + STRIP_HEIGHT
    return [*wanted, {"part": "ground", "top": end, "width": WIDTH, "height": HEIGHT - end}]


def _parts(scenes: Sequence[Scene]) -> list[dict[str, Any]]:
    wanted: list[dict[str, Any]] = []
    for place, scene in enumerate(scenes):
        for part in (part for beat in scene.beats for part in beat.shows):
            whole = {"scene": place, "part": part, "top": 0, "width": WIDTH, "height": STRIP_TOP + STRIP_HEIGHT}
            if part == "value" and scene.figure is not None:
                # The last of the steps is the value itself, as it is written.
                steps = steps_to(scene.figure.value.text)[:-1]
                wanted += [{**whole, "step": step, "top": 360, "height": 480} for step in steps]
            wanted.append(whole)
    return wanted


def _captions(cues: Sequence[Cue]) -> list[dict[str, Any]]:
    lines = dict.fromkeys(cue.lines for cue in cues if not cue.is_drawn)
    top, height = _CAPTION
    return [{"part": "caption", "lines": list(it), "top": top, "width": WIDTH, "height": height} for it in lines]


def _document(subject: Subject, *, scenes: Sequence[Scene], wanted: Sequence[Mapping[str, Any]], writer: Writer) -> str:
    sheet = Sheet(
        story=subject.story,
        plan=subject.plan,
        layout=look(),
        brand=subject.brand,
        partners=subject.partners,
        mark=subject.mark,
        pictures=subject.pictures,
    )
    document = json.loads(sheet.document(pages=(), writer=writer))
    document["scenes"] = [{**writer.value(scene), "beats": None} for scene in scenes]
    document["layers"] = [
        {**it, "lines": [writer.text(line) for line in it["lines"]]} if "lines" in it else it for it in wanted
    ]
    return json.dumps(document, ensure_ascii=False)


def _compiled(document: str, *, plan: Plan) -> list[bytes]:
    compiler = _own.__dict__.get("compiler")
    if compiler is None:
        compiler = _own.compiler = typst.Compiler(
            input=str(_LOOK / "layout.typ"), root=str(CREATIVE), font_paths=fonts(), ignore_system_fonts=True
        )
    try:
        made = compiler.compile(format="png", ppi=_PPI, sys_inputs={"suluh": document})
    except typst.TypstError as error:
        raise _refusal(str(error.message), plan=plan) from error
    return [page for page in (made if isinstance(made, list) else [made]) if page is not None]


def _refusal(message: str, *, plan: Plan) -> TextDoesNotFit | DrawingFailed:
    found = _DOES_NOT_FIT.search(message)
    if found is None:
        return DrawingFailed(_("The drawing could not be made. Please tell who runs this server."), hint=message[:500])
    block, kind, cut = found.group(1), found.group(2), int(found.group(3))
    longest = max((piece.text for piece in pieces(plan) if piece.block == block), key=len, default=block)
    return TextDoesNotFit(
        _("%(kind)s “%(start)s” is too long for the video. Shorten it by about %(cut)s characters.")
        % {"kind": KINDS.get(kind, kind), "start": shorten(longest, _START, placeholder=" …"), "cut": cut},
        block=block,
        kind=kind,
        layout="video",
        cut=cut,
    )


Drawn = list[tuple[dict[str, Any], bytes]]


def _page(drawn: Drawn, *, part: str, light: str | None = None) -> bytes:
    return next(page for it, page in drawn if it["part"] == part and it.get("light") == light)


def _light(light: str, *, drawn: Drawn) -> Light:
    brand = layer(opened(_page(drawn, part="brand", light=light)), y=200)
    return Light(
        sky=opaque(opened(_page(drawn, part="sky", light=light))),
        strip=opaque(opened(_page(drawn, part="strip", light=light)), y=STRIP_TOP),
        brand=brand,
    )


def _cut(it: Mapping[str, Any], page: bytes) -> Bitmap | None:
    return layer(opened(page), y=it["top"])


def _by_part(drawn: Drawn) -> dict[tuple[int, str], tuple[Bitmap, ...]]:
    parts: dict[tuple[int, str], tuple[Bitmap, ...]] = {}
    for it, page in drawn:
        made = _cut(it, page) if "scene" in it else None
        if made is not None:
            key = (it["scene"], it["part"])
            parts[key] = (*parts.get(key, ()), made)
    return parts
