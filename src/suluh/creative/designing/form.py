"""What a ``layout.toml`` may say. Every mistake is named with its line, before anything is drawn."""

from __future__ import annotations

import dataclasses
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from suluh.creative.designing.refusals import Fault
from suluh.creative.drawing.layout import PLACES
from suluh.creative.drawing.layout_file import MEDIA_TYPES
from suluh.creative.packs.choose import Room
from suluh.creative.packs.plan import Plan
from suluh.foundation.errors import Translatable
from suluh.foundation.language import lazy as _

FILE = "layout.toml"
MOST_LETTERS = 30_000
LANGUAGES = ("id", "en")
# px of a side. The largest is an A3 page's; a picture of it is drawn within the memory that a drawing has.
SMALLEST_SIDE, LARGEST_SIDE = 64, 4000
_MOST_SIZES = 8
_STANDARDS = frozenset({"ua-1", "a-2a", "a-2b", "a-2u", "a-3a", "a-3b", "a-3u", "1.7", "2.0"})
# Words that the alt text of every drawing is made with.
_NEEDED_WORDS = ("alt_from", "alt_code")
_IDENTIFIER = re.compile(r"[a-z][a-z0-9_]{0,39}")
_SIZE_NAME = re.compile(r"[a-z0-9]+(?:[_-][a-z0-9]+)*")
_PLAN = frozenset(f.name for f in dataclasses.fields(Plan))
_ROOM = frozenset(f.name for f in dataclasses.fields(Room))
_SECTION = re.compile(r"^\s*\[\s*([^\]\s]+)\s*\]")
_TOML_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)")

Rule = Callable[[Any], Translatable | None]


def check_form(text: str) -> tuple[Fault, ...]:
    """Return what is wrong with the text of a ``layout.toml``; nothing where it may be used."""
    if len(text) > MOST_LETTERS:
        return (Fault(file=FILE, sentence=_("The file is too long.")),)
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = _TOML_PLACE.search(str(error))
        line, column = (int(place.group(1)), int(place.group(2))) if place else (len(text.splitlines()), 0)
        sentence = _("This is not TOML: look for a missing quotation mark, bracket or equals sign.")
        return (Fault(file=FILE, sentence=sentence, line=line, column=column, detail=str(error)),)
    places = _places(text)
    return tuple(
        Fault(file=FILE, sentence=sentence, line=_line(places, section, key)) for section, key, sentence in _wrong(raw)
    )


def _places(text: str) -> dict[tuple[str, str], int]:
    """Return the line of every section (under the key "") and of every key in it."""
    places: dict[tuple[str, str], int] = {}
    section = ""
    for number, line in enumerate(text.splitlines(), start=1):
        found = _SECTION.match(line)
        if found:
            section = found.group(1)
            places.setdefault((section, ""), number)
        elif "=" in line and not line.lstrip().startswith("#"):
            places.setdefault((section, line.split("=", 1)[0].strip().strip("\"'")), number)
    return places


def _line(places: Mapping[tuple[str, str], int], section: str, key: str) -> int:
    return places.get((section, key)) or places.get((section, "")) or 0


Wrong = Iterator[tuple[str, str, Translatable]]


def _wrong(raw: dict[str, Any]) -> Wrong:
    known = {"title", "page", "safe", "fields", "room", "words", "size"}
    for name in raw:
        if name not in known:
            yield (
                name,
                "",
                _("There is no section “%(name)s”. Take it out, or look for a slip of the pen.") % {"name": name},
            )
    for name in ("title", "page", "fields", "words"):
        if not isinstance(raw.get(name), dict):
            yield name, "", _("The section [%(name)s] is missing.") % {"name": name}
    sections = {name: _table(raw.get(name)) for name in known}
    yield from _keys("title", sections["title"], known=dict.fromkeys(LANGUAGES, _title), needed=LANGUAGES)
    yield from _keys("page", sections["page"], known=_PAGE, needed=_needed_of(sections))
    yield from _keys("safe", sections["safe"], known=dict.fromkeys(sections["safe"], _number(0, LARGEST_SIDE)))
    yield from _keys("fields", sections["fields"], known=dict.fromkeys(sections["fields"], _limits))
    yield from _keys("room", sections["room"], known=dict.fromkeys(_ROOM, _whole(0, 5000)))
    yield from _sizes(sections["size"], page=sections["page"])
    yield from _words(sections["words"])


def _needed_of(sections: Mapping[str, dict[str, Any]]) -> tuple[str, ...]:
    """A layout of several sizes says them there; one of a single size says it under [page]."""
    one_size = () if sections["size"] else ("width", "height")
    return ("media_type", "pages", "shows", *one_size)


def _keys(section: str, said: Mapping[str, Any], *, known: Mapping[str, Rule], needed: tuple[str, ...] = ()) -> Wrong:
    for key in needed:
        if key not in said:
            yield section, "", _("“%(key)s” is missing in [%(section)s].") % {"key": key, "section": section}
    for key, value in said.items():
        rule = known.get(key)
        if rule is None:
            names = ", ".join(sorted(known))
            yield section, key, _("There is no “%(key)s” here. There are: %(names)s.") % {"key": key, "names": names}
        elif (sentence := rule(value)) is not None:
            yield section, key, sentence


