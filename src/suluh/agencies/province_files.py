"""Provinces and their offices as data: one folder each with a ``province.toml``, and a ``motif`` if it has its own.

Plain Python: needs no database and no Django. Further folders are named by SULUH_PROVINCES; adding a province is
adding a folder (docs/how-to/add-a-province.md).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from suluh.agencies.brand import Brand
from suluh.agencies.colours import COLOUR_NAMES, check_contrast, parse_colour
from suluh.foundation.errors import Refusal
from suluh.foundation.language import lazy as _

OWN_PROVINCES = Path(__file__).resolve().parent / "provinces"
NATIONAL = "nasional"
# An office's kind, and its tier in lists: national first.
TIERS = {"national": 1, "province": 2, "kabupaten": 3, "kota": 3}
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
# Every key of an [[office]], with its longest length; those after "contact" are colours.
LENGTHS = {"name": 160, "short_name": 60, "initials": 6, "about": 1000, "site": 200, "contact": 200}
MUST = ("slug", "name", "short_name", "initials", "kind", *COLOUR_NAMES)


class BadProvince(Refusal):
    """A file of a province that cannot be used. The sentence names the file and the place."""

    code = "agencies.E140"


class UnknownOffice(Refusal):
    """No province has an office of this name."""

    code = "agencies.E141"
    status = 404


@dataclass(frozen=True, kw_only=True)
class OfficeData:
    """One office of a province's file. ``kind`` is a key of ``TIERS``; ``province`` the province's slug."""

    brand: Brand
    kind: str
    province: str
    about: str = ""

    @property
    def tier(self) -> int:
        return TIERS[self.kind]


@dataclass(frozen=True, kw_only=True)
class Province:
    """A province (or the country) with its offices, in the order of its file."""

    slug: str
    name: str
    offices: tuple[OfficeData, ...]
    folder: Path


def load_provinces(folders: Iterable[Path] = ()) -> tuple[Province, ...]:
    """Return Suluh's provinces and those of further ``folders``, by slug.

    A folder is a province's own (it holds ``province.toml``) or holds folders that are. Raises ``BadProvince`` for the
    first file that cannot be used, and where two provinces or two offices have the same slug.
    """
    found: dict[str, Province] = {}
    offices: dict[str, str] = {}
    for file in _files((OWN_PROVINCES, *folders)):
        province = read_province(file)
        if province.slug in found:
            raise BadProvince(
                _("Two provinces are called “%(slug)s”: %(one)s and %(two)s. Rename one.")
                % {"slug": province.slug, "one": found[province.slug].folder, "two": province.folder}
            )
        found[province.slug] = province
        for office in province.offices:
            slug = office.brand.slug
            if slug in offices:
                raise BadProvince(
                    _("Two offices are called “%(slug)s”, in %(one)s and %(two)s. Rename one.")
                    % {"slug": slug, "one": offices[slug], "two": province.slug}
                )
            offices[slug] = province.slug
    return tuple(found[slug] for slug in sorted(found))


def read_province(file: Path) -> Province:
    """Return the province of one ``province.toml``. Raises ``BadProvince``."""
    try:
        raw = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise BadProvince(
            _("%(file)s cannot be read as TOML: %(why)s") % {"file": file, "why": error}, hint=str(error)
        ) from error
    slug, name, offices = raw.get("slug"), raw.get("name"), raw.get("office")
    if not isinstance(slug, str) or not SLUG.fullmatch(slug) or not isinstance(name, str) or not name.strip():
        raise _bad(file, where="slug, name", why=_("a province needs a slug (small letters, digits, -) and a name"))
    if not isinstance(offices, list) or not offices:
        raise _bad(file, where="[[office]]", why=_("a province needs at least one office"))
    motif = slug if (file.parent / "motif" / "motif.toml").is_file() else NATIONAL
    read = tuple(
        _office(given, file=file, province=slug, motif=motif, number=n) for n, given in enumerate(offices, start=1)
    )
    return Province(slug=slug, name=name.strip(), offices=read, folder=file.parent)


def brand_of(slug: str, *, folders: Iterable[Path] = ()) -> Brand:
    """Return the brand of an office of a province's file, without a database. Raises ``UnknownOffice``."""
    brands = _brands(tuple(folders))
    if slug not in brands:
        raise UnknownOffice(
            _("No office is called “%(slug)s”. There are: %(all)s.") % {"slug": slug, "all": ", ".join(sorted(brands))}
        )
    return brands[slug]


@cache
def _brands(folders: tuple[Path, ...]) -> dict[str, Brand]:
    return {office.brand.slug: office.brand for province in load_provinces(folders) for office in province.offices}


def _files(folders: Iterable[Path]) -> Iterator[Path]:
    for folder in folders:
        own = folder / "province.toml"
        found = [own] if own.is_file() else sorted(folder.glob("*/province.toml"))
        if not found:
            raise BadProvince(
                _("%(folder)s holds no province.toml. Check SULUH_PROVINCES; see docs/how-to/add-a-province.md.")
                % {"folder": folder}
            )
        yield from found


def _office(given: Any, *, file: Path, province: str, motif: str, number: int) -> OfficeData:
    where = f"[[office]] {number}"
    if not isinstance(given, dict) or not all(isinstance(value, str) for value in given.values()):
        raise _bad(file, where=where, why=_("every value of an office is a text in quotes"))
    values: dict[str, str] = {key: value.strip() for key, value in given.items()}
    where = f"{where} {values.get('slug', '')}".strip()
    for key in MUST:
        if not values.get(key):
            raise _bad(file, where=where, why=_("“%(key)s” is missing") % {"key": key})
    unknown = sorted(set(values) - {*MUST, *LENGTHS})
    if unknown:
        raise _bad(file, where=where, why=_("“%(key)s” is not a key of an office") % {"key": unknown[0]})
    if not SLUG.fullmatch(values["slug"]) or len(values["slug"]) > 60:
        raise _bad(file, where=where, why=_("a slug has small letters, digits and -, at most 60"))
    if values["kind"] not in TIERS:
        raise _bad(file, where=where, why=_("“kind” is one of %(kinds)s") % {"kinds": ", ".join(TIERS)})
    for key, longest in LENGTHS.items():
        if len(values.get(key, "")) > longest:
            raise _bad(file, where=where, why=_("“%(key)s” is too long") % {"key": key})
    return OfficeData(
        brand=_brand(values, file=file, where=where, motif=motif),
        kind=values["kind"],
        province="" if values["kind"] == "national" else province,
        about=values.get("about", ""),
    )


def _brand(values: dict[str, str], *, file: Path, where: str, motif: str) -> Brand:
    try:
        colours = {key: parse_colour(values[key]) for key in COLOUR_NAMES}
        check_contrast(colours)
    except Refusal as error:
        raise _bad(file, where=where, why=error.sentence) from error
    return Brand(
        slug=values["slug"],
        name=values["name"],
        short_name=values["short_name"],
        initials=values["initials"],
        site=values.get("site", ""),
        contact=values.get("contact", ""),
        motif=motif,
        primary=colours["primary"],
        accent=colours["accent"],
        ink=colours["ink"],
        paper=colours["paper"],
    )


def _bad(file: Path, *, where: str, why: object) -> BadProvince:
    return BadProvince(_("%(file)s, %(where)s: %(why)s.") % {"file": file, "where": where, "why": why})
