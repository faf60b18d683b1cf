"""The text formats: one file of ``networks`` each, found by looking. Adding a format is adding a file.

A format is a module with ``write(story, *, brand, mark) -> tuple[TextRendition, ...]``. Text comes from the story's
blocks only, in the story's language; the same story gives the same text. What the screen says of a format stands in
its file too:

- ``TITLE`` (lazy): its name on the screen; ``NETWORK``: where it is read, one of ``NETWORKS``
- ``FILES``: what each of its files is for, by the file's name (lazy); left out where it has one
- ``LIMIT``: the most a post may count, 0 for any length; ``count``: how its network counts, ``len`` where left out
- ``BETWEEN``: what stands between two posts of one file; left out where a file is one post
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Protocol, cast

from suluh.agencies.brand import Brand
from suluh.content.blocks import StoryText
from suluh.creative.texts.rendition import MarkLike, TextRendition
from suluh.foundation.language import Lazy

__all__ = ["NETWORKS", "About", "MarkLike", "Post", "TextRendition", "about", "formats", "posts", "write"]

# Where a text is read: the pack page shows it as that network does.
NETWORKS = frozenset(
    {"whatsapp", "x", "threads", "bluesky", "instagram", "tiktok", "facebook", "mail", "radio", "sms", "web"}
)


class Format(Protocol):
    """What a file of ``networks`` offers."""

    TITLE: Lazy
    NETWORK: str

    def write(self, story: StoryText, *, brand: Brand, mark: MarkLike) -> tuple[TextRendition, ...]:
        """Return the texts of one story. Raises ``TextDoesNotFit`` naming the block."""
        ...


@dataclass(frozen=True, kw_only=True)
class About:
    """What a screen says of a text format. ``files`` says what each file is for, where there are several."""

    name: str
    title: Lazy
    network: str
    files: Mapping[str, Lazy]
    limit: int
    count: Callable[[str], int]
    between: str


@dataclass(frozen=True, kw_only=True)
class Post:
    """One post of a text, and how long its network finds it."""

    text: str
    count: int
    limit: int


@cache
def formats() -> dict[str, Format]:
    """Return every text format under its name."""
    files = sorted((Path(__file__).parent / "networks").glob("[a-z]*.py"))
    return {file.stem: cast(Format, importlib.import_module(f"{__name__}.networks.{file.stem}")) for file in files}


@cache
def about(name: str) -> About:
    """Return what the screen says of a text format. Raises ``KeyError``."""
    module = formats()[name]
    return About(
        name=name,
        title=module.TITLE,
        network=module.NETWORK,
        files=getattr(module, "FILES", {}),
        limit=getattr(module, "LIMIT", 0),
        count=getattr(module, "count", len),
        between=getattr(module, "BETWEEN", ""),
    )


def posts(text: str, *, format_name: str) -> tuple[Post, ...]:
    """Return a text of a format as its network shows it: post by post, each with its count."""
    said = about(format_name)
    parts = text.split(said.between) if said.between else [text]
    return tuple(Post(text=part, count=said.count(part), limit=said.limit) for part in parts)


def write(story: StoryText, *, format_name: str, brand: Brand, mark: MarkLike) -> tuple[TextRendition, ...]:
    """Return the texts of a story in one format. Raises ``KeyError``, and ``TextDoesNotFit`` naming the block."""
    return formats()[format_name].write(story, brand=brand, mark=mark)
