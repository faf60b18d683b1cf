"""The lists that propose fact-checks for a text: one retriever a file, found by looking.

A retriever is a module with ``NAME`` and ``find(index, words=..., limit=...) -> list[Hit]``, best first. Its scores
need not be comparable with another list's: the re-ranker reads each for itself.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Sequence
from functools import cache
from typing import Protocol

from suluh.verification.matching.index import Hit, Index
from suluh.verification.matching.words import Words


class Retriever(Protocol):
    """What each file of this folder is."""

    NAME: str

    def find(self, index: Index, *, words: Words, limit: int) -> list[Hit]:
        """Return the best entries of the index for a text's words."""


@cache
def retrievers() -> Sequence[Retriever]:
    """Return every retriever, by name."""
    names = sorted(found.name for found in pkgutil.iter_modules(__path__))
    return tuple(importlib.import_module(f"{__name__}.{name}") for name in names)
