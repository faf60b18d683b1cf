"""The words of the screens: found in code and templates, kept in each room's catalogue, compiled without gettext.

Babel reads Python; Django's own ``templatize`` turns a template into what Babel can read.
"""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

HOUSE = Path(__file__).resolve().parent.parent
KEYWORDS = DEFAULT_KEYWORDS | {
    "lazy": None,
    "gettext_lazy": None,
    "pgettext_lazy": ((1, "c"), 2),
    "ngettext_lazy": (1, 2),
}


def rooms() -> list[Path]:
    """Return the folders of the rooms."""
    return sorted(p.parent for p in HOUSE.glob("*/__init__.py"))


def words_of(room: Path) -> Iterator[tuple[str, int, object, str | None]]:
    """Yield (file, line, message or messages, context) for every marked word of a room, tests left out."""
    for file in sorted(room.rglob("*.py")):
        if not {"tests", "migrations"} & set(file.relative_to(room).parts):
            yield from _marked_words(file, read=file.read_bytes())
    for file in sorted([*room.rglob("*.html"), *room.rglob("*.txt")]):
        if "templates" in file.parts or "components" in file.parts:
            yield from _template_words(file)


def _template_words(file: Path) -> Iterator[tuple[str, int, object, str | None]]:
    from django.utils.translation.template import templatize

    # What templatize leaves is read as Python: no line of it may be indented.
    read = "\n".join(line.lstrip() for line in templatize(file.read_text(), origin=str(file)).split("\n"))
    yield from _marked_words(file, read=read.encode())


def _marked_words(file: Path, *, read: bytes) -> Iterator[tuple[str, int, object, str | None]]:
    for line, message, _comments, context in extract("python", io.BytesIO(read), keywords=KEYWORDS):
        yield str(file.relative_to(HOUSE)), line, message, context


def catalogue_file(room: Path, *, language: str) -> Path:
    """Return where a room's words in a language stand."""
    return room / "locale" / language / "LC_MESSAGES" / "django.po"


def missing(room: Path, *, language: str = "id") -> list[str]:
    """Return the room's words that have no translation, or only a fuzzy one."""
    known = read_catalogue(room, language=language)
    lacking = []
    for _file, _line, message, context in words_of(room):
        singular = message[0] if isinstance(message, tuple | list) else message
        found = known.get(str(singular), context)
        if singular and (found is None or not found.string or found.fuzzy or not any(found.string)):
            lacking.append(str(singular))
    return sorted(set(lacking))


def read_catalogue(room: Path, *, language: str) -> Catalog:
    """Return a room's catalogue, empty where there is none."""
    file = catalogue_file(room, language=language)
    if not file.exists():
        return Catalog(locale=language, domain="django", charset="utf-8")
    with file.open("rb") as stream:
        return read_po(stream, locale=language, domain="django")


def add_missing(room: Path, *, language: str = "id") -> list[str]:
    """Add the room's untranslated words to its catalogue, empty, and return them."""
    lacking = missing(room, language=language)
    if not lacking:
        return []
    known = read_catalogue(room, language=language)
    for file, line, message, context in words_of(room):
        singular = message[0] if isinstance(message, tuple | list) else message
        if singular in lacking:
            plural = tuple(message[:2]) if isinstance(message, tuple | list) and len(message) > 1 else message
            known.add(plural, locations=[(file, line)], context=context)  # type: ignore[arg-type]
    target = catalogue_file(room, language=language)
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("wb") as stream:
        write_po(stream, known, width=120, sort_by_file=False, include_lineno=False)
    return lacking


def compile_all() -> int:
    """Compile every catalogue that is newer than its compiled form; return how many were."""
    made = 0
    for po in sorted(HOUSE.glob("*/locale/*/LC_MESSAGES/django.po")):
        mo = po.with_suffix(".mo")
        if mo.exists() and mo.stat().st_mtime >= po.stat().st_mtime:
            continue
        with po.open("rb") as stream:
            catalogue = read_po(stream, locale=po.parts[-3], domain="django")
        fresh = mo.with_suffix(f".mo.{os.getpid()}")  # two programs may start at once
        with fresh.open("wb") as stream:
            write_mo(stream, catalogue)
        fresh.replace(mo)
        made += 1
    return made
