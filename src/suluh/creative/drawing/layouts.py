"""The layouts, found by looking: each is a folder of ``creative/layouts`` with ``layout.toml`` and ``layout.typ``."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache
from pathlib import Path

from suluh.content.blocks import StoryText
from suluh.creative.drawing.layout import ONLY, PLACES, Layout, Limits, Size, SizeMissing, Title
from suluh.creative.drawing.layout_file import BadLayout, read_layout
from suluh.creative.packs.choose import choose
from suluh.foundation.errors import Refusal
from suluh.foundation.language import lazy as _

__all__ = [
    "CREATIVE",
    "FOLDER",
    "ONLY",
    "PLACES",
    "BadLayout",
    "Layout",
    "LayoutMissing",
    "Limits",
    "Size",
    "SizeMissing",
    "Title",
    "layout_called",
    "layouts",
    "layouts_for",
    "read_layout",
]

CREATIVE = Path(__file__).resolve().parents[1]
FOLDER = CREATIVE / "layouts"


class LayoutMissing(Refusal):
    """A layout is asked for by a name that none has."""

    code = "creative.E212"


@cache
def layouts() -> Mapping[str, Layout]:
    """Return every layout by name."""
    return {path.parent.name: read_layout(path.parent) for path in sorted(FOLDER.glob("*/layout.toml"))}


def layouts_for(story: StoryText, *, pictures: Collection[str] = ()) -> Mapping[str, Layout]:
    """Return the layouts that have something to show of ``story``, by name; those made on wish only are left out.

    ``pictures`` names the media whose files are at hand, for layouts that need a photograph.
    """
    plan = choose(story, pictures=pictures)
    return {name: layout for name, layout in layouts().items() if layout.suits(plan) and not layout.on_wish}


def layout_called(name: str) -> Layout:
    """Return the layout of that name. Raises ``LayoutMissing``."""
    if name not in layouts():
        raise LayoutMissing(
            _("There is no layout called “%(layout)s”. There are: %(layouts)s.")
            % {"layout": name, "layouts": ", ".join(layouts())}
        )
    return layouts()[name]
