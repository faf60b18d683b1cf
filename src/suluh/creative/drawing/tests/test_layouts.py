"""A layout's folder: its sizes, what stories it suits, its sample, and how a bad one is refused."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from suluh.creative.drawing import (
    BadLayout,
    SizeMissing,
    draw,
    layout_called,
    layouts,
    layouts_for,
    preview,
    read_layout,
)
from suluh.creative.drawing.layout import PLACES
from suluh.creative.drawing.tests.samples import MARK, SHORT, SUMSEL, TYPICAL
from suluh.creative.packs.choose import choose
from suluh.foundation.errors import Refusal

TWO_SIZES = """
[title]
id = "Uji"
[page]
media_type = "image/png"
width = 400
height = 300
pages = 1
shows = ["headline"]
needs = ["quote"]
[safe]
top = 20
[fields]
headline = [10, 40]
[words.id]
alt_from = "Dari"
alt_code = "Kode"
[size.wide]
width = 600
[size.tall]
height = 900
safe = { top = 90 }
fields = { headline = [12, 80] }
room = { quote = 99 }
"""
PROGRAM = """#import "/drawing/kit.typ": *
#show: setup
#page(width: data.page.width * px, height: data.page.height * px, margin: 0pt, fill: colour("paper"), context {
  place(top + left, fit(story.headline, 300pt, 200pt, data.fields.headline, headline-look).content)
})
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "uji").mkdir()
    (tmp_path / "uji" / "layout.toml").write_text(TWO_SIZES, encoding="utf-8")
    (tmp_path / "uji" / "layout.typ").write_text(PROGRAM, encoding="utf-8")
    return tmp_path / "uji"


def test_a_size_says_only_what_is_different_in_it(folder: Path) -> None:
    layout = read_layout(folder)

    assert [*layout.sizes] == ["wide", "tall"]
    wide, tall = layout.at("wide"), layout.at("tall")
    assert layout.size == "wide", "a layout is first read in its first size"
    assert (wide.width, wide.height, wide.safe["top"]) == (600, 300, 20)
    assert (tall.width, tall.height, tall.safe["top"], tall.room.quote) == (400, 900, 90, 99)
    assert (tall.fields["headline"].largest, wide.fields["headline"].largest) == (80, 40)
    assert tall.at(None) == tall


def test_a_size_that_a_layout_does_not_have_is_refused(folder: Path) -> None:
    with pytest.raises(SizeMissing, match="wide, tall"):
        read_layout(folder).at("a4")


def test_a_layout_from_elsewhere_is_drawn_and_its_file_is_named_after_it_and_its_size(folder: Path) -> None:
    (made,) = draw(TYPICAL, brand=SUMSEL, layout=read_layout(folder), size="tall", mark=MARK, scale=0.5)

    assert (made.name, made.layout, made.size) == ("uji-tall.png", "uji", "tall")
    assert (made.width, made.height) == (200, 450)


def test_a_layout_from_elsewhere_reads_nothing_of_its_own_folder(folder: Path) -> None:
    (folder / "secret.txt").write_text("x", encoding="utf-8")
    (folder / "layout.typ").write_text(PROGRAM + '#read("secret.txt")', encoding="utf-8")

    with pytest.raises(Refusal):
        preview(SHORT, brand=SUMSEL, layout=read_layout(folder), mark=MARK)


def test_a_changed_program_is_drawn_as_it_is_now(folder: Path) -> None:
    layout = read_layout(folder)
    before = draw(TYPICAL, brand=SUMSEL, layout=layout, mark=MARK)[0].data
    layout.program.write_text(PROGRAM.replace('"paper"', '"accent"'), encoding="utf-8")

    assert draw(TYPICAL, brand=SUMSEL, layout=layout, mark=MARK)[0].data != before


def test_a_layout_suits_a_story_that_has_what_it_needs(folder: Path) -> None:
    layout = read_layout(folder)

    assert layout.suits(choose(TYPICAL))
    assert not layout.suits(choose(SHORT))
    assert "quote_card" in layouts_for(TYPICAL)
    assert "quote_card" not in layouts_for(SHORT)
    assert {"carousel", "poster", "press_release", "link_card"} <= set(layouts_for(SHORT))


@pytest.mark.parametrize(
    ("found", "written", "reason"),
    [
        ('shows = ["headline"]', 'shows = ["heading"]', "page.shows names heading"),
        ('media_type = "image/png"', 'media_type = "image/gif"', "media_type image/gif"),
        ("headline = [10, 40]", "headline = [40, 10]", "fields.headline must be"),
        ('alt_from = "Dari"', "", "words.id lacks alt_from"),
        ("width = 600", "width = 60000", "width and height go up to"),
        ("pages = 1", "", "pages is missing"),
        ("[title]", "[title", "Expected"),
        ("[size.wide]", '[size."../x"]', "is not a name"),
        ("quote = 99", "quotes = 99", "quotes"),
    ],
)
def test_a_layout_that_cannot_be_is_refused_with_its_reason(
    folder: Path, found: str, written: str, reason: str
) -> None:
    (folder / "layout.toml").write_text(TWO_SIZES.replace(found, written), encoding="utf-8")

    with pytest.raises(BadLayout) as refused:
        read_layout(folder)

    assert reason in str(refused.value)
    assert "uji" in str(refused.value)


def test_a_folder_without_a_layout_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadLayout):
        read_layout(tmp_path)


@pytest.mark.parametrize("name", layouts())
def test_every_layout_has_a_place_and_a_sample_that_shows_it(name: str) -> None:
    layout = layout_called(name)

    assert layout.place in PLACES
    assert (layout.folder / "sample.json").is_file()
    assert layout.suits(choose(layout.sample))
    assert layout.sample.language == "id"


@pytest.mark.slow
@pytest.mark.parametrize("name", layouts())
def test_a_sample_is_drawn_whole_in_every_size(name: str) -> None:
    for size in layout_called(name).sizes:
        for made in preview(layout_called(name).sample, brand=SUMSEL, layout=name, size=size, mark=MARK):
            assert made.size == size
            assert not made.left_out


def test_a_copy_of_a_layout_is_a_layout(tmp_path: Path) -> None:
    copy = tmp_path / "salinan"
    shutil.copytree(layout_called("link_card").folder, copy)

    assert replace(read_layout(copy), name="link_card", folder=layout_called("link_card").folder) == layout_called(
        "link_card"
    )
