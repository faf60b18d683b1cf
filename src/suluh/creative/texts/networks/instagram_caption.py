"""Instagram: the caption of a post, at most 2,200 characters and five hashtags.

Links in a caption cannot be tapped: they are written out whole, to be read and typed.
"""

from __future__ import annotations

from suluh.agencies.brand import Brand
from suluh.content.blocks import StoryText
from suluh.creative.texts.counting import in_units
from suluh.creative.texts.hashtags import hashtags
from suluh.creative.texts.message import foot_of, in_blocks, lead_and_told, message
from suluh.creative.texts.rendition import MarkLike, TextRendition
from suluh.creative.texts.thread import Rules
from suluh.creative.texts.wording import plain
from suluh.foundation.language import lazy as _

NAME = "instagram_caption"
TITLE, NETWORK = _("Instagram caption"), "instagram"
LIMIT = 2200
count = in_units
_RULES = Rules(layout=NAME, network="Instagram", limit=LIMIT, count=count)


def write(story: StoryText, *, brand: Brand, mark: MarkLike) -> tuple[TextRendition, ...]:
    """Return the caption, its hashtags last. Raises ``TextDoesNotFit`` where headline, call and code are too long."""
    lead, told = lead_and_told(story)
    tags = hashtags(story, brand=brand)
    foot = "\n\n".join(part for part in (foot_of(story, brand=brand, mark=mark), tags) if part)
    text = message(in_blocks(lead, told=told), head=plain(story.headline), foot=foot, rules=_RULES)
    return (TextRendition(layout=NAME, name="instagram.txt", text=text, counts=(count(text),)),)
