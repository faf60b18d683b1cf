"""Draw every layout in every size with its own sample story, side by side, into docs/pictures/layouts-<office>.webp.

    .venv/bin/python -m bench.contact_sheet [--office sumsel] [--out FILE]

What a designer looks at after a change of the kit, and what the documentation shows. Of a run of pages the first ones.
"""

from __future__ import annotations

import argparse
import io
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
from PIL import Image, ImageDraw

from suluh.agencies.brand import Brand
from suluh.agencies.province_files import brand_of
from suluh.creative.drawing import Mark, draw, layouts
from suluh.settings.environment import ROOT

MARK = Mark(code="CONT-0H00", url="https://example.go.id/c/CONT-0H00")
_HEIGHT, _WIDTH, _GAP, _NAME = 360, 1800, 20, 24
_MOST_PAGES = 5


def drawings(brand: Brand) -> Iterator[tuple[str, Image.Image]]:
    """Yield each drawing with its name: a page of a run, a picture, or the first page of a PDF."""
    for layout in layouts().values():
        for size in layout.sizes:
            for made in draw(layout.sample, brand=brand, layout=layout, size=size, mark=MARK)[:_MOST_PAGES]:
                yield made.name, _picture(made.data, is_pdf=made.media_type == "application/pdf")


def _picture(data: bytes, *, is_pdf: bool) -> Image.Image:
    if is_pdf:
        page = pypdfium2.PdfDocument(data)[0]
        drawn: Image.Image = page.render(scale=2 * _HEIGHT / page.get_size()[1]).to_pil()
        picture = drawn.convert("RGBA")
    else:
        picture = Image.open(io.BytesIO(data)).convert("RGBA")
    return picture.resize((round(picture.width * _HEIGHT / picture.height), _HEIGHT), Image.Resampling.LANCZOS)


def sheet(brand: Brand) -> Image.Image:
    """Return all drawings in rows, each with its name below it."""
    rows: list[list[tuple[str, Image.Image]]] = [[]]
    for name, picture in drawings(brand):
        taken = sum(shown.width + _GAP for _name, shown in rows[-1])
        if rows[-1] and taken + picture.width + _GAP > _WIDTH:
            rows.append([])
        rows[-1].append((name, picture))
    made = Image.new("RGB", (_WIDTH, len(rows) * (_HEIGHT + _NAME + _GAP) + _GAP), "#e9e7e2")
    pen = ImageDraw.Draw(made)
    for number, row in enumerate(rows):
        x, y = _GAP, _GAP + number * (_HEIGHT + _NAME + _GAP)
        for name, picture in row:
            made.paste(picture, (x, y), picture)
            pen.text((x, y + _HEIGHT + 6), name, fill="#33312d", font_size=14)
            x += picture.width + _GAP
    return made


def main() -> None:
    """Write the sheet."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--office", default="sumsel")
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    out = options.out or ROOT / "docs" / "pictures" / f"layouts-{options.office}.webp"
    sheet(brand_of(options.office)).save(out, quality=80, method=6)
    print(f"{out}: {out.stat().st_size // 1024} kB")


if __name__ == "__main__":
    main()
