"""A story's blocks as a reader sees them, with their pictures' addresses."""

from __future__ import annotations

from dataclasses import dataclass

from suluh.content import api as content
from suluh.content.blocks import Block, Picture, StoryText, media_ids


@dataclass(frozen=True, kw_only=True)
class ReadingBlock:
    """A block and, for a picture, its media (None where it is gone)."""

    block: Block
    media: content.Media | None = None


def reading_blocks(text: StoryText, *, story: content.Story) -> list[ReadingBlock]:
    """Return the blocks in order; the media of all pictures are fetched in one query."""
    wanted = media_ids(text)
    found = {str(m.pk): m for m in content.Media.objects.of(story.office).filter(pk__in=wanted)} if wanted else {}
    return [
        ReadingBlock(block=block, media=found.get(block.media) if isinstance(block, Picture) else None)
        for block in text.blocks
    ]
