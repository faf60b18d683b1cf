"""WhatsApp: a caption that goes under a picture, and the long text for a channel or a broadcast.

Lengths: 1,024 characters for the caption of a picture, as the WhatsApp Business Platform has it (its page "Image
messages", read 2026-11-23), and 4,096 for a text message (docs.360dialog.com, "Messaging", read 2026-11-23). Bold is
written *...*.
"""

from __future__ import annotations

from collections.abc import Sequence

from suluh.agencies.brand import Brand
from suluh.content.blocks import StoryText
from suluh.creative.drawing.rendition import TextDoesNotFit
from suluh.creative.packs.plan import STORY
from suluh.creative.packs.sentences import shortened
from suluh.creative.texts.rendition import MarkLike, TextRendition
from suluh.creative.texts.wording import Wording, call_of, plain, worded, words_of
from suluh.foundation.language import lazy as _

NAME = "whatsapp"
TITLE, NETWORK = _("WhatsApp text"), "whatsapp"
FILES = {
    "whatsapp-caption.txt": _("Short, to send with a picture"),
    "whatsapp.txt": _("Whole, to send without a picture"),
}
CAPTION_LIMIT, TEXT_LIMIT = 1024, 4096
# A caption is read on one screen: its lead is this long at most.
_CAPTION_LEAD = 320
_CAPTION_KINDS = ("number", "step", "quote", "myth_fact")
# Stand line under line, as a list.
_LISTED = ("step", "number")
_BULLET = "• "


def write(story: StoryText, *, brand: Brand, mark: MarkLike) -> tuple[TextRendition, ...]:
    """Return the caption and the long text. Raises ``TextDoesNotFit`` where headline, call and code are too long."""
    told = worded(story)
    lead = plain(story.lead)
    if not lead and told and told[0].kind == "paragraph":
        lead, told = told[0].text, told[1:]
    head, foot = _bold(plain(story.headline)), _foot(story, brand=brand, mark=mark)
    sharp = [wording for wording in told if wording.kind in _CAPTION_KINDS]
    brief = shortened(lead, to=_CAPTION_LEAD)[0]
    short = _message(_blocks(brief, told=sharp), head=head, foot=foot, limit=CAPTION_LIMIT)
    long = _message(_blocks(lead, told=told), head=head, foot=foot, limit=TEXT_LIMIT)
    return (
        TextRendition(layout=NAME, name="whatsapp-caption.txt", text=short, counts=(len(short),)),
        TextRendition(layout=NAME, name="whatsapp.txt", text=long, counts=(len(long),)),
    )


def _message(blocks: Sequence[tuple[str, str]], *, head: str, foot: str, limit: int) -> str:
    """Return headline, as much of the rest as fits in whole blocks, call to action and code."""
    room = limit - len(head) - len(foot) - 4
    if room < 0:
        raise TextDoesNotFit(
            _("The headline and the call to action are too long for WhatsApp. Shorten them by %(cut)s characters.")
            % {"cut": -room},
            block=STORY,
            kind="headline",
            layout=NAME,
            cut=-room,
        )
    body = kind_before = ""
    for kind, shown in blocks:
        gap = "\n" if kind == kind_before and kind in _LISTED else "\n\n"
        grown = f"{body}{gap if body else ''}{shown}"
        if len(grown) <= room:
            body, kind_before = grown, kind
    return "\n\n".join(part for part in (head, body, foot) if part)


def _blocks(lead: str, *, told: Sequence[Wording]) -> list[tuple[str, str]]:
    """Return each block's kind and the block as WhatsApp shows it, the lead first."""
    found = [("paragraph", lead)] if lead else []
    return found + [(wording.kind, _shown(wording)) for wording in told]


def _shown(wording: Wording) -> str:
    if wording.kind in _LISTED:
        return _BULLET + wording.text
    if wording.kind == "quote":
        return f"“{wording.text}”" + (f"\n{wording.tail}" if wording.tail else "")
    return wording.text


def _foot(story: StoryText, *, brand: Brand, mark: MarkLike) -> str:
    words, call = words_of(story), call_of(story)
    lines = [_bold(call.text) if "://" not in call.text else call.text, ""] if call else []
    lines += [f"{words['from']}: {plain(brand.name)}", f"{words['check']}: {mark.url}", f"{words['code']}: {mark.code}"]
    return "\n".join(lines)


def _bold(text: str) -> str:
    """Return the text in bold, or as it is where a star in it would end the bold early."""
    return f"*{text}*" if text and "*" not in text else text
