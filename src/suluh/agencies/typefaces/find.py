"""The typefaces an office may choose from, found by looking: one TOML file each. Plain Python.

Each is a Python package of font files under an open licence; the machine's own fonts are never used.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from suluh.foundation.errors import Refusal
from suluh.foundation.language import DEFAULT_LANGUAGE
from suluh.foundation.language import lazy as _

FOLDER = Path(__file__).resolve().parent
DEFAULT_TYPEFACE = "plus-jakarta-sans"


class TypefaceMissing(Refusal):
    """A typeface that is not on the list, or whose package is not installed."""

    code = "agencies.E123"


@dataclass(frozen=True, kw_only=True)
class Typeface:
    """A family of letters. ``folder`` holds its font files, ``upright`` is the one that is not italic."""

    slug: str
    family: str
    folder: Path
    upright: Path
    says: Mapping[str, str]

    def said(self, language: str) -> str:
        """Return what it is good for, in ``language`` or in Bahasa Indonesia."""
        return self.says.get(language[:2], self.says[DEFAULT_LANGUAGE])


@cache
def typefaces() -> Mapping[str, Typeface]:
    """Return every typeface of the list whose package is installed, the house's own first."""
    found = (_read(path) for path in sorted(FOLDER.glob("*.toml")))
    known = {typeface.slug: typeface for typeface in found if typeface is not None}
    return {slug: known[slug] for slug in sorted(known, key=lambda slug: (slug != DEFAULT_TYPEFACE, slug))}


def typeface_called(slug: str) -> Typeface:
    """Return the typeface of that name. Raises ``TypefaceMissing``."""
    if slug not in typefaces():
        raise TypefaceMissing(
            _("There is no typeface called “%(typeface)s”. There are: %(typefaces)s.")
            % {"typeface": slug[:40], "typefaces": ", ".join(typefaces())}
        )
    return typefaces()[slug]


def _read(path: Path) -> Typeface | None:
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    package = find_spec(raw["package"])
    if package is None or package.origin is None:
        return None
    folder = Path(package.origin).parent / "files"
    upright = next(font for font in sorted(folder.glob("*.ttf")) if "Italic" not in font.name)
    return Typeface(slug=path.stem, family=raw["family"], folder=folder, upright=upright, says=raw["says"])
