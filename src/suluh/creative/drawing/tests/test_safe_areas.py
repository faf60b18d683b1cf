"""Where letters stand: every glyph of every layout is within what its ``layout.toml`` keeps free.

Drawn as SVG, in which each glyph is placed by its baseline. Pictures are not text and may fill the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

import pytest
import typst

from suluh.creative.drawing import engine, layouts
from suluh.creative.drawing.layout import Layout
from suluh.creative.drawing.tests.samples import EXTREME, KPK, MARK, SUMSEL, TYPICAL
from suluh.creative.packs.choose import choose

SIZES = [(name, size) for name, layout in layouts().items() for size in layout.sizes]
# A quotation mark hangs a little over the edge that letters stand on.
_HANGING = 20
_MOVES = re.compile(r"(translate|matrix|scale)\(([^)]*)\)")
_SVG, _XLINK = "{http://www.w3.org/2000/svg}", "{http://www.w3.org/1999/xlink}"
Matrix = tuple[float, float, float, float, float, float]


def _times(one: Matrix, two: Matrix) -> Matrix:
    a, b, c, d, e, f = one
    g, h, i, j, k, m = two
    return (a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * m + e, b * k + d * m + f)


def _move(text: str) -> Matrix:
    moved: Matrix = (1, 0, 0, 1, 0, 0)
    for kind, inside in _MOVES.findall(text):
        n = [float(number) for number in inside.replace(",", " ").split()]
        if kind == "translate":
            n = [1, 0, 0, 1, n[0], n[1] if len(n) > 1 else 0]
        elif kind == "scale":
            n = [n[0], 0, 0, n[-1], 0, 0]
        moved = _times(moved, (n[0], n[1], n[2], n[3], n[4], n[5]))
    return moved


def _glyphs(node: ET.Element, within: Matrix = (1, 0, 0, 1, 0, 0)) -> Iterator[tuple[float, float]]:
    """Yield where the baseline of every glyph begins, in px of the page."""
    here = _times(within, _move(node.get("transform", "")))
    if node.tag == f"{_SVG}use" and node.get(f"{_XLINK}href", "").startswith("#g"):
        a, b, c, d, e, f = here
        x, y = float(node.get("x", 0)), float(node.get("y", 0))
        yield a * x + c * y + e, b * x + d * y + f
    for child in node:
        if child.tag not in (f"{_SVG}defs", f"{_SVG}symbol", f"{_SVG}clipPath"):
            yield from _glyphs(child, here)


def _outside(layout: Layout, svg: bytes) -> list[tuple[int, int]]:
    safe, trim = layout.safe, layout.trim
    left, right = trim + safe.get("side", 0) - _HANGING, layout.width - trim - safe.get("side", 0)
    top, bottom = trim + safe.get("top", 0), layout.height - trim - safe.get("bottom", 0)
    glyphs = list(_glyphs(ET.fromstring(svg)))  # noqa: S314 - drawn by this test
    assert glyphs, "a drawing without a letter"
    return [(round(x), round(y)) for x, y in glyphs if not (left <= x <= right and top <= y <= bottom)]


@pytest.mark.slow
@pytest.mark.parametrize("story", [TYPICAL, EXTREME], ids=["typical", "extreme"])
@pytest.mark.parametrize(("name", "size"), SIZES)
def test_letters_stand_within_the_safe_area(name: str, size: str, story: object) -> None:
    layout = layouts()[name].at(size)
    text = TYPICAL if story is TYPICAL else EXTREME
    text = text if layout.suits(choose(text)) else layout.sample
    sheet = engine._sheet(text, layout, brand=SUMSEL, partners=(KPK,), mark=MARK, pictures={})
    pages = () if layout.is_pdf else engine._wanted(sheet, None)
    document = sheet.document(pages=pages, writer=engine._writer(sheet))

    try:
        made = engine._compiler(layout).compile(format="svg", sys_inputs={"suluh": document})
    except typst.TypstError as error:
        if story is not EXTREME or "suluh does not fit" not in str(error.message):
            raise
        return

    drawn = [page for page in (made if isinstance(made, list) else [made]) if page]
    assert [_outside(layout, page) for page in drawn] == [[]] * len(drawn)
