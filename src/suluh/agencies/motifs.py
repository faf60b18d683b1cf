"""The motifs an office may choose from: the ornament of a province's folder each, called as the province is."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_PROVINCES = Path(__file__).resolve().parent / "provinces"


@dataclass(frozen=True, kw_only=True)
class MotifName:
    """A motif by the slug that a brand names, and the name of its province."""

    slug: str
    name: str


@cache
def motifs() -> tuple[MotifName, ...]:
    """Return the motifs of this installation, by name."""
    found = (path.parent.parent for path in _PROVINCES.glob("*/motif/motif.toml"))
    named = (MotifName(slug=folder.name, name=_name(folder)) for folder in found)
    return tuple(sorted(named, key=lambda motif: motif.name))


def _name(folder: Path) -> str:
    described = tomllib.loads((folder / "province.toml").read_text(encoding="utf-8"))
    return str(described["name"])
