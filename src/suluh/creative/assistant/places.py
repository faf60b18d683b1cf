"""A place of a story: reading its plain words, and putting others there."""

from __future__ import annotations

from dataclasses import replace

from suluh.content.blocks import StoryText
from suluh.foundation import richtext

_OF_STORY = ("headline", "lead")


def words_at(story: StoryText, *, block: str, field: str) -> str:
    """Return the plain words of a field, "" where there is none."""
    if block in _OF_STORY:
        return str(getattr(story, block))
    found = next((one for one in story.blocks if one.id == block), None)
    if found is None or field not in found.text_fields():
        return ""
    value = str(getattr(found, field))
    return richtext.to_plain(value) if field in found.RICH else value


def with_words(story: StoryText, *, block: str, field: str, words: str) -> StoryText:
    """Return the story with plain words in a field; it stays as it is where the field is gone."""
    if block == "headline":
        return replace(story, headline=words)
    if block == "lead":
        return replace(story, lead=words)
    blocks = tuple(
        one.with_text(name=field, text=richtext.from_plain(words) if field in one.RICH else words)
        if one.id == block and field in one.text_fields()
        else one
        for one in story.blocks
    )
    return replace(story, blocks=blocks)
