"""A structure as JSON, in a shape that stays: docs/reference/structure.md describes it."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Any

from suluh.content.structure.model import Structure

FORMAT = "suluh.structure/1"


def dump_structure(found: Structure) -> dict[str, Any]:
    """Return a structure as a JSON object; days are ISO 8601, offsets count characters of ``text``."""
    return {"format": FORMAT, **{name: _plain(value) for name, value in asdict(found).items()}}


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {name: _plain(inner) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    return value
