"""Drawing a story's pack by Typst. The door of this engine; see the room's README."""

from suluh.creative.drawing.engine import draw, page_count, preview
from suluh.creative.drawing.layouts import (
    BadLayout,
    Layout,
    LayoutMissing,
    Size,
    SizeMissing,
    layout_called,
    layouts,
    layouts_for,
    read_layout,
)
from suluh.creative.drawing.mark import Mark
from suluh.creative.drawing.motif import MotifMissing
from suluh.creative.drawing.rendition import DrawingFailed, Rendition, TextDoesNotFit

__all__ = [
    "BadLayout",
    "DrawingFailed",
    "Layout",
    "LayoutMissing",
    "Mark",
    "MotifMissing",
    "Rendition",
    "Size",
    "SizeMissing",
    "TextDoesNotFit",
    "draw",
    "layout_called",
    "layouts",
    "layouts_for",
    "page_count",
    "preview",
    "read_layout",
]
