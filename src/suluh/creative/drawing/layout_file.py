"""Reading a layout's folder: ``layout.toml`` as a ``Layout``, or the sentence that says what is wrong with it."""

from __future__ import annotations

import dataclasses
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from suluh.creative.drawing.layout import ONLY, PLACES, Layout, Limits, Size
from suluh.creative.packs.choose import Room
from suluh.creative.packs.plan import Plan
from suluh.foundation.errors import Refusal
from suluh.foundation.language import lazy as _

MEDIA_TYPES = ("image/png", "image/jpeg", "image/webp", "application/pdf")
# px: a drawing's longer side. Larger ones are photographs of walls, and cost seconds.
_LARGEST = 4096
_NAME = re.compile(r"[a-z][a-z0-9_]{0,39}")
_PLANNED = frozenset(f.name for f in dataclasses.fields(Plan))
# The fixed words that every drawing's alt text needs.
_ALT_WORDS = frozenset({"alt_from", "alt_code"})


class BadLayout(Refusal):
    """A ``layout.toml`` that cannot be read, or says something that cannot be."""

    code = "creative.E214"


def read_layout(folder: Path) -> Layout:
    """Return the layout of a folder, in its first size. Raises ``BadLayout`` saying what is wrong."""
    try:
        raw = tomllib.loads((folder / "layout.toml").read_text(encoding="utf-8"))
        return _layout(raw, folder=folder)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise _bad(folder, str(error)) from error
    except KeyError as error:
        raise _bad(folder, f"{error.args[0]} is missing") from error
    except (TypeError, ValueError, AttributeError) as error:
        raise _bad(folder, str(error)) from error


def _bad(folder: Path, reason: str) -> BadLayout:
    return BadLayout(
        _("The layout “%(layout)s” cannot be used: %(reason)s.") % {"layout": folder.name, "reason": reason[:300]}
    )


def _layout(raw: Mapping[str, Any], *, folder: Path) -> Layout:
    page = raw["page"]
    sizes = _sizes(raw)
    first = next(iter(sizes.values()))
    _must(page.get("place", "feed") in PLACES, f"page.place is none of {', '.join(PLACES)}")
    _must(page.get("mark", "qr") in ("qr", "code"), "page.mark is neither qr nor code")
    return Layout(
        name=folder.name,
        folder=folder,
        titles=_titles(raw["title"]),
        media_type=first.media_type,
        width=first.width,
        height=first.height,
        pages=int(page["pages"]),
        pdf_standards=tuple(page.get("pdf_standards", ())),
        shows=_planned(page["shows"], name="shows"),
        fields=first.fields,
        words=_words(raw["words"]),
        sizes=sizes,
        size=first.name,
        needs=_planned(page.get("needs", ()), name="needs"),
        place=page.get("place", "feed"),
        networks=tuple(str(network) for network in page.get("networks", ())),
        mark=page.get("mark", "qr"),
        on_wish=bool(page.get("on_wish", False)),
        shows_one=bool(page.get("shows_one", False)),
        photo=int(page.get("photo", 0)),
        trim=first.trim,
        room=first.room,
        safe=first.safe,
    )


def _must(holds: bool, reason: str) -> None:
    if not holds:
        raise ValueError(reason)


def _titles(raw: Mapping[str, Any]) -> dict[str, str]:
    titles = {str(language): str(title) for language, title in raw.items()}
    _must(bool(titles.get("id")), "title.id is missing")
    return titles


def _planned(names: Any, *, name: str) -> tuple[str, ...]:
    unknown = sorted(set(names) - _PLANNED)
    _must(not unknown, f"page.{name} names {', '.join(unknown)}; there are {', '.join(sorted(_PLANNED))}")
    return tuple(names)


def _words(raw: Mapping[str, Mapping[str, Any]]) -> dict[str, dict[str, str]]:
    words = {language: {name: str(word) for name, word in said.items()} for language, said in raw.items()}
    _must("id" in words, "words.id is missing")
    for language, said in words.items():
        missing = sorted((_ALT_WORDS | set(words["id"])) - set(said))
        _must(not missing, f"words.{language} lacks {', '.join(missing)}")
    return words


def _sizes(raw: Mapping[str, Any]) -> dict[str, Size]:
    """Return every size by name, in the file's order; a layout without ``[size.<name>]`` has the page's alone."""
    given = raw.get("size")
    if not given:
        return {ONLY: _size(ONLY, {}, raw=raw)}
    for name in given:
        _must(_NAME.fullmatch(name) is not None, f"size.{name} is not a name of small letters, digits and low lines")
    return {name: _size(name, said, raw=raw) for name, said in given.items()}


def _size(name: str, said: Mapping[str, Any], *, raw: Mapping[str, Any]) -> Size:
    page = {**raw["page"], **said}
    media_type = str(page["media_type"])
    _must(media_type in MEDIA_TYPES, f"media_type {media_type} is none of {', '.join(MEDIA_TYPES)}")
    width, height = float(page["width"]), float(page["height"])
    _must(min(width, height) > 0 and max(width, height) <= _LARGEST, f"width and height go up to {_LARGEST}")
    return Size(
        name=name,
        titles=_titles(said["title"]) if "title" in said else {"id": name},
        width=page["width"],
        height=page["height"],
        media_type=media_type,
        fields=_limits({**raw.get("fields", {}), **said.get("fields", {})}),
        safe={side: float(px) for side, px in {**raw.get("safe", {}), **said.get("safe", {})}.items()},
        room=Room(**{**raw.get("room", {}), **said.get("room", {})}),
        trim=float(page.get("trim", 0)),
    )


def _limits(raw: Mapping[str, Any]) -> dict[str, Limits]:
    limits = {name: Limits(smallest=low, largest=high) for name, (low, high) in raw.items()}
    for name, limit in limits.items():
        _must(0 < limit.smallest <= limit.largest, f"fields.{name} must be [smallest, largest]")
    return limits
