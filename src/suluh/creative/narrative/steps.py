"""Makes point blocks of key points: the words stay, a short form of them stands as the title."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from suluh.content.blocks import Block, CallToAction, Contact, MythFact, Step, StoryText
from suluh.creative.narrative.languages import words_of
from suluh.creative.narrative.shortening import shortened
from suluh.creative.narrative.values import Told

_APART = (Step, CallToAction, MythFact)
TITLE_WORDS, TITLE_CHARACTERS = 8, 60


def stands_apart(point: Told, *, story: StoryText) -> bool:
    """Say whether a point comes from a block that readers see by itself already: a point, a call to action, a fact."""
    return any(block.id == point.place.block and isinstance(block, _APART) for block in story.blocks)


def with_points(story: StoryText, *, points: Sequence[Told]) -> tuple[StoryText, tuple[str, ...]]:
    """Return the story with a point block for each of ``points`` that is none yet, and the new blocks' ids.

    They stand behind the last block of the text, before what closes a story: calls to action and contacts.
    """
    made = [_step(point, language=story.language) for point in points if not stands_apart(point, story=story)]
    place = len(story.blocks)
    while place and isinstance(story.blocks[place - 1], CallToAction | Contact):
        place -= 1
    blocks: tuple[Block, ...] = (*story.blocks[:place], *made, *story.blocks[place:])
    return replace(story, blocks=blocks), tuple(step.id for step in made)


def _step(point: Told, *, language: str) -> Step:
    by = words_of(language)
    titles = shortened(point.text, by=by, most_words=TITLE_WORDS, most_characters=TITLE_CHARACTERS)
    title = next((one.text for one in titles), "")
    whole = point.text.removesuffix(".")
    if title == whole or not title:
        return Step(title=title or whole, text="")
    return Step(title=title, text=point.text)
