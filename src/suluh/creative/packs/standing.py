"""What stands in a format: its texts by block, and a short hash that changes when the format would look different."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator

from suluh.agencies.brand import Brand
from suluh.content.blocks import Block, StoryText
from suluh.creative import texts
from suluh.creative.drawing.data import pieces
from suluh.creative.drawing.layouts import Layout
from suluh.creative.drawing.mark import Mark
from suluh.creative.packs.choose import choose
from suluh.creative.packs.plan import STORY, Piece, Plan
from suluh.creative.texts.wording import plain
from suluh.foundation.errors import Refusal
from suluh.foundation.richtext import to_plain

_STORY_FIELDS = ("headline", "lead", "topic", "place", "byline")
# A text is taken to stand in a text format where it begins so.
_BEGINNING = 24


def standing_in(story: StoryText, *, layout: Layout, pictures: Collection[str] = ()) -> tuple[Piece, ...]:
    """Return the texts that a layout draws, in reading order, each block and each field of the story once."""
    plan = choose(story, room=layout.room, pictures=pictures)
    return _each_once(_shown(plan, layout=layout))


def standing_in_text(story: StoryText, *, words: str) -> tuple[Piece, ...]:
    """Return the texts of a story that a written text holds, by how they begin."""
    whole = plain(words)
    named = (Piece(text=plain(getattr(story, name)), block=STORY, kind=name) for name in _STORY_FIELDS)
    found = [*named, *map(_first_text, story.blocks)]
    return tuple(piece for piece in found if piece.text and piece.text.strip("“”\"'")[:_BEGINNING] in whole)


def print_of(story: StoryText, *, layout: Layout, brand: Brand, pictures: Collection[str] = ()) -> str:
    """Return a short hash of all that a layout is drawn from: 16 hex digits."""
    drawn: list[object] = [layout.folder.parent.name, layout.name, brand, story.language, story.dated_on]
    for size in layout.sizes:
        plan = choose(story, room=layout.at(size).room, pictures=pictures)
        drawn += [getattr(plan, name) for name in layout.shows]
    return _hashed(repr(drawn))


def print_of_text(story: StoryText, *, format_name: str, brand: Brand, mark: Mark) -> str:
    """Return a short hash of what a text format writes, or of why it cannot."""
    try:
        return _hashed(repr(texts.write(story, format_name=format_name, brand=brand, mark=mark)))
    except Refusal as refusal:
        return _hashed(f"{refusal.code} {refusal.hint}")


def _hashed(text: str) -> str:
    return hashlib.blake2s(text.encode(), digest_size=8).hexdigest()


def _shown(plan: Plan, *, layout: Layout) -> Iterator[Piece]:
    for name in layout.shows:
        value = getattr(plan, name)
        found = [_first_text(block) for block in plan.blocks] if name == "blocks" else list(pieces(value))
        yield from found
        if found and layout.shows_one:
            return


def _each_once(shown: Iterator[Piece]) -> tuple[Piece, ...]:
    first: dict[tuple[str, str], Piece] = {}
    for piece in shown:
        first.setdefault((piece.block, piece.kind if piece.block == STORY else ""), piece)
    return tuple(piece for piece in first.values() if piece.text)


def _first_text(block: Block) -> Piece:
    """Return how a block reads, by the first of its fields that has words."""
    texts_of = (to_plain(str(getattr(block, name))) for name in block.text_fields() if name != "media")
    return Piece(text=plain(next((text for text in texts_of if text.strip()), "")), block=block.id, kind=block.kind)
