"""Threads: a thread of posts, each at most 500 characters; an emoji counts as many as it has bytes in UTF-8.

So say Meta's pages (developers.facebook.com/documentation/threads/posts, read 2026-11-27). A post holds five links at
most; of ours, only the last has any of its own: the call's and the proof's.
"""

from __future__ import annotations

from suluh.agencies.brand import Brand
from suluh.content.blocks import StoryText
from suluh.creative.texts.counting import in_bytes
from suluh.creative.texts.rendition import MarkLike, TextRendition
from suluh.creative.texts.thread import BETWEEN, Rules, thread
from suluh.foundation.language import lazy as _

__all__ = ["BETWEEN", "LIMIT", "NETWORK", "TITLE", "count", "write"]

TITLE, NETWORK = _("Thread for Threads"), "threads"
LIMIT = 500
count = in_bytes
_RULES = Rules(layout="threads_thread", network="Threads", limit=LIMIT, count=count)


def write(story: StoryText, *, brand: Brand, mark: MarkLike) -> tuple[TextRendition, ...]:
    """Return the thread as one text, its posts parted by a line "---". Raises ``TextDoesNotFit`` naming the block."""
    return (thread(story, brand=brand, mark=mark, rules=_RULES, name="threads-thread.txt"),)
