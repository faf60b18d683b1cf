"""A province's drawn motif: its pictures in a brand's colours.

A motif is a folder ``agencies/provinces/<slug>/motif`` with ``motif.toml`` and plain SVG pictures. The colours in the
pictures are placeholders; ``motif.toml`` says which use each stands for, and the brand's palette takes its place. A
colour that is not named there stays as it was drawn.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from suluh.foundation.errors import Refusal
from suluh.foundation.language import lazy as _

PROVINCES = Path(__file__).resolve().parents[2] / "agencies" / "provinces"

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}\b")
_SVG = re.compile(r"<svg\b[^>]*\bviewBox=\"([\d.\s-]+)\"[^>]*>(.*)</svg>", re.DOTALL)
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class MotifMissing(Refusal):
    """A brand names a motif that this installation does not have."""

    code = "creative.E211"


@dataclass(frozen=True, kw_only=True)
class Drawing:
    """A picture as SVG without its outer element; ``width`` and ``height`` are its user units."""

    body: str
    width: float
    height: float


@dataclass(frozen=True, kw_only=True)
class Motif:
    """``drawings`` by name. ``places`` are named parts of the panorama: x, y, width, height."""

    slug: str
    drawings: Mapping[str, Drawing]
    colours: Mapping[str, str]
    places: Mapping[str, tuple[float, float, float, float]]
    ground: str
    # What stands on the panorama's ground, from x to x.
    busy: tuple[tuple[float, float], ...] = ()

    def painted(self, *, palette: Mapping[str, str]) -> dict[str, Drawing]:
        """Return the pictures with every placeholder colour replaced by the palette's."""

        def paint(match: re.Match[str]) -> str:
            colour = match.group().lower()
            return palette[self.colours[colour]] if colour in self.colours else colour

        return {
            name: Drawing(body=_COLOUR.sub(paint, d.body), width=d.width, height=d.height)
            for name, d in self.drawings.items()
        }


@cache
def load_motif(slug: str) -> Motif:
    """Return the motif of a province's folder. Raises ``MotifMissing`` when there is none of that name."""
    folder = PROVINCES / slug / "motif"
    if not _SLUG.fullmatch(slug) or not (folder / "motif.toml").is_file():
        raise MotifMissing(
            _("There is no motif called “%(motif)s”. Choose another one in the office's brand.") % {"motif": slug}
        )
    described = tomllib.loads((folder / "motif.toml").read_text(encoding="utf-8"))
    return Motif(
        slug=slug,
        drawings={path.stem: _drawing(path) for path in sorted(folder.glob("*.svg"))},
        colours={colour.lower(): use for use, colour in described["colours"].items()},
        places={name: (x, y, w, h) for name, (x, y, w, h) in described["places"].items()},
        ground=described["ground"],
        busy=tuple((start, end) for start, end in described.get("run", {}).get("busy", ())),
    )


def _drawing(path: Path) -> Drawing:
    found = _SVG.search(path.read_text(encoding="utf-8"))
    if found is None:
        raise ValueError(f"{path.name} is not an SVG picture with a viewBox")
    _x, _y, width, height = (float(n) for n in found.group(1).split())
    return Drawing(body=found.group(2).strip(), width=width, height=height)
