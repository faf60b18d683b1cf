"""Photographs in drawings: cut around their focal point, credited, and absent where there is none."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import replace

import pypdfium2
import pytest
from PIL import Image, ImageDraw

from suluh.agencies.brand import Brand
from suluh.content.blocks import Picture, StoryText
from suluh.creative.drawing import Rendition, draw, layouts
from suluh.creative.drawing.contrast import AA_TEXT, ratio
from suluh.creative.drawing.palette import palette
from suluh.creative.drawing.pictures import photograph
from suluh.creative.drawing.tests.pictures import opened, qr_module_size
from suluh.creative.drawing.tests.samples import BRANDS, EXTREME, MARK, SUMSEL, TYPICAL

SHOWING = [name for name, layout in layouts().items() if layout.photo]
DOT = (255, 0, 255)


def photo(size: tuple[int, int], *, focal: tuple[float, float] = (0.5, 0.5)) -> bytes:
    """A grey picture with a magenta dot on its focal point."""
    picture = Image.new("RGB", size, "#668877")
    x, y, side = size[0] * focal[0], size[1] * focal[1], 0.05 * min(size)
    ImageDraw.Draw(picture).ellipse((x - side, y - side, x + side, y + side), fill=DOT)
    out = io.BytesIO()
    picture.save(out, format="PNG")
    return out.getvalue()


def first_page(made: Rendition) -> Image.Image:
    if made.media_type == "image/png":
        return opened(made.data)
    pdf = pypdfium2.PdfDocument(made.data)
    picture: Image.Image = pdf[0].render(scale=1).to_pil().convert("RGB")
    pdf.close()
    return picture


def dot_area(picture: Image.Image) -> int:
    pixels = picture.tobytes()
    return sum(r > 180 and g < 90 and b > 180 for r, g, b in zip(pixels[::3], pixels[1::3], pixels[2::3], strict=True))


PICTURE = Picture(id="f1", media="7", alt="Warga membaca poster", credit="Humas Pemkot")


def with_photo(story: StoryText, picture: Picture = PICTURE) -> StoryText:
    return replace(story, blocks=(picture, *story.blocks))


def drawn(layout: str, story: StoryText, *, pictures: Mapping[str, bytes]) -> tuple[Rendition, ...]:
    return draw(story, brand=SUMSEL, layout=layout, mark=MARK, pictures=pictures)


def test_there_are_layouts_that_show_photographs() -> None:
    assert {"carousel", "link_card", "poster", "story_cover"} <= set(SHOWING)


@pytest.mark.slow
@pytest.mark.parametrize("focal", [(0.04, 0.06), (0.5, 0.3), (0.96, 0.94), (0.94, 0.05)])
@pytest.mark.parametrize("size", [(900, 300), (600, 400), (300, 900), (400, 400)])
@pytest.mark.parametrize("layout", SHOWING)
def test_the_focal_point_stays_in_sight(layout: str, size: tuple[int, int], focal: tuple[float, float]) -> None:
    story = with_photo(TYPICAL, replace(PICTURE, focal_x=focal[0], focal_y=focal[1]))

    made = drawn(layout, story, pictures={"7": photo(size, focal=focal)})

    page = first_page(made[0])
    # The dot is a twentieth of the shorter side about the point; more than half of it shows, also in a corner.
    frame = min(page.size) * 0.3
    assert dot_area(page) > 3.14 * (0.05 * frame) ** 2 * 0.5


@pytest.mark.slow
@pytest.mark.parametrize("layout", SHOWING)
def test_a_photograph_is_credited_and_described(layout: str) -> None:
    (made, *_rest) = drawn(layout, with_photo(TYPICAL), pictures={"7": photo((600, 400))})

    assert "Warga membaca poster. Foto: Humas Pemkot." in made.alt


@pytest.mark.slow
@pytest.mark.parametrize("layout", SHOWING)
def test_without_its_file_a_picture_changes_nothing(layout: str) -> None:
    story = with_photo(TYPICAL)

    assert drawn(layout, story, pictures={})[0] == drawn(layout, TYPICAL, pictures={})[0]


@pytest.mark.slow
@pytest.mark.parametrize("brand", BRANDS)
@pytest.mark.parametrize("layout", [name for name in SHOWING if not layouts()[name].is_pdf])
def test_a_long_story_with_a_photograph_and_a_long_credit_is_drawn_with_its_code(layout: str, brand: str) -> None:
    credit = "Humas Dinas Komunikasi dan Informatika Provinsi Sumatera Selatan " * 2
    story = with_photo(EXTREME, replace(PICTURE, credit=credit))

    for made in draw(story, brand=BRANDS[brand], layout=layout, mark=MARK, pictures={"7": photo((300, 500))}):
        assert qr_module_size(opened(made.data), url=MARK.url) >= 3, made.name


@pytest.mark.slow
def test_the_portrait_of_somebody_quoted_takes_the_place_of_the_initials() -> None:
    story = with_photo(TYPICAL, replace(PICTURE, alt="Yuyu A. Iskak, Kabiro Humas KPK RI", credit="KPK"))

    (card,) = drawn("quote_card", story, pictures={"7": photo((300, 300))})

    assert dot_area(opened(card.data)) > 0
    assert "Foto: KPK." in card.alt
    (cover,) = drawn("story_cover", story, pictures={"7": photo((300, 300))})
    assert dot_area(opened(cover.data)) == 0


@pytest.mark.slow
def test_a_photograph_keeps_the_panorama_running_on() -> None:
    pages = drawn("carousel", with_photo(TYPICAL), pictures={"7": photo((600, 400))})

    first, second = (opened(page.data) for page in pages[:2])
    rows = range(1100, 1350)
    same = sum(first.getpixel((1079, y)) == second.getpixel((0, y)) for y in rows)
    assert same / len(rows) > 0.9


@pytest.mark.parametrize("brand", BRANDS.values(), ids=lambda brand: brand.slug)
def test_a_credit_reads_on_its_plate(brand: Brand) -> None:
    colours = palette(brand)

    assert ratio(colours["on-ink"], on=colours["ink"]) >= AA_TEXT


def test_a_photograph_is_made_as_small_as_it_is_asked_for() -> None:
    made = photograph(photo((1200, 600)), shortest=100)

    assert (made["width"], made["height"]) == (200, 100)


def test_a_strip_of_a_photograph_does_not_become_a_huge_file() -> None:
    assert photograph(photo((4000, 200)), shortest=200)["width"] <= 800
