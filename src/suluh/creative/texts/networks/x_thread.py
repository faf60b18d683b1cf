"""X: a thread of posts, each at most 280 weighted characters."""

from __future__ import annotations

from suluh.agencies.brand import Brand
from suluh.content.blocks import StoryText
from suluh.creative.texts.counting import LIMIT, weigh
from suluh.creative.texts.rendition import MarkLike, TextRendition
from suluh.creative.texts.thread import BETWEEN, Rules, thread
from suluh.foundation.language import lazy as _

__all__ = ["BETWEEN", "LIMIT", "NETWORK", "TITLE", "count", "write"]

TITLE, NETWORK = _("Thread for X"), "x"
count = weigh
_RULES = Rules(layout="x_thread", network="X", limit=LIMIT, count=count)


def write(story: StoryText, *, brand: Brand, mark: MarkLike) -> tuple[TextRendition, ...]:
    """Return the thread as one text, its posts parted by a line "---". Raises ``TextDoesNotFit`` naming the block."""
    return (thread(story, brand=brand, mark=mark, rules=_RULES, name="x-thread.txt"),)
