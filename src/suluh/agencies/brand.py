"""An office's identity as a value: what a pack is drawn with. Plain Python."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from suluh.agencies.typefaces.find import DEFAULT_TYPEFACE


@dataclass(frozen=True, kw_only=True)
class Brand:
    """Names, colours, motif and letters of an office. Colours are "#rrggbb".

    ``primary`` carries headlines' grounds and bands, ``accent`` lifts single words and icons, ``ink`` is the dark
    ground and the text colour, ``paper`` the light ground. ``motif`` names a folder of the province data that holds
    the drawn motif; it must exist. ``typeface`` is the slug of one of
    ``agencies/typefaces``. ``logo`` is a PNG or SVG of the office's own, or None: then initials are drawn.
    """

    slug: str
    name: str
    short_name: str
    initials: str
    primary: str
    accent: str
    ink: str
    paper: str
    motif: str
    typeface: str = DEFAULT_TYPEFACE
    site: str = ""
    contact: str = ""
    logo: Path | None = None
