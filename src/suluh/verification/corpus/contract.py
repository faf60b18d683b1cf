"""What an importer is, and how importers are found: each file of ``importers/`` holds one, named after its kind."""

from __future__ import annotations

import importlib
from abc import ABC, abstractmethod
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import ClassVar

from suluh.foundation.errors import Refusal
from suluh.foundation.language import Lazy
from suluh.foundation.language import lazy as _
from suluh.verification.corpus.values import Onward, Place, Request, Row, Sheet

FOLDER = Path(__file__).resolve().parent / "importers"


class UnknownKind(Refusal):
    """No importer reads this kind of source."""

    code = "verification.E114"


class Importer(ABC):
    """Reads one kind of source. Plain: it fetches nothing and keeps nothing."""

    kind: ClassVar[str]
    label: ClassVar[Lazy]
    # Of one page, in bytes.
    most_bytes: ClassVar[int] = 10_000_000
    # Seconds for one page.
    timeout: ClassVar[float] = 30
    # An API made for programs has no robots.txt to ask.
    asks_robots: ClassVar[bool] = True

    def request(self, place: Place) -> Request:
        """Return what is to be fetched at ``place``: the source's address where nothing else is said."""
        return Request(url=place.address)

    @abstractmethod
    def rows(self, sheet: Sheet, *, place: Place) -> Iterator[Row]:
        """Yield what a page holds, bad rows among it. Raises ``BadPage`` where it is no page of this kind."""

    def onward(self, sheet: Sheet, *, place: Place) -> Onward:
        """Return where the source stands once this page is read: at its end, where nothing else is said."""
        return Onward()


def kinds() -> tuple[str, ...]:
    """Return the kinds of sources that can be read."""
    return tuple(sorted(file.stem for file in FOLDER.glob("*.py") if not file.stem.startswith("_")))


def importer(kind: str) -> Importer:
    """Return the importer of a kind. Raises ``UnknownKind``."""
    if kind not in kinds():
        raise UnknownKind(
            _("No importer is called “%(kind)s”. There are: %(all)s.") % {"kind": kind, "all": ", ".join(kinds())}
        )
    return _loaded(kind)


@cache
def _loaded(kind: str) -> Importer:
    made: Importer = importlib.import_module(f"suluh.verification.corpus.importers.{kind}").IMPORTER
    if made.kind != kind:
        raise LookupError(f"importers/{kind}.py calls itself {made.kind}")
    return made
