"""TikTok: the caption of a video, at most 2,200 UTF-16 units.

It is read over the video, two lines of it at first: the lead is short, and paragraphs are left out.
"""

from __future__ import annotations

from suluh.agencies.brand import Brand
from suluh.content.blocks import StoryText
from suluh.creative.packs.sentences import shortened
from suluh.creative.texts.counting import in_units
from suluh.creative.texts.hashtags import hashtags
from suluh.creative.texts.message import SHARP, foot_of, in_blocks, lead_and_told, message
from suluh.creative.texts.rendition import MarkLike, TextRendition
from suluh.creative.texts.thread import Rules
from suluh.creative.texts.wording import plain
from suluh.foundation.language import lazy as _

NAME = "tiktok_caption"
TITLE, NETWORK = _("TikTok caption"), "tiktok"
LIMIT = 2200
count = in_units
_RULES = Rules(layout=NAME, network="TikTok", limit=LIMIT, count=count)
_LEAD = 200


def write(story: StoryText, *, brand: Brand, mark: MarkLike) -> tuple[TextRendition, ...]:
    """Return the caption, its hashtags last. Raises ``TextDoesNotFit`` where headline, call and code are too long."""
    lead, told = lead_and_told(story)
    sharp = [wording for wording in told if wording.kind in SHARP]
    tags = hashtags(story, brand=brand)
    foot = "\n\n".join(part for part in (foot_of(story, brand=brand, mark=mark), tags) if part)
    blocks = in_blocks(shortened(lead, to=_LEAD)[0], told=sharp)
    text = message(blocks, head=plain(story.headline), foot=foot, rules=_RULES)
    return (TextRendition(layout=NAME, name="tiktok.txt", text=text, counts=(count(text),)),)
