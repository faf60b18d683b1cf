"""Every layout is drawn as it was when somebody last looked at it."""

from __future__ import annotations

import pytest

from suluh.creative.drawing.layouts import layouts
from suluh.creative.drawing.tests.kept import COMMAND, FOLDER, differences

# Bytes that all kept pictures may take in the repository.
_MOST_BYTES = 3_000_000


@pytest.mark.slow
@pytest.mark.parametrize("name", layouts())
def test_a_layout_is_drawn_as_in_its_kept_picture(name: str) -> None:
    found = differences(name)

    told = "\n  ".join(found)
    assert not found, f"\n  {told}\nLook at it, then accept what is drawn now: {COMMAND} {name}"


def test_kept_pictures_are_of_layouts_that_are_there_and_take_little_room() -> None:
    files = list(FOLDER.glob("*.webp"))

    assert {path.stem for path in files} <= set(layouts()), f"remove what no layout draws, in {FOLDER.name}/"
    assert sum(path.stat().st_size for path in files) <= _MOST_BYTES
