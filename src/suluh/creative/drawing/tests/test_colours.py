from __future__ import annotations

import itertools

import pytest

from suluh.agencies.brand import Brand
from suluh.creative.drawing.contrast import AA_LARGE, AA_TEXT, ratio, readable
from suluh.creative.drawing.palette import GROUNDS, palette
from suluh.creative.drawing.tests.samples import BRANDS, SUMSEL, seeded_brands

_SHADES = ("#000000", "#7f7f7f", "#ffffff", "#ff0000", "#00ff00", "#0000ff", "#ffff00", "#767676")


def odd_brands() -> list[Brand]:
    return [
        Brand(**{**vars(SUMSEL), "primary": primary, "accent": accent})
        for primary, accent in itertools.product(_SHADES, repeat=2)
    ]


def test_ratios_are_those_of_wcag() -> None:
    assert ratio("#000000", on="#ffffff") == pytest.approx(21)
    assert ratio("#777777", on="#ffffff") == pytest.approx(4.48, abs=0.01)
    assert ratio("#ffffff", on="#ffffff") == 1


def test_a_colour_that_reads_is_left_as_it_is() -> None:
    assert readable("#141238", on="#fff6e6") == "#141238"


def test_a_colour_that_does_not_read_is_moved_until_it_does() -> None:
    assert ratio(readable("#ffb81f", on="#fff6e6"), on="#fff6e6") >= AA_TEXT


@pytest.mark.parametrize(
    "brand", [*BRANDS.values(), *seeded_brands(), *odd_brands()], ids=lambda b: f"{b.slug}{b.primary}"
)
def test_every_text_colour_of_a_palette_reads_on_its_ground(brand: Brand) -> None:
    colours = palette(brand)

    for ground in GROUNDS:
        under = colours[ground]
        for kind in ("on", "muted-on", "accent-text-on", "primary-text-on"):
            assert ratio(colours[f"{kind}-{ground}"], on=under) >= AA_TEXT, (kind, ground)
        for kind in ("accent-on", "primary-on"):
            assert ratio(colours[f"{kind}-{ground}"], on=under) >= AA_LARGE, (kind, ground)
    assert ratio(colours["badge"], on=colours["on-primary"]) >= AA_TEXT


@pytest.mark.parametrize("brand", [*BRANDS.values(), *seeded_brands()], ids=lambda b: b.slug)
def test_text_reads_on_the_lines_of_the_weave_too(brand: Brand) -> None:
    colours = palette(brand)

    assert ratio(colours["on-primary"], on=colours["primary-deep"]) >= AA_TEXT
    assert ratio(colours["on-ink"], on=colours["ink-soft"]) >= AA_TEXT


def test_the_provinces_bring_brands_to_test() -> None:
    assert len(seeded_brands()) >= 19
