"""Hashtags from what a story and its office say of themselves: topic, place, the office's short name."""

from __future__ import annotations

import re

from suluh.agencies.brand import Brand
from suluh.content.blocks import StoryText

MOST = 5
_LONGEST = 40
_WORD = re.compile(r"[^\W_]+")


def hashtags(story: StoryText, *, brand: Brand) -> str:
    """Return at most five hashtags on one line, each word of them with a capital so that a screen reader parts them."""
    names = (*re.split(r"[,;/]", story.topic), *re.split(r"[,;/]", story.place), brand.short_name)
    tags: dict[str, str] = {}
    for name in names:
        tag = "".join(word[0].upper() + word[1:] for word in _WORD.findall(name))
        if tag and not tag.isnumeric() and len(tag) <= _LONGEST:
            tags.setdefault(tag.casefold(), f"#{tag}")
    return " ".join(list(tags.values())[:MOST])
