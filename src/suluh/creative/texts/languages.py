"""The fixed words of the text formats: one file of ``words`` a language, found by looking. To add one, add a file."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

DEFAULT = "id"


@dataclass(frozen=True, kw_only=True)
class Language:
    """A language of the texts. ``needs_a_reader``: no native speaker has gone over its words yet."""

    code: str
    name: str
    dates: str
    needs_a_reader: bool
    words: Mapping[str, str]


@cache
def languages() -> Mapping[str, Language]:
    """Return every language under its code: ISO 639-1 where it has two letters there, else ISO 639-3."""
    files = sorted((Path(__file__).parent / "words").glob("*.toml"))
    return {file.stem: Language(code=file.stem, **tomllib.loads(file.read_text(encoding="utf-8"))) for file in files}


def language_of(code: str) -> Language:
    """Return a story's language, Indonesian where there is no file for it."""
    return languages().get(code.split("-")[0], languages()[DEFAULT])
