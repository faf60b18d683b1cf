"""Everything a layout reads, as one JSON document. Text is always data: never part of a Typst program."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any

from babel.dates import format_date

from suluh.agencies.brand import Brand
from suluh.agencies.typefaces.find import DEFAULT_TYPEFACE, typeface_called
from suluh.content.blocks import StoryText
from suluh.creative.drawing.body import body
from suluh.creative.drawing.hyphenation import bound, with_everything_parted, with_signs_parted, with_soft_hyphens
from suluh.creative.drawing.layouts import Layout
from suluh.creative.drawing.mark import Mark, qr_code
from suluh.creative.drawing.motif import Drawing, load_motif
from suluh.creative.drawing.palette import palette
from suluh.creative.drawing.panorama import views
from suluh.creative.drawing.pictures import brand_logo, photograph
from suluh.creative.drawing.province_map import painted_map
from suluh.creative.drawing.typeface import drawable
from suluh.creative.icons.find import drawing_of
from suluh.creative.packs.plan import Photo, Piece, Plan, Point

# Languages whose words the typesetter divides by itself; for Bahasa Indonesia soft hyphens are put in here.
_DIVIDED_HERE = frozenset({"id"})
# Languages that dates are written in; others take Bahasa Indonesia, as the layouts' fixed words do.
_DATED_IN = frozenset({"id", "en"})


@dataclass
class Writer:
    """Turns pieces into JSON and notes what the typeface could not draw."""

    language: str
    # The files of the story's media by name, and the px of a photograph's shorter side.
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    shortest: int = 0
    typeface: str = DEFAULT_TYPEFACE
    left_out: list[str] = field(default_factory=list)

    def text(self, text: str) -> str:
        """Return ``text`` as the typeface can draw it."""
        shown, missing = drawable(with_signs_parted(text), typeface=self.typeface)
        self.left_out += [character for character in missing if character not in self.left_out]
        return shown

    def running(self, text: str) -> str:
        """Return ``text`` as it is drawn where nothing measures it: no word of it is wider than a line."""
        return with_everything_parted(self.text(text))

    def piece(self, piece: Piece) -> dict[str, str]:
        # A headline that is not written yet, or of nothing but emoji, still gives a drawing and a PDF its title.
        shown = bound(self.text(piece.text)) or ("—" if piece.kind == "headline" else "")
        soft = with_soft_hyphens(shown) if self.language in _DIVIDED_HERE else shown
        return {"text": shown, "soft": soft, "block": piece.block, "kind": piece.kind}

    def photo(self, photo: Photo) -> dict[str, Any]:
        picture = photograph(self.pictures[photo.media], shortest=photo.shortest or self.shortest)
        described = {"alt": self.value(photo.alt), "credit": self.value(photo.credit)}
        return {**picture, "focal": [photo.focal_x, photo.focal_y], **described}

    def value(self, value: Any) -> Any:
        """Return a plan's value as JSON holds it."""
        if isinstance(value, Piece):
            return self.piece(value)
        if isinstance(value, tuple):
            return [self.value(item) for item in value]
        if isinstance(value, Point):
            return {
                "title": self.piece(value.title),
                "text": self.value(value.text),
                "icon": drawing_of(value.icon) if value.icon else None,
            }
        if isinstance(value, Photo):
            return self.photo(value)
        if dataclasses.is_dataclass(value) and not isinstance(value, type):
            return {f.name: self.value(getattr(value, f.name)) for f in dataclasses.fields(value)}
        return self.text(value) if isinstance(value, str) else value


def pieces(value: object) -> Iterator[Piece]:
    """Yield every piece of a plan's value, in reading order."""
    if isinstance(value, Piece):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from pieces(item)
    elif dataclasses.is_dataclass(value):
        for f in dataclasses.fields(value):
            yield from pieces(getattr(value, f.name))


def spoken_date(day: date | None, *, language: str) -> str:
    """Return the day as people write it ("30 Mei 2024"), or ""."""
    return format_date(day, format="d MMMM y", locale=language if language in _DATED_IN else "id") if day else ""


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """What is drawn: the story as planned, for whom, with what."""

    story: StoryText
    plan: Plan
    layout: Layout
    brand: Brand
    partners: tuple[Brand, ...]
    mark: Mark
    pictures: Mapping[str, bytes]

    def document(self, *, pages: tuple[int, ...], writer: Writer) -> str:
        """Return the JSON document that the layout's program reads."""
        language = self.story.language
        shown = {name: writer.value(getattr(self.plan, name)) for name in self.layout.shows if name != "blocks"}
        if "blocks" in self.layout.shows:
            shown["blocks"] = body(self.plan.blocks, writer=writer.running, pictures=self.pictures, language=language)
        code = qr_code(self.mark)
        return json.dumps(
            {
                "layout": self.layout.name,
                "language": language if len(language) in (2, 3) and language.isalpha() else "id",
                "pages": pages,
                "size": self.layout.size,
                "page": {"width": self.layout.width, "height": self.layout.height, "trim": self.layout.trim},
                "safe": dict(self.layout.safe),
                "fields": {n: [lim.smallest, lim.largest] for n, lim in self.layout.fields.items()},
                "words": dict(self.layout.words_in(language)),
                "story": shown,
                "dateline": self._dateline(writer),
                "offices": [_office(b, writer=writer) for b in (self.brand, *self.partners)],
                "palette": dict(palette(self.brand)),
                "map": self._map(),
                "typeface": typeface_called(self.brand.typeface).family,
                "motif": _motif(self.brand.motif, tuple(palette(self.brand).items())),
                "run": self._run() if "slides" in self.layout.shows else [],
                "mark": {
                    "code": writer.text(self.mark.code),
                    "url": self.mark.url,
                    "printed": writer.text(self.mark.printed_url),
                    "modules": code.modules,
                    "path": code.path,
                },
            },
            ensure_ascii=False,
        )

    def _run(self) -> list[dict[str, Any]]:
        """Return for every page what of the panorama runs behind it, and where the mark stands."""
        return [dataclasses.asdict(view) for view in views(len(self.plan.slides), motif=self.brand.motif)]

    def _map(self) -> dict[str, Any] | None:
        chart = self.plan.chart
        return painted_map(chart.bars, brand=self.brand) if chart and "chart" in self.layout.shows else None

    def _dateline(self, writer: Writer) -> dict[str, str]:
        return {
            "place": writer.text(" ".join(self.story.place.split())),
            "date": spoken_date(self.story.dated_on, language=self.story.language),
        }


@lru_cache(maxsize=16)
def _motif(slug: str, colours: tuple[tuple[str, str], ...]) -> dict[str, Any]:
    """Return a motif in a brand's colours, painted once."""
    motif = load_motif(slug)
    painted = motif.painted(palette=dict(colours))
    return {
        "ground": motif.ground,
        "places": dict(motif.places),
        "drawings": {name: _drawn(drawing) for name, drawing in painted.items()},
    }


def _drawn(drawing: Drawing) -> dict[str, Any]:
    return {"body": drawing.body, "width": drawing.width, "height": drawing.height}


def _office(brand: Brand, *, writer: Writer) -> dict[str, Any]:
    colours = palette(brand)
    return {
        "name": writer.text(brand.name),
        "short": writer.text(brand.short_name),
        "initials": writer.text(brand.initials),
        "badge": colours["primary"],
        "on-badge": colours["on-primary"],
        "accent": colours["accent"],
        "on-accent": colours["on-accent"],
        "site": writer.text(brand.site),
        "contact": writer.text(brand.contact),
        "logo": brand_logo(brand),
    }
