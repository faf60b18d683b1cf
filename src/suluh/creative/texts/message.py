"""A text as one message: headline, as much as fits in whole blocks, and a foot with the call, the office and the proof.

One way for every network where a text is a single message: WhatsApp, Instagram, TikTok.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from suluh.agencies.brand import Brand
from suluh.content.blocks import StoryText
from suluh.creative.drawing.rendition import TextDoesNotFit
from suluh.creative.packs.plan import STORY
from suluh.creative.texts.rendition import MarkLike
from suluh.creative.texts.thread import Rules
from suluh.creative.texts.wording import Wording, call_of, plain, worded, words_of
from suluh.foundation.language import lazy as _

# What tells a story without its paragraphs.
SHARP = ("number", "step", "quote", "myth_fact", "event")
# Stand line under line, as a list.
_LISTED = ("step", "number")
_BULLET = "• "


def message(blocks: Sequence[tuple[str, str]], *, head: str, foot: str, rules: Rules) -> str:
    """Return headline, as much of the rest as fits in whole blocks, call to action and code."""
    over = rules.count(head) + rules.count(foot) + 4 - rules.limit
    if over > 0:
        raise TextDoesNotFit(
            _("The headline and the call to action are too long for %(network)s. Shorten them by %(cut)s characters.")
            % {"cut": over, "network": rules.network},
            block=STORY,
            kind="headline",
            layout=rules.layout,
            cut=over,
        )
    body = kind_before = ""
    for kind, shown in blocks:
        gap = "\n" if kind == kind_before and kind in _LISTED else "\n\n"
        grown = f"{body}{gap if body else ''}{shown}"
        if rules.count(grown) <= -over:
            body, kind_before = grown, kind
    return "\n\n".join(part for part in (head, body, foot) if part)


def lead_and_told(story: StoryText) -> tuple[str, tuple[Wording, ...]]:
    """Return the lead and the blocks under it; a story without a lead begins with its first paragraph."""
    told, lead = worded(story), plain(story.lead)
    if not lead and told and told[0].kind == "paragraph":
        return told[0].text, told[1:]
    return lead, told


def in_blocks(lead: str, *, told: Sequence[Wording]) -> list[tuple[str, str]]:
    """Return each block's kind and the block as a message shows it, the lead first."""
    found = [("paragraph", lead)] if lead else []
    return found + [(wording.kind, _shown(wording)) for wording in told]


def foot_of(story: StoryText, *, brand: Brand, mark: MarkLike, emphasis: Callable[[str], str] = str) -> str:
    """Return the call to action, the office, the address and the code; ``emphasis`` sets a call without address."""
    words, call = words_of(story), call_of(story)
    lines = [emphasis(call.text) if "://" not in call.text else call.text, ""] if call else []
    lines += [f"{words['from']}: {plain(brand.name)}", f"{words['check']}: {mark.url}", f"{words['code']}: {mark.code}"]
    return "\n".join(lines)


def _shown(wording: Wording) -> str:
    if wording.kind in _LISTED:
        return _BULLET + wording.text
    if wording.kind == "quote":
        return f"“{wording.text}”" + (f"\n{wording.tail}" if wording.tail else "")
    return wording.text
