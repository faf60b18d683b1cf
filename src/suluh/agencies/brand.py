"""An office's identity as a value: what a pack is drawn with. Plain Python."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, kw_only=True)
class Brand:
    """Names, colours and motif of an office. Colours are "#rrggbb".

    ``primary`` carries headlines' grounds and bands, ``accent`` lifts single words and icons, ``ink`` is the dark
    ground and the text colour, ``paper`` the light ground. ``motif`` names a folder of the province data that holds
    the drawn motif; it must exist. ``logo`` is a PNG or SVG of the office's own, or None: then initials are drawn.
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
    site: str = ""
    contact: str = ""
    logo: Path | None = None
