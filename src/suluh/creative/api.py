"""The door of creative: packs, their files, drawing for a preview."""

from __future__ import annotations

from suluh.creative.actions.dismiss_finding import dismiss_finding, dismissed_keys, recover_findings
from suluh.creative.actions.draw_pack import ask_pack, is_under_way
from suluh.creative.coach import Finding, coach, mend
from suluh.creative.drawing.engine import draw, page_count, preview
from suluh.creative.drawing.layouts import BadLayout, Layout, Size, layouts, layouts_for, read_layout
from suluh.creative.drawing.mark import Mark
from suluh.creative.drawing.rendition import Rendition as Drawn
from suluh.creative.drawing.rendition import TextDoesNotFit
from suluh.creative.models import Pack, Rendition
from suluh.creative.states import PackStates
from suluh.creative.texts import About as TextFormat
from suluh.creative.texts import Post
from suluh.creative.texts import about as text_format
from suluh.creative.texts import formats as text_formats
from suluh.creative.texts import posts as text_posts
from suluh.creative.texts import write as write_text

__all__ = [
    "BadLayout",
    "Drawn",
    "Finding",
    "Layout",
    "Mark",
    "Pack",
    "PackStates",
    "Post",
    "Rendition",
    "Size",
    "TextDoesNotFit",
    "TextFormat",
    "ask_pack",
    "coach",
    "dismiss_finding",
    "dismissed_keys",
    "draw",
    "is_under_way",
    "layouts",
    "layouts_for",
    "mend",
    "page_count",
    "preview",
    "read_layout",
    "recover_findings",
    "text_format",
    "text_formats",
    "text_posts",
    "write_text",
]
