"""Drawing a story's pack by Typst. The door of this engine; see the room's README."""

from suluh.creative.drawing.engine import draw, page_count, preview
from suluh.creative.drawing.layouts import Layout, LayoutMissing, layout_called, layouts
from suluh.creative.drawing.mark import Mark
from suluh.creative.drawing.motif import MotifMissing
from suluh.creative.drawing.rendition import DrawingFailed, Rendition, TextDoesNotFit

__all__ = [
    "DrawingFailed",
    "Layout",
    "LayoutMissing",
    "Mark",
    "MotifMissing",
    "Rendition",
    "TextDoesNotFit",
    "draw",
    "layout_called",
    "layouts",
    "page_count",
    "preview",
]
