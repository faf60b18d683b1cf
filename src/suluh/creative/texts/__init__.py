"""The text formats: one file of ``networks`` each, found by looking. Adding a format is adding a file.

A format is a module with ``write(story, *, brand, mark) -> tuple[TextRendition, ...]``. Text comes from the story's
blocks only, in the story's language; the same story gives the same text.
"""

from __future__ import annotations

import importlib
from functools import cache
from pathlib import Path
from typing import Protocol, cast

from suluh.agencies.brand import Brand
from suluh.content.blocks import StoryText
from suluh.creative.texts.rendition import MarkLike, TextRendition

__all__ = ["MarkLike", "TextRendition", "formats", "write"]


class Format(Protocol):
    """What a file of ``networks`` offers."""

    def write(self, story: StoryText, *, brand: Brand, mark: MarkLike) -> tuple[TextRendition, ...]:
        """Return the texts of one story. Raises ``TextDoesNotFit`` naming the block."""
        ...


@cache
def formats() -> dict[str, Format]:
    """Return every text format under its name."""
    files = sorted((Path(__file__).parent / "networks").glob("[a-z]*.py"))
    return {file.stem: cast(Format, importlib.import_module(f"{__name__}.networks.{file.stem}")) for file in files}


def write(story: StoryText, *, format_name: str, brand: Brand, mark: MarkLike) -> tuple[TextRendition, ...]:
    """Return the texts of a story in one format. Raises ``KeyError``, and ``TextDoesNotFit`` naming the block."""
    return formats()[format_name].write(story, brand=brand, mark=mark)
