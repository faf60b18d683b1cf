"""A province as a map of tiles, one a kabupaten or kota, painted by the amounts of a story's bars.

A province has a map where its folder holds ``map.toml``: places with a short name, the names a label may give, a column
and a row. Where the bars do not all name different places of it, bars are drawn.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from suluh.agencies.brand import Brand
from suluh.creative.drawing.contrast import best_of, mix
from suluh.creative.drawing.motif import PROVINCES
from suluh.creative.drawing.palette import palette
from suluh.creative.packs.charting import places_of
from suluh.creative.packs.plan import Bar

# How much of the main colour the smallest amount has, and the largest.
_PALEST, _DEEPEST = 0.16, 1.0


@dataclass(frozen=True, kw_only=True)
class Place:
    """A tile. ``names`` are what a label may call it."""

    short: str
    names: tuple[str, ...]
    column: int
    row: int


@cache
def places(slug: str) -> tuple[Place, ...]:
    """Return the places of a province, none where it has no map."""
    path = PROVINCES / slug / "map.toml"
    if not path.is_file():
        return ()
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    return tuple(Place(**{**place, "names": tuple(place["names"])}) for place in raw["place"])


def painted_map(bars: Sequence[Bar], *, brand: Brand) -> dict[str, Any] | None:
    """Return the map as a layout reads it, or None where the bars are not of places of the brand's province."""
    known = places(brand.motif)
    named = places_of([bar.label.text for bar in bars], known={place.short: place.names for place in known})
    if not bars or not known or named is None:
        return None
    return {
        "columns": 1 + max(place.column for place in known),
        "rows": 1 + max(place.row for place in known),
        "tiles": [
            _tile(place, bar=named.index(place.short) if place.short in named else None, bars=bars, brand=brand)
            for place in known
        ],
    }


def _tile(place: Place, *, bar: int | None, bars: Sequence[Bar], brand: Brand) -> dict[str, Any]:
    colours = palette(brand)
    share = 0.0 if bar is None else _PALEST + (_DEEPEST - _PALEST) * bars[bar].share
    fill = mix(colours["primary"], into=colours["paper-dark"] if bar is None else colours["card"], share=share)
    on = best_of((colours["ink"], colours["white"]), on=fill)
    return {"short": place.short, "column": place.column, "row": place.row, "bar": bar, "fill": fill, "on": on}
