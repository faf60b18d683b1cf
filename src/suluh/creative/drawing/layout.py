"""A layout as a value: what its ``layout.toml`` says, and the size that it is to be drawn in."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from django.conf import settings
from django.utils.translation import get_language

from suluh.content.blocks import StoryText, parse_story
from suluh.creative.packs.choose import Room
from suluh.creative.packs.plan import Plan
from suluh.foundation.errors import Refusal
from suluh.foundation.language import DEFAULT_LANGUAGE, spoken
from suluh.foundation.language import lazy as _

# Where people meet a drawing; the chooser groups by it.
PLACES = ("feed", "story", "link", "sticker", "print", "screen")
# The name of the size of a layout that has one only.
ONLY = ""


class Title:
    """A layout's or a size's title, said in the reader's language."""

    def __init__(self, titles: Mapping[str, str]) -> None:
        self._titles = titles

    def __str__(self) -> str:
        language = (get_language() or DEFAULT_LANGUAGE) if settings.configured else spoken.get()
        return self._titles.get(language[:2], self._titles[DEFAULT_LANGUAGE])


class SizeMissing(Refusal):
    """A layout is asked for in a size that it does not have."""

    code = "creative.E215"


@dataclass(frozen=True, kw_only=True)
class Limits:
    """Smallest and largest size of a field's letters, in px (pt in a PDF)."""

    smallest: float
    largest: float


@dataclass(frozen=True, kw_only=True)
class Size:
    """One of a layout's sizes: what of the layout is different in it. ``trim`` is where paper is cut, from the edge."""

    name: str
    titles: Mapping[str, str]
    width: float
    height: float
    media_type: str
    fields: Mapping[str, Limits]
    safe: Mapping[str, float]
    room: Room
    trim: float = 0

    @property
    def title(self) -> Title:
        return Title(self.titles)


@dataclass(frozen=True, kw_only=True)
class Layout:
    """A layout in one of its sizes, the first one where none was asked for. Sizes are px, 1 px = 1 pt on paper."""

    name: str
    # Where its files are: a folder of ``creative/layouts``, or of an office's own elsewhere.
    folder: Path
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
    sizes: Mapping[str, Size]
    size: str = ONLY
    # Fields of the plan of which a story must have at least one; none where any story will do.
    needs: tuple[str, ...] = ()
    # Where people meet it (one of ``PLACES``), and the networks it is made for.
    place: str = "feed"
    networks: tuple[str, ...] = ()
    # What of the mark it carries: "qr", the code and its QR code, or "code", where there is no room for more.
    mark: str = "qr"
    # Not part of a pack unless somebody asks for it.
    on_wish: bool = False
    # Only the first of ``shows`` that the story has is drawn.
    shows_one: bool = False
    # px of the shorter side that a photograph is given to it with; 0 where it shows none.
    photo: int = 0
    trim: float = 0
    room: Room = field(default_factory=Room)
    safe: Mapping[str, float] = field(default_factory=dict)

    @property
    def title(self) -> Title:
        return Title(self.titles)

    @property
    def program(self) -> Path:
        """Return the path of its Typst program."""
        return self.folder / "layout.typ"

    @property
    def is_pdf(self) -> bool:
        return self.media_type == "application/pdf"

    @property
    def is_series(self) -> bool:
        """Tell whether it is a run of pictures in the layout's own words: "page_<number>_<what>" in ``words``."""
        return self.pages > 1 and not self.is_pdf and "slides" not in self.shows

    @property
    def sample(self) -> StoryText:
        """Return the story that shows the layout at its best; one of its title alone where its folder has none."""
        path = self.folder / "sample.json"
        if not path.is_file():
            return StoryText(headline=str(self.title))
        return parse_story(json.loads(path.read_text(encoding="utf-8")))

    def at(self, size: str | None) -> Layout:
        """Return the layout in one of its sizes; as it is where ``size`` is None. Raises ``SizeMissing``."""
        if size is None:
            return self
        if size not in self.sizes:
            raise SizeMissing(
                _("The layout “%(layout)s” has no size called “%(size)s”. There are: %(sizes)s.")
                % {"layout": self.name, "size": size, "sizes": ", ".join(self.sizes)}
            )
        found = self.sizes[size]
        return replace(
            self,
            size=found.name,
            width=found.width,
            height=found.height,
            media_type=found.media_type,
            fields=found.fields,
            safe=found.safe,
            room=found.room,
            trim=found.trim,
        )

    def words_in(self, language: str) -> Mapping[str, str]:
        """Return its fixed words in ``language``, or in Bahasa Indonesia where it has none."""
        return self.words.get(language, self.words["id"])

    def suits(self, plan: Plan) -> bool:
        """Tell whether a story, planned, has what the layout is made for."""
        return not self.needs or any(getattr(plan, name) for name in self.needs)
