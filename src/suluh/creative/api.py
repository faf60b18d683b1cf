"""The door of creative: packs, their files, drawing for a preview."""

from __future__ import annotations

from suluh.creative.actions.add_formats import cancel_job, choose_formats, frozen_words, suiting_formats
from suluh.creative.actions.dismiss_finding import dismiss_finding, dismissed_keys, recover_findings
from suluh.creative.actions.draw_pack import ask_pack, cancel_pack, is_under_way, wanted_formats
from suluh.creative.actions.share_pack import (
    DAYS,
    SHARED_IN,
    LinkOver,
    LinkUnknown,
    PackNotReady,
    count_opening,
    end_share,
    link_of,
    ready_pack,
    share_pack,
    shared_pack,
)
from suluh.creative.coach import Finding, coach, mend
from suluh.creative.drawing.engine import draw, page_count, preview
from suluh.creative.drawing.layouts import BadLayout, Layout, Size, layouts, layouts_for, read_layout
from suluh.creative.drawing.mark import Mark
from suluh.creative.drawing.rendition import Rendition as Drawn
from suluh.creative.drawing.rendition import TextDoesNotFit
from suluh.creative.models import Pack, PackJob, Rendition, ShareLink
from suluh.creative.narrative import Narrative, Told, narrate, stands_apart, with_points
from suluh.creative.packs.plan import Piece
from suluh.creative.packs.standing import print_of, print_of_text, standing_in, standing_in_text
from suluh.creative.packs.wishes import every_format
from suluh.creative.states import PackStates
from suluh.creative.texts import About as TextFormat
from suluh.creative.texts import Post
from suluh.creative.texts import about as text_format
from suluh.creative.texts import formats as text_formats
from suluh.creative.texts import posts as text_posts
from suluh.creative.texts import write as write_text

__all__ = [
    "DAYS",
    "SHARED_IN",
    "BadLayout",
    "Drawn",
    "Finding",
    "Layout",
    "LinkOver",
    "LinkUnknown",
    "Mark",
    "Narrative",
    "Pack",
    "PackJob",
    "PackNotReady",
    "PackStates",
    "Piece",
    "Post",
    "Rendition",
    "ShareLink",
    "Size",
    "TextDoesNotFit",
    "TextFormat",
    "Told",
    "ask_pack",
    "cancel_job",
    "cancel_pack",
    "choose_formats",
    "coach",
    "count_opening",
    "dismiss_finding",
    "dismissed_keys",
    "draw",
    "end_share",
    "every_format",
    "frozen_words",
    "is_under_way",
    "layouts",
    "layouts_for",
    "link_of",
    "mend",
    "narrate",
    "page_count",
    "preview",
    "print_of",
    "print_of_text",
    "read_layout",
    "ready_pack",
    "recover_findings",
    "share_pack",
    "shared_pack",
    "standing_in",
    "standing_in_text",
    "stands_apart",
    "suiting_formats",
    "text_format",
    "text_formats",
    "text_posts",
    "wanted_formats",
    "with_points",
    "write_text",
]
