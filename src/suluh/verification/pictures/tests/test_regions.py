from __future__ import annotations

import math

import numpy as np
import pytest

from suluh.verification.pictures.regions import regions


def _bar(*, slant: float, size: tuple[int, int] = (160, 240)) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    """A line of text 120 px long and 12 px high in the middle of a map."""
    ys, xs = np.mgrid[: size[0], : size[1]]
    x, y = xs - size[1] / 2 + 0.5, ys - size[0] / 2 + 0.5
    along, across = x * math.cos(slant) + y * math.sin(slant), y * math.cos(slant) - x * math.sin(slant)
    return np.where((abs(along) < 60) & (abs(across) < 6), np.float32(0.9), np.float32(0))


@pytest.mark.parametrize("degrees", [0, 2, -7], ids=["straight", "2 degrees", "-7 degrees"])
def test_a_line_is_found_with_its_slant_and_grown_to_its_letters(degrees: float) -> None:
    (region,) = regions(_bar(slant=math.radians(degrees)))

    assert region.slant == pytest.approx(math.radians(degrees), abs=0.01)
    assert region.x == pytest.approx(120, abs=1)
    assert region.y == pytest.approx(80, abs=1)
    grown = 120 * 12 * 1.6 / (2 * 132)
    assert region.width == pytest.approx(120 + 2 * grown, abs=4)
    assert region.height == pytest.approx(12 + 2 * grown, abs=4)


def test_pieces_that_touch_at_a_corner_are_one_and_others_are_two() -> None:
    likely = np.zeros((40, 80), np.float32)
    likely[5:11, 5:30] = likely[11:17, 30:60] = 0.9
    likely[25:31, 5:60] = 0.9

    assert len(regions(likely)) == 2


def test_a_ring_is_one_piece_though_its_sides_meet_only_below() -> None:
    likely = np.zeros((40, 60), np.float32)
    likely[5:30, 5:12] = likely[5:30, 40:47] = likely[30:36, 5:47] = 0.9

    assert len(regions(likely)) == 1


@pytest.mark.parametrize(
    "likely",
    [np.zeros((20, 20), np.float32), np.full((20, 20), 0.4, np.float32), np.eye(3, dtype=np.float32)],
    ids=["nothing", "everywhere a little", "too small"],
)
def test_what_is_hardly_text_is_left_out(likely: np.ndarray[tuple[int, ...], np.dtype[np.float32]]) -> None:
    assert regions(likely) == []