def _sizes(sizes: Mapping[str, Any], *, page: Mapping[str, Any]) -> Wrong:
    needed = tuple(side for side in ("width", "height") if side not in page)
    if len(sizes) > _MOST_SIZES:
        yield "size", "", _("A layout has at most %(most)d sizes.") % {"most": _MOST_SIZES}
    for name, said in sizes.items():
        section = f"size.{name}"
        if not isinstance(said, dict) or not _SIZE_NAME.fullmatch(name):
            yield section, "", _("A size is a section [size.name] of its own, its name in small letters.")
            continue
        plain = {key: value for key, value in said.items() if not isinstance(value, dict)}
        yield from _keys(section, plain, known=_SIZE, needed=needed)
        safe, fields, room = (_table(said.get(key)) for key in ("safe", "fields", "room"))
        yield from _keys(f"{section}.title", _table(said.get("title")), known=dict.fromkeys(LANGUAGES, _title))
        yield from _keys(f"{section}.room", room, known=dict.fromkeys(_ROOM, _whole(0, 5000)))
        yield from _keys(f"{section}.safe", safe, known=dict.fromkeys(safe, _number(0, LARGEST_SIDE)))
        yield from _keys(f"{section}.fields", fields, known=dict.fromkeys(fields, _limits))


def _table(said: object) -> dict[str, Any]:
    return said if isinstance(said, dict) else {}


def _words(words: Mapping[str, Any]) -> Wrong:
    said = {code: _table(words.get(code)) for code in LANGUAGES}
    for code in words:
        if not isinstance(words[code], dict) or not re.fullmatch(r"[a-z]{2,3}", code):
            yield "words", code, _("Words stand in a section for each language: [words.id] and [words.en].")
    for code in LANGUAGES:
        section, mine = f"words.{code}", said[code]
        others = {key for other in LANGUAGES for key in said[other]}
        for key in sorted(others.union(_NEEDED_WORDS) - mine.keys()):
            yield section, "", _("The word “%(key)s” is missing in [%(section)s].") % {"key": key, "section": section}
        yield from _keys(section, mine, known=dict.fromkeys(mine, _word))


# ---------------------------------------------------------------- rules for one value


def _title(value: Any) -> Translatable | None:
    is_title = isinstance(value, str) and len(value.strip()) > 0 and len(value) <= 60
    return None if is_title else _("A title has 1 to 60 characters.")


def _word(value: Any) -> Translatable | None:
    return (
        None if isinstance(value, str) and len(value) <= 200 else _("A fixed word is a text of at most 200 characters.")
    )


def _number(low: float, high: float) -> Rule:
    def rule(value: Any) -> Translatable | None:
        is_number = isinstance(value, int | float) and not isinstance(value, bool) and low <= value <= high
        return None if is_number else _("This is a number from %(low)d to %(high)d.") % {"low": low, "high": high}

    return rule


def _whole(low: int, high: int) -> Rule:
    def rule(value: Any) -> Translatable | None:
        is_whole = isinstance(value, int) and not isinstance(value, bool) and low <= value <= high
        return None if is_whole else _("This is a whole number from %(low)d to %(high)d.") % {"low": low, "high": high}

    return rule


def _limits(value: Any) -> Translatable | None:
    is_pair = (
        isinstance(value, list)
        and len(value) == 2
        and all(isinstance(size, int | float) and not isinstance(size, bool) for size in value)
        and 4 <= value[0] <= value[1] <= 1000
    )
    return None if is_pair else _("These are the smallest and the largest size of the letters, as [24, 60].")


def _yes_or_no(value: Any) -> Translatable | None:
    return None if isinstance(value, bool) else _("This is true or false.")


def _one_of(*names: str) -> Rule:
    def rule(value: Any) -> Translatable | None:
        return None if value in names else _("This is one of: %(names)s.") % {"names": ", ".join(names)}

    return rule


def _some_of(names: frozenset[str], *, least: int = 0) -> Rule:
    def rule(value: Any) -> Translatable | None:
        is_list = isinstance(value, list) and len(value) >= least and all(name in names for name in value)
        said = {"names": ", ".join(sorted(names))}
        return None if is_list else _("This is a list in brackets of some of: %(names)s.") % said

    return rule


def _names(value: Any) -> Translatable | None:
    is_list = isinstance(value, list) and all(isinstance(name, str) and _IDENTIFIER.fullmatch(name) for name in value)
    return None if is_list else _("This is a list in brackets of names in small letters.")


_SIDE = _number(SMALLEST_SIDE, LARGEST_SIDE)
_MEDIA = _one_of(*MEDIA_TYPES)
_SIZE: dict[str, Rule] = {"media_type": _MEDIA, "width": _SIDE, "height": _SIDE, "trim": _number(0, 200)}
_PAGE: dict[str, Rule] = _SIZE | {
    "pages": _whole(0, 12),
    "photo": _whole(0, 2400),
    "pdf_standards": _some_of(_STANDARDS),
    "place": _one_of(*PLACES),
    "networks": _names,
    "mark": _one_of("qr", "code"),
    "shows": _some_of(_PLAN),
    "shows_one": _yes_or_no,
    "on_wish": _yes_or_no,
    "needs": _some_of(_PLAN),
}
