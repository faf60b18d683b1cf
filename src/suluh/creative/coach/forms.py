"""The lists of forms of a language: non-standard words, chat words, jargon, confusions and others."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

# A language's folder: the language code of a story to the folder of its dictionary.
_FOLDER = Path(__file__).resolve().parent / "dictionaries"


def dictionary_folder(language: str) -> Path | None:
    """Return the folder that holds the words of ``language`` ("id" finds ``id_ID``), or None."""
    found = sorted(_FOLDER.glob(f"{language}_*"))
    return found[0] if found else None


def rows_of(path: Path) -> list[list[str]]:
    """Return the rows of a tab-separated list; lines that begin with "# " are notes."""
    if not path.exists():
        return []
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line.strip() and not line.startswith("# ")]


@dataclass(frozen=True)
class Abbreviation:
    """An abbreviation with its words; ``is_wide`` where every reader knows it."""

    short: str
    words: str
    is_wide: bool


@dataclass(frozen=True)
class Confusion:
    """A right word that is often typed for another right word.

    ``cues`` and ``keeps`` are words or classes ("<number>") beside the word: "-1:yang" is the word before it,
    "+1:x" the one after. A word is doubted when a cue matches (or there is the cue "*") and no keep does.
    """

    word: str
    meant: str
    cues: tuple[str, ...]
    keeps: tuple[str, ...]


@dataclass(frozen=True)
class Forms:
    """Each list is read from disk the first time it is asked for."""

    folder: Path | None

    def rows(self, name: str) -> list[list[str]]:
        """Return the rows of ``forms/<name>.tsv``; none where the language has no such list."""
        return rows_of(self.folder / "forms" / f"{name}.tsv") if self.folder else []

    def phrases(self, name: str) -> dict[tuple[str, ...], tuple[str, ...]]:
        """Return ``forms/<name>.tsv``: the words of its first column to its other columns."""
        if name not in self._phrases:
            self._phrases[name] = {tuple(row[0].lower().split()): tuple(row[1:]) for row in self.rows(name)}
        return self._phrases[name]

    @cached_property
    def _phrases(self) -> dict[str, dict[tuple[str, ...], tuple[str, ...]]]:
        return {}

    @cached_property
    def nonstandard(self) -> dict[tuple[str, ...], str]:
        return {tuple(row[0].lower().split()): row[1] for row in self.rows("nonstandard")}

    @cached_property
    def chat(self) -> dict[str, str]:
        return {row[0].lower(): row[1] for row in self.rows("chat")}

    @cached_property
    def redundancy(self) -> dict[tuple[str, ...], str]:
        return {tuple(row[0].lower().split()): row[1] for row in self.rows("redundancy")}

    @cached_property
    def bound(self) -> dict[str, frozenset[str]]:
        """Bound forms, each with the words that may stand after it by themselves."""
        return {row[0]: frozenset(row[1].split() if len(row) > 1 else ()) for row in self.rows("bound")}

    @cached_property
    def confusions(self) -> dict[str, list[Confusion]]:
        found: dict[str, list[Confusion]] = {}
        for word, meant, cues, *keeps in self.rows("confusions"):
            pair = Confusion(word, meant, tuple(cues.split()), tuple(keeps[0].split()) if keeps else ())
            found.setdefault(word, []).append(pair)
        return found

    @cached_property
    def abbreviations(self) -> dict[str, Abbreviation]:
        rows = rows_of(self.folder / "words" / "abbreviations.tsv") if self.folder else []
        return {row[0]: Abbreviation(row[0], row[1], row[2:] == ["wide"]) for row in rows}

    @cached_property
    def cues(self) -> dict[str, frozenset[str]]:
        """Named sets of words that rules look for: weekdays, verbs of saying, words of reason, ..."""
        return {row[0]: frozenset(row[1].split()) for row in self.rows("cues")}


@cache
def forms_of(language: str) -> Forms:
    """Return the lists of ``language``; empty ones where it has none."""
    return Forms(dictionary_folder(language))
