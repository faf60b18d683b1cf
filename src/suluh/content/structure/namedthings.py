"""Finding organisations and places."""

from __future__ import annotations

import re
from collections.abc import Callable

from suluh.content.structure.model import Named
from suluh.content.structure.names import Line, Run
from suluh.content.structure.reading import Reading

_LONGEST = 9
_IN_BRACKETS = re.compile(r"\((\w+)\)")
_DATELINE = re.compile(
    r"(?P<place>[^\W\d_][^\n,–—:()\"“”]{1,38}?)(?:,\s?(?P<rest>[^–—:\"“”\n]{3,40}?))?\s?(?:–|—|--|-(?=\s))\s?(?=\S)"
)


def dateline_of(paragraph: str) -> tuple[str, int]:
    """Return the place a paragraph opens with ("Palembang – ...") and where its words begin; "" and 0 without one."""
    found = _DATELINE.match(paragraph)
    if found is None:
        return "", 0
    place = found.group("place").strip()
    parts = place.split()
    if len(parts) > 4 or not all(part[0].isupper() or part[0] == "(" for part in parts):
        return "", 0
    if len(paragraph) - found.end() < 20:
        return "", 0
    return place.title() if place.isupper() and len(place) > 4 else place, found.end()


def organisations_in(reading: Reading) -> tuple[Named, ...]:
    """Return the organisations of a text, each once, in the order they are first named."""
    return _named(reading, finder=_organisation_at)


def places_in(reading: Reading, *, dateline: str) -> tuple[Named, ...]:
    """Return the places of a text, each once; the dateline's first."""
    found = list(_named(reading, finder=_place_at))
    if dateline and all(named.name != dateline for named in found):
        at = max(0, reading.text.lower().find(dateline.lower()))
        found.append(Named(start=at, end=at + len(dateline), name=dateline))
    return tuple(sorted(found, key=lambda named: named.start))


def _named(reading: Reading, *, finder: Callable[[Line, int], Run | None]) -> tuple[Named, ...]:
    seen: set[str] = set()
    named: list[Named] = []
    for line in reading.lines:
        at = 0
        while at < len(line):
            run = finder(line, at)
            if run is None:
                at += 1
                continue
            name = line.text(run).strip(" ,.")
            known_as = {name.lower(), name.lower().partition(" (")[0], *_IN_BRACKETS.findall(name.lower())}
            if not known_as & seen:
                named.append(Named(start=run.start, end=run.start + len(name), name=name))
            seen |= known_as
            at = max(run.last, at + 1)
    return tuple(named)


def _organisation_at(line: Line, at: int) -> Run | None:
    word, words = line.tokens[at].text, line.words
    if not word[0].isupper():
        return None
    last = at + 1
    if word in words.acronyms:
        while last < len(line) and (line.is_acronym(last) or line.place_at(last)):
            last += line.place_at(last) or 1
        return line.run(at, last)
    if line.lower(at) not in words.organisation_heads:
        return _head_last(line, at) if words.heads_last else None
    last = _while_named(line, last)
    is_alone = last == at + 1
    if is_alone and not (line.lower(at) not in words.organisation_words and len(word) > 6 and at > 0):
        return None
    return line.run(at, last)


def _head_last(line: Line, at: int) -> Run | None:
    """Return "Health Office", "Palembang City Council": capitals that end in an organisation's head."""
    last = at
    while last < len(line) and last - at < _LONGEST and line.is_capital(last):
        last += 1
        if line.lower(last - 1) in line.words.organisation_heads and last - at > 1 and not line.is_capital(last):
            skip = 1 if line.lower(at) in line.words.never_names else 0
            is_title = line.lower(at) in line.words.titles
            return None if is_title or last - at - skip < 2 else line.run(at + skip, last)
    return None


def _while_named(line: Line, at: int) -> int:
    """Step over capitals, "dan" or "of" between two capitals, and an acronym in brackets."""
    first = at
    while at < len(line) and at - first < _LONGEST:
        lower = line.lower(at)
        if lower in line.words.weekdays or lower in line.words.titles - line.words.organisation_words:
            break
        is_number = line.tokens[at].text.isdigit() and len(line.tokens[at].text) <= 3
        if line.is_capital(at) or is_number or _links(line, at):
            at += 1
        elif lower == "(" and line.lower(at + 2) == ")" and line.is_capital(at + 1) and line.is_acronym(at + 1):
            return at + 3
        else:
            break
    return at


def _links(line: Line, at: int) -> bool:
    """Say whether "dan" goes on with the same name: "Dinas Komunikasi dan Informatika", not "KPK dan Dinas X"."""
    before, after = line.lower(at - 1), line.lower(at + 1)
    if line.lower(at) not in line.words.title_links or not line.is_capital(at + 1):
        return False
    if after in line.words.organisation_heads or line.is_acronym(at + 1):
        return False
    return before in line.words.organisation_words and after in line.words.organisation_words


def _place_at(line: Line, at: int) -> Run | None:
    lower = line.lower(at)
    bare = lower.removeprefix("se-")
    if bare in line.words.place_heads and (line.is_capital(at) or lower.startswith("se-")):
        last = _place_name(line, at + 1)
        if last == at + 1:
            return None
        run = line.run(at, last)
        return Run(run.first, run.last, run.start + len(lower) - len(bare), run.end)
    length = line.place_at(at)
    return line.run(at, at + length) if length else None


def _place_name(line: Line, at: int) -> int:
    first = at
    while at < len(line) and at - first < 5:
        length = line.place_at(at)
        lower = line.lower(at)
        if length:
            return at + length
        if not line.is_capital(at) or lower in line.words.weekdays or lower in line.words.titles:
            break
        if at > first and lower in line.words.organisation_heads:
            break
        at += 1
    return at
