"""Where the pages of a run lie in the panorama."""

from __future__ import annotations

from itertools import pairwise

import pytest

from suluh.creative.drawing.motif import PROVINCES, load_motif
from suluh.creative.drawing.panorama import PAGE, Part, views

MOTIFS = sorted(path.parent.name for path in PROVINCES.glob("*/motif"))


def ends(part: Part) -> tuple[float, float]:
    """Return where a part begins and ends in the panorama, as the page shows it from left to right."""
    return (part.x + part.width, part.x) if part.flip else (part.x, part.x + part.width)


@pytest.mark.parametrize("count", range(3, 11))
@pytest.mark.parametrize("motif", MOTIFS)
def test_every_page_begins_where_the_one_before_it_ends(motif: str, count: int) -> None:
    run = views(count, motif=motif)
    parts = [part for view in run for part in view.parts]

    assert [sum(part.width for part in view.parts) for view in run] == [PAGE] * count
    assert all(ends(one)[1] == ends(two)[0] for one, two in pairwise(parts))
    assert all(part.x >= 0 and part.x + part.width <= load_motif(motif).drawings["panorama"].width for part in parts)


@pytest.mark.parametrize("count", range(6, 11))
@pytest.mark.parametrize("motif", MOTIFS)
def test_a_long_run_turns_where_nothing_stands_and_ends_at_home(motif: str, count: int) -> None:
    parts = [part for view in views(count, motif=motif) for part in view.parts]
    turns = [ends(one)[1] for one, two in pairwise(parts) if one.flip != two.flip]

    assert len(turns) == 2
    assert not any(start < turn < end for turn in turns for start, end in load_motif(motif).busy)
    assert ends(parts[-1])[1] == load_motif(motif).drawings["panorama"].width


def test_the_mark_stands_where_no_boat_does() -> None:
    last = views(5, motif="sumatera-selatan")[4]

    assert last.mark == "right", "a boat lies in the lower left of the last page"
    assert views(5, motif="sumatera-selatan")[1].mark == "left"


def test_a_mirrored_part_shows_what_stands_on_it_from_the_other_side() -> None:
    assert Part(x=1000, width=500, at=0).on_page(1100, 1200) == (100, 200)
    assert Part(x=1000, width=500, at=0, flip=True).on_page(1100, 1200) == (300, 400)
