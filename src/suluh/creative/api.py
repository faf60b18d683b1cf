"""The door of creative: packs, their files, drawing for a preview."""

from __future__ import annotations

from suluh.creative.actions.add_formats import cancel_job, choose_formats, frozen_words, suiting_formats
from suluh.creative.actions.ask_assistant import (
    ask_assistant,
    assistant,
    drop_machine_text,
    take_machine_text,
    with_machine_text,
)
from suluh.creative.actions.ask_video import ask_video, may_have_video
from suluh.creative.actions.copy_layout import copy_layout, import_layout
from suluh.creative.actions.dismiss_finding import dismiss_finding, dismissed_keys, recover_findings
from suluh.creative.actions.draw_pack import ask_pack, cancel_pack, is_under_way, shown_formats, wanted_formats
from suluh.creative.actions.keep_word import add_word, office_words, remove_word
from suluh.creative.actions.put_in_use import put_in_use, retire_layout, take_up_layout
from suluh.creative.actions.save_layout import save_layout
from suluh.creative.actions.see_machine_texts import see_machine_texts, standing_machine_texts
from suluh.creative.actions.share_layout import decide_layout, may_decide, submit_layout
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
from suluh.creative.assistant import Unknown, unknown_in
from suluh.creative.coach import Counted, Finding, Place, coach, count, mend
from suluh.creative.designing.archive import Files as LayoutFiles
from suluh.creative.designing.archive import packed as packed_layout
from suluh.creative.designing.refusals import Fault, LayoutFaulty, ProgramMistaken
from suluh.creative.designing.trying import STORY_NAMES, Trial, try_out
from suluh.creative.drawing.engine import draw, page_count, preview
from suluh.creative.drawing.layouts import BadLayout, Layout, Size, layouts, layouts_for, read_layout
from suluh.creative.drawing.mark import Mark
from suluh.creative.drawing.rendition import Rendition as Drawn
from suluh.creative.drawing.rendition import TextDoesNotFit
from suluh.creative.models import (
    LayoutRevision,
    MachineText,
    OfficeLayout,
    OfficeWord,
    Pack,
    PackJob,
    Rendition,
    ShareLink,
)
from suluh.creative.narrative import Narrative, Told, narrate, stands_apart, with_points
from suluh.creative.office_layouts import layout_here, office_layouts, own_layouts
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
    "STORY_NAMES",
    "BadLayout",
    "Counted",
    "Drawn",
    "Fault",
    "Finding",
    "Layout",
    "LayoutFaulty",
    "LayoutFiles",
    "LayoutRevision",
    "LinkOver",
    "LinkUnknown",
    "MachineText",
    "Mark",
    "Narrative",
    "OfficeLayout",
    "OfficeWord",
    "Pack",
    "PackJob",
    "PackNotReady",
    "PackStates",
    "Piece",
    "Place",
    "Post",
    "ProgramMistaken",
    "Rendition",
    "ShareLink",
    "Size",
    "TextDoesNotFit",
    "TextFormat",
    "Told",
    "Trial",
    "Unknown",
    "add_word",
    "ask_assistant",
    "ask_pack",
    "ask_video",
    "assistant",
    "cancel_job",
    "cancel_pack",
    "choose_formats",
    "coach",
    "copy_layout",
    "count",
    "count_opening",
    "decide_layout",
    "dismiss_finding",
    "dismissed_keys",
    "draw",
    "drop_machine_text",
    "end_share",
    "every_format",
    "frozen_words",
    "import_layout",
    "is_under_way",
    "layout_here",
    "layouts",
    "layouts_for",
    "link_of",
    "may_decide",
    "may_have_video",
    "mend",
    "narrate",
    "office_layouts",
    "office_words",
    "own_layouts",
    "packed_layout",
    "page_count",
    "preview",
    "print_of",
    "print_of_text",
    "put_in_use",
    "read_layout",
    "ready_pack",
    "recover_findings",
    "remove_word",
    "retire_layout",
    "save_layout",
    "see_machine_texts",
    "share_pack",
    "shared_pack",
    "shown_formats",
    "standing_in",
    "standing_in_text",
    "standing_machine_texts",
    "stands_apart",
    "submit_layout",
    "suiting_formats",
    "take_machine_text",
    "take_up_layout",
    "text_format",
    "text_formats",
    "text_posts",
    "try_out",
    "unknown_in",
    "wanted_formats",
    "with_machine_text",
    "with_points",
    "write_text",
]
