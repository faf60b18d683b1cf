"""What a layout that somebody wrote may not do: each attack ends with a sentence, and the next drawing works."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from suluh.creative.designing.press import Order, Press
from suluh.creative.designing.refusals import DrawingTooLarge, DrawingTooLong, ProgramMistaken
from suluh.foundation.errors import Refusal

pytestmark = pytest.mark.slow
SVG = '<svg xmlns=\\"http://www.w3.org/2000/svg\\" width=\\"9\\" height=\\"9\\">{}</svg>'


@pytest.fixture(scope="module")
def small_press() -> Iterator[Press]:
    made = Press(longest=6)
    yield made
    made.close()


def order(program: str, *, ppi: float = 72, seconds: int = 1) -> Order:
    return Order(program=program, document="{}", form="png", ppi=ppi, seconds=seconds)


def refused(press: Press, program: str, *, ppi: float = 72) -> Refusal:
    with pytest.raises(Refusal) as caught:
        press.draw(order(program, ppi=ppi), owner="kantor")
    return caught.value


def test_the_process_is_closed_off_by_the_kernel(small_press: Press) -> None:
    assert "seccomp" in small_press.means()


@pytest.mark.parametrize(
    "program",
    [
        '#read("/etc/passwd")',
        '#read("../../../../etc/passwd")',
        '#image("/proc/self/environ")',
        '#include "/../layouts/poster/layout.typ"',
        '#plugin("/drawing/kit.typ")',
        '#image("/etc/hostname")',
    ],
)
def test_no_file_is_read(small_press: Press, program: str) -> None:
    refusal = refused(small_press, program)
    assert isinstance(refusal, ProgramMistaken)
    assert refusal.line == 1
    assert "root:" not in str(refusal)


def test_a_file_that_lies_open_beside_the_root_is_not_read(small_press: Press, tmp_path: Path) -> None:
    secret = tmp_path / "rahasia.svg"
    secret.write_text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
    inside = SVG.format(f'<image href=\\"{secret}\\" width=\\"9\\" height=\\"9\\"/>')
    refusal = refused(small_press, f'#image(bytes("{inside}"), format: "svg")')
    assert isinstance(refusal, ProgramMistaken)


def test_no_package_is_fetched(small_press: Press) -> None:
    refusal = refused(small_press, '#import "@preview/cetz:0.3.4": *')
    assert isinstance(refusal, ProgramMistaken)
    assert "packages.typst.org" not in str(refusal), "the sentence says what to do, not where it would have gone"


@pytest.mark.parametrize("program", ["#while true {}", "#let f(n) = f(n + 1)\n#f(0)"])
def test_a_loop_or_a_recursion_without_end_is_told_with_its_line(small_press: Press, program: str) -> None:
    refusal = refused(small_press, program)
    assert isinstance(refusal, ProgramMistaken)
    assert refusal.line == 1


def test_a_drawing_that_takes_too_long_is_ended_and_the_next_one_works(small_press: Press) -> None:
    endless = "#set page(width: 1pt, height: 1pt, margin: 0pt)\n#for i in range(1000000) { pagebreak() }"
    assert isinstance(refused(small_press, endless), DrawingTooLong)
    assert small_press.draw(order("#set page(width: 9pt, height: 9pt)"), owner="kantor")[0].startswith(b"\x89PNG")


@pytest.mark.parametrize(
    "program",
    [
        "#set page(width: 1000000pt, height: 1000000pt)\nx",
        "#set page(width: 30000pt, height: 30000pt)\nx",
        "#let all = range(1000000000)",
        "#set page(width: 9pt, height: 9pt, margin: 0pt)\n#for i in range(300) { pagebreak(weak: false) }",
    ],
    ids=["huge page", "large page", "long list", "many pages"],
)
def test_what_takes_too_much_room_is_ended_and_the_next_one_works(small_press: Press, program: str) -> None:
    assert isinstance(refused(small_press, program), DrawingTooLarge)
    assert small_press.draw(order("#set page(width: 9pt, height: 9pt)"), owner="kantor")


def test_a_giant_drawing_of_its_own_is_ended(small_press: Press) -> None:
    inside = SVG.format('" + "<rect width=\\"1\\" height=\\"1\\"/>" * 6000000 + "')
    refusal = refused(small_press, f'#image(bytes("{inside}"), format: "svg")')
    assert isinstance(refusal, DrawingTooLarge | DrawingTooLong)


def test_one_office_is_not_drawn_in_the_process_of_another(small_press: Press) -> None:
    for owner in ("kantor-a", "kantor-b", "kantor-a"):
        small_press.draw(order("#set page(width: 9pt, height: 9pt)"), owner=owner)
    owners = [process.owner for process in small_press._kept]
    assert len(owners) == len(set(owners))
    assert {"kantor-a", "kantor-b"} <= set(owners)
