"""Kept pictures: every layout and size, small, for three offices, two languages and three lengths of text.

Each layout's cells stand in one picture of ``kept/``. A drawing is compared with its cell in blocks of a few px: the
edge of a letter does not count, and a moved line does. ``bin/kept-pictures`` accepts what is drawn now.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path

from PIL import Image, ImageChops, ImageOps

from suluh.agencies.brand import Brand
from suluh.content.blocks import StoryText
from suluh.creative.drawing import Layout, TextDoesNotFit, layout_called, preview
from suluh.creative.drawing.tests.english import ENGLISH
from suluh.creative.drawing.tests.samples import DIFFICULT, EXTREME, MARK, STORIES, seeded_brands
from suluh.creative.packs.choose import choose

FOLDER = Path(__file__).parent / "kept"
COMMAND = "bin/kept-pictures"

# px of a cell's width; sizes with a broad page get as much height as their form asks for.
WIDTH = 144
_GAP = 4
# Bits of each colour that are kept: enough to see any change of colour, few enough for a small file.
_BITS = 5
# A block of this many px is compared by its mean; a difference of more than this, of 255, is seen.
_BLOCK = 4
_MOST = 14
# What stands for a text that is refused, and for a page that a story does not have.
_REFUSED, _NOTHING = (120, 120, 120), (255, 255, 255)


@dataclass(frozen=True, kw_only=True)
class Cell:
    """One small drawing: which, and what it shows. ``column`` and ``row`` say where it stands."""

    name: str
    column: int
    row: int
    picture: Image.Image


def brands() -> tuple[Brand, ...]:
    """Return an office of each of three provinces: the second has a name of 60 characters."""
    found = {brand.motif: brand for brand in seeded_brands()}
    bali = replace(found["bali"], short_name=DIFFICULT.short_name, name=DIFFICULT.name)
    return found["sumatera-selatan"], bali, found["nasional"]


def cells_of(name: str) -> list[Cell]:
    """Return every cell of a layout: a row for each office and language, columns for texts, sizes and pages."""
    rows = enumerate((brand, language) for brand in brands() for language in ("id", "en"))
    return [cell for row, (brand, language) in rows for cell in _row(layout_called(name), row, brand, language)]


def _row(layout: Layout, row: int, brand: Brand, language: str) -> Iterator[Cell]:
    column = 0
    for length, size in product(STORIES, layout.sizes):
        story = _story(layout, length=length, language=language)
        pages = list(_pages(layout.at(size), story=story, brand=brand))
        for number, picture in enumerate(pages):
            parts = (layout.name, size, brand.motif, language, length, f"page {number + 1}")
            yield Cell(name=" ".join(part for part in parts if part), column=column + number, row=row, picture=picture)
        column += max(len(pages), _most_pages(layout, length=length))


def _story(layout: Layout, *, length: str, language: str) -> StoryText:
    """Return the story of a length; where a layout needs another kind of story its sample, made short or extreme."""
    story = ENGLISH[length] if language == "en" else STORIES[length]
    if layout.suits(choose(story)):
        return story
    sample = replace(layout.sample, language=language)
    return replace(sample, headline=EXTREME.headline, topic=EXTREME.topic) if length == "extreme" else sample


def _most_pages(layout: Layout, *, length: str) -> int:
    if "slides" not in layout.shows:
        return 1
    return max(len(choose(stories[length], room=layout.room).slides) for stories in (STORIES, ENGLISH))


def _pages(layout: Layout, *, story: StoryText, brand: Brand) -> Iterator[Image.Image]:
    scale = WIDTH / layout.width
    try:
        drawn = preview(story, brand=brand, layout=layout, mark=MARK, scale=scale)
    except TextDoesNotFit:
        yield Image.new("RGB", (WIDTH, round(layout.height * scale)), _REFUSED)
        return
    for page in drawn[:2] if layout.is_pdf else drawn:
        picture = Image.open(io.BytesIO(page.data)).convert("RGBA")
        shown = Image.new("RGBA", picture.size, (*_REFUSED, 255))
        shown.alpha_composite(picture)
        yield shown.convert("RGB")


def sheet_of(cells: list[Cell]) -> Image.Image:
    """Return the cells in one picture."""
    height = max(cell.picture.height for cell in cells)
    columns, rows = max(cell.column for cell in cells) + 1, max(cell.row for cell in cells) + 1
    sheet = Image.new("RGB", (columns * (WIDTH + _GAP), rows * (height + _GAP)), _NOTHING)
    for cell in cells:
        sheet.paste(cell.picture, _place(cell, height=height))
    return sheet


def _place(cell: Cell, *, height: int) -> tuple[int, int]:
    return cell.column * (WIDTH + _GAP), cell.row * (height + _GAP)


def keep(name: str) -> int:
    """Draw a layout's cells, keep them as its picture, and return the file's bytes."""
    FOLDER.mkdir(exist_ok=True)
    out = io.BytesIO()
    ImageOps.posterize(sheet_of(cells_of(name)), _BITS).save(out, "WEBP", lossless=True, quality=80, method=4)
    (FOLDER / f"{name}.webp").write_bytes(out.getvalue())
    return out.tell()


def differences(name: str) -> list[str]:
    """Return what is different from a layout's kept picture, a sentence each."""
    path = FOLDER / f"{name}.webp"
    if not path.is_file():
        return [f"{name} has no kept picture yet."]
    cells = cells_of(name)
    kept, drawn = Image.open(path).convert("RGB"), sheet_of(cells)
    if kept.size != drawn.size:
        return [f"{name} has other sizes, or another number of pages: {kept.size} px kept, {drawn.size} px drawn."]
    height = max(cell.picture.height for cell in cells)
    found = []
    for cell in cells:
        x, y = _place(cell, height=height)
        box = (x, y, x + cell.picture.width, y + cell.picture.height)
        far = _farthest(kept.crop(box), drawn.crop(box))
        if far > _MOST:
            found.append(f"{cell.name} differs by {far} of 255 in its worst place.")
    return found


def _farthest(kept: Image.Image, drawn: Image.Image) -> int:
    """Return the largest difference of two pictures' blocks, in any colour."""
    size = (max(1, kept.width // _BLOCK), max(1, kept.height // _BLOCK))
    small = (picture.resize(size, Image.Resampling.BOX) for picture in (kept, drawn))
    extremes = ImageChops.difference(*small).getextrema()
    return max(high for _low, high in extremes)  # type: ignore[misc]
