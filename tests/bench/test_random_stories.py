"""A few of the bench's bad stories, so that no change lets one crash or run over unseen."""

from __future__ import annotations

import io

import pytest
from bench.random_stories import Found, one_story
from bench.text_places import troubles
from PIL import Image


def _photo() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (640, 400), "#7a9").save(out, "JPEG")
    return out.getvalue()


@pytest.mark.slow
@pytest.mark.parametrize("first", [0, 10])
def test_bad_stories_are_drawn_or_refused_by_name(first: int) -> None:
    found = Found()

    for number in range(first, first + 4):
        one_story(number, media={"7": _photo()}, most=3, found=found)

    assert found.faults == []
    assert found.outcomes["made"] > 0


@pytest.mark.slow
def test_a_line_over_the_edge_and_one_upon_another_are_seen() -> None:
    import typst

    program = (
        b'#set page(width: 200pt, height: 200pt, margin: 0pt)\n#set text(font: "Plus Jakarta Sans", size: 20pt)\n'
        b"#place(dx: 150pt, dy: 20pt, box(width: 300pt)[melewati tepi])#place(dy: 90pt)[satu]#place(dy: 92pt)[dua]"
    )
    from suluh.creative.drawing.typeface import fonts

    pdf = typst.compile(program, font_paths=fonts(), ignore_system_fonts=True)
    assert isinstance(pdf, bytes)

    said = list(troubles(pdf))

    assert any("leaves the page" in sentence for sentence in said)
    assert any("lies on" in sentence for sentence in said)
