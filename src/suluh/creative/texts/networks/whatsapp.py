"""WhatsApp: a caption that goes under a picture, and the long text for a channel or a broadcast.

Lengths: 1,024 characters for the caption of a picture, as the WhatsApp Business Platform has it (its page "Image
messages", read 2026-11-23), and 4,096 for a text message (docs.360dialog.com, "Messaging", read 2026-11-23). Bold is
written *...*.
"""

from __future__ import annotations

from suluh.agencies.brand import Brand
from suluh.content.blocks import StoryText
from suluh.creative.packs.sentences import shortened
from suluh.creative.texts.message import SHARP, foot_of, in_blocks, lead_and_told, message
from suluh.creative.texts.rendition import MarkLike, TextRendition
from suluh.creative.texts.thread import Rules
from suluh.creative.texts.wording import plain
from suluh.foundation.language import lazy as _

NAME = "whatsapp"
TITLE, NETWORK = _("WhatsApp text"), "whatsapp"
FILES = {
    "whatsapp-caption.txt": _("Short, to send with a picture"),
    "whatsapp.txt": _("Whole, to send without a picture"),
}
CAPTION_LIMIT, TEXT_LIMIT = 1024, 4096
_CAPTION = Rules(layout=NAME, network="WhatsApp", limit=CAPTION_LIMIT, count=len)
_TEXT = Rules(layout=NAME, network="WhatsApp", limit=TEXT_LIMIT, count=len)
# A caption is read on one screen: its lead is this long at most.
_CAPTION_LEAD = 320


def write(story: StoryText, *, brand: Brand, mark: MarkLike) -> tuple[TextRendition, ...]:
    """Return the caption and the long text. Raises ``TextDoesNotFit`` where headline, call and code are too long."""
    lead, told = lead_and_told(story)
    head, foot = _bold(plain(story.headline)), foot_of(story, brand=brand, mark=mark, emphasis=_bold)
    sharp = [wording for wording in told if wording.kind in SHARP]
    brief = shortened(lead, to=_CAPTION_LEAD)[0]
    short = message(in_blocks(brief, told=sharp), head=head, foot=foot, rules=_CAPTION)
    long = message(in_blocks(lead, told=told), head=head, foot=foot, rules=_TEXT)
    return (
        TextRendition(layout=NAME, name="whatsapp-caption.txt", text=short, counts=(len(short),)),
        TextRendition(layout=NAME, name="whatsapp.txt", text=long, counts=(len(long),)),
    )


def _bold(text: str) -> str:
    """Return the text in bold, or as it is where a star in it would end the bold early."""
    return f"*{text}*" if text and "*" not in text else text
