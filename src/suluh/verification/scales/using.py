"""Which scale is in use: the default, or the file the operator names."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from suluh.verification.scales.reading import read_scale
from suluh.verification.scales.values import Scale

DEFAULT = Path(__file__).resolve().parent / "default.json"
_chosen: list[Path] = []


def use(file: Path | None) -> Scale:
    """Use the scale of ``file`` from now on, or the default one, and return it. Raises ``BadScale``."""
    read = _read(file or DEFAULT)
    _chosen[:] = [file] if file else []
    return read


def scale() -> Scale:
    """Return the scale in use."""
    return _read(_chosen[0] if _chosen else DEFAULT)


@cache
def _read(file: Path) -> Scale:
    return read_scale(file)
