"""The layouts, found by looking: each is a folder of ``creative/layouts`` with ``layout.toml`` and ``layout.typ``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from django.conf import settings
from django.utils.translation import get_language

from suluh.creative.packs.choose import Room
from suluh.foundation.errors import Refusal
from suluh.foundation.language import DEFAULT_LANGUAGE, spoken
from suluh.foundation.language import lazy as _

CREATIVE = Path(__file__).resolve().parents[1]
FOLDER = CREATIVE / "layouts"


class Title:
    """A layout's title, said in the reader's language."""

    def __init__(self, titles: Mapping[str, str]) -> None:
        self._titles = titles

    def __str__(self) -> str:
        language = (get_language() or DEFAULT_LANGUAGE) if settings.configured else spoken.get()
        return self._titles.get(language[:2], self._titles[DEFAULT_LANGUAGE])


class LayoutMissing(Refusal):
    """A layout is asked for by a name that none has."""

    code = "creative.E212"


@dataclass(frozen=True, kw_only=True)
class Limits:
    """Smallest and largest size of a field's letters, in px (pt in a PDF)."""

    smallest: float
    largest: float


@dataclass(frozen=True, kw_only=True)
class Layout:
    """A layout as its ``layout.toml`` describes it. Sizes are px, 1 px = 1 pt on paper."""

    name: str
    titles: Mapping[str, str]
    media_type: str
    width: float
    height: float
    # The most pages it has; 0 where it takes as many as the text needs.
    pages: int
    pdf_standards: tuple[str, ...]
    # The fields of the plan it shows, in reading order; the alt text follows it.
    shows: tuple[str, ...]
    fields: Mapping[str, Limits]
    words: Mapping[str, Mapping[str, str]]
    # Only the first of ``shows`` that the story has is drawn.
    shows_one: bool = False
    # px of the shorter side that a photograph is given to it with; 0 where it shows none.
    photo: int = 0
    room: Room = field(default_factory=Room)
    safe: Mapping[str, float] = field(default_factory=dict)

    @property
    def title(self) -> Title:
        return Title(self.titles)

    @property
    def program(self) -> Path:
        """Return the path of its Typst program."""
        return FOLDER / self.name / "layout.typ"

    @property
    def is_pdf(self) -> bool:
        return self.media_type == "application/pdf"

    def words_in(self, language: str) -> Mapping[str, str]:
        """Return its fixed words in ``language``, or in Bahasa Indonesia where it has none."""
        return self.words.get(language, self.words["id"])


@cache
def layouts() -> Mapping[str, Layout]:
    """Return every layout by name."""
    return {path.parent.name: _read(path) for path in sorted(FOLDER.glob("*/layout.toml"))}


def layout_called(name: str) -> Layout:
    """Return the layout of that name. Raises ``LayoutMissing``."""
    if name not in layouts():
        raise LayoutMissing(
            _("There is no layout called “%(layout)s”. There are: %(layouts)s.")
            % {"layout": name, "layouts": ", ".join(layouts())}
        )
    return layouts()[name]


def _read(path: Path) -> Layout:
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    page = raw["page"]
    return Layout(
        name=path.parent.name,
        titles=raw["title"],
        media_type=page["media_type"],
        width=page["width"],
        height=page["height"],
        pages=page["pages"],
        pdf_standards=tuple(page.get("pdf_standards", ())),
        shows=tuple(page["shows"]),
        fields={name: Limits(smallest=low, largest=high) for name, (low, high) in raw["fields"].items()},
        words=raw["words"],
        shows_one=page.get("shows_one", False),
        photo=page.get("photo", 0),
        room=Room(**raw.get("room", {})),
        safe=raw.get("safe", {}),
    )
