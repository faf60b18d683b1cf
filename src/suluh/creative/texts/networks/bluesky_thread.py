"""Bluesky: a thread of posts, each at most 300 graphemes and 3,000 bytes.

The limits are those of the record ``app.bsky.feed.post`` (its lexicon: ``maxGraphemes`` 300, ``maxLength`` 3000).
"""

from __future__ import annotations

from suluh.agencies.brand import Brand
from suluh.content.blocks import StoryText
from suluh.creative.texts.graphemes import graphemes
from suluh.creative.texts.rendition import MarkLike, TextRendition
from suluh.creative.texts.thread import BETWEEN, Rules, thread
from suluh.foundation.language import lazy as _

__all__ = ["BETWEEN", "LIMIT", "NETWORK", "TITLE", "count", "write"]

TITLE, NETWORK = _("Thread for Bluesky"), "bluesky"
LIMIT = 300
_BYTES_A_GRAPHEME = 10


def count(post: str) -> int:
    """Return the graphemes of a post, or a tenth of its bytes where that is more: within 300, both limits are kept."""
    return max(graphemes(post), -(-len(post.encode()) // _BYTES_A_GRAPHEME))


_RULES = Rules(layout="bluesky_thread", network="Bluesky", limit=LIMIT, count=count)


def write(story: StoryText, *, brand: Brand, mark: MarkLike) -> tuple[TextRendition, ...]:
    """Return the thread as one text, its posts parted by a line "---". Raises ``TextDoesNotFit`` naming the block."""
    return (thread(story, brand=brand, mark=mark, rules=_RULES, name="bluesky-thread.txt"),)
