"""The parts of the house that have pages: every ``urls.py`` of a room or of a part of a room."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

HOUSE = Path(__file__).resolve().parent.parent
_ROOT_URLS = Path(__file__).resolve().parent / "urls.py"


def url_modules() -> Iterator[str]:
    """Yield the import path of every part's ``urls.py``, rooms first, each level by name."""
    for file in sorted(HOUSE.glob("*/urls.py")) + sorted(HOUSE.glob("*/*/urls.py")):
        if file != _ROOT_URLS:
            yield ".".join(file.relative_to(HOUSE.parent).with_suffix("").parts)
