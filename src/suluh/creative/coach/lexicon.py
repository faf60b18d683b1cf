"""The words of a language: which are right, and how often each is used.

A word is right when Hunspell's dictionary or one of our own lists has it, or when it is formed from such a word by
rule (``morphology``). A foreign word that is common in English is let pass: it is not a typing error.
"""

from __future__ import annotations

from functools import cache, cached_property, lru_cache
from pathlib import Path

import hunspell

from suluh.creative.coach.forms import dictionary_folder, forms_of
from suluh.creative.coach.morphology import BOUND, Morphology, without_enclitic

# The frequency of a right word that our frequency list lacks, on the Zipf scale: the list ends at 3.0.
RARE = 2.0
# What an own word (a list of ours, the office's vocabulary) counts at least.
OWN = 3.2


class Lexicon:
    """The words of one language. Words are given in lower case unless said otherwise."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._hunspell = hunspell.Hunspell(folder.name, hunspell_data_dir=str(folder))
        self._morphology = Morphology(knows=self._has, roots=self._is_root, common=self._is_common)

    @cached_property
    def frequency(self) -> dict[str, float]:
        """Right words with their Zipf frequency (the logarithm of uses in a thousand million words)."""
        found = {}
        for line in (self._folder / "frequency.txt").read_text(encoding="utf-8").splitlines():
            word, _, zipf = line.partition(" ")
            found[word] = int(zipf) / 100
        for word in self.own_words:
            found[word] = max(found.get(word, 0.0), OWN)
        return found

    @cached_property
    def own_words(self) -> frozenset[str]:
        """The words of our lists that are written small."""
        found: set[str] = set()
        for name in ("general", "media", "institutions"):
            found.update(word for word in self._listed(name) if word.islower())
        for form in (*forms_of("id").nonstandard.values(), *forms_of("id").chat.values()):
            found.update(word for word in form.split() if word.islower())
        return frozenset(found)

    @cached_property
    def names(self) -> dict[str, str]:
        """Names of persons, places and bodies: lower case to the way they are written."""
        found: dict[str, str] = {}
        for name in ("names", "districts", "regions", "proper"):
            found.update((word.lower(), word) for word in self._listed(name) if not word.islower())
        found.update((short.lower(), short) for short in forms_of("id").abbreviations)
        return found

    @cached_property
    def well_known_names(self) -> dict[str, str]:
        """The names that are never written small by intent: regions, countries, days, months, bodies."""
        listed = (word for name in ("regions", "proper") for word in self._listed(name) if not word.islower())
        return {word.lower(): word for word in listed}

    @cached_property
    def foreign(self) -> frozenset[str]:
        """Common words of English."""
        return frozenset((self._folder / "english.txt").read_text(encoding="utf-8").split())

    def _listed(self, name: str) -> list[str]:
        text = (self._folder / "words" / f"{name}.txt").read_text(encoding="utf-8")
        return " ".join(line for line in text.splitlines() if not line.startswith("# ")).split()

    def _has(self, word: str) -> bool:
        return word in self.own_words or word in self.frequency or word in BOUND or bool(self._hunspell.spell(word))

    @cached_property
    def entries(self) -> frozenset[str]:
        """The entries of the dictionary: words that stand there by themselves, not formed by an affix."""
        lines = (self._folder / f"{self._folder.name}.dic").read_text(encoding="latin-1").splitlines()
        return frozenset(line.partition("/")[0] for line in lines)

    @cached_property
    def roots(self) -> frozenset[str]:
        """Words that others are formed from: the common entries of the dictionary, and our own words."""
        own = {word for word in self.own_words if not word.endswith("an")}
        return frozenset(self.entries & self.frequency.keys() | own)

    def _is_root(self, word: str) -> bool:
        return word in self.roots

    def _is_common(self, word: str) -> bool:
        return word in self.frequency

    @lru_cache(maxsize=20_000)  # noqa: B019 - a lexicon lives as long as the process
    def knows(self, word: str) -> bool:
        """Say whether ``word`` is right in this language."""
        return self._has(word) or self._morphology.forms(word)

    def spells(self, word: str) -> bool:
        """Say whether Hunspell or a list has ``word`` just as it stands, without forming it by rule."""
        return self._has(word)

    def lists(self, word: str) -> bool:
        """Say whether the dictionary or a list has ``word`` as an entry, not as a form."""
        return word in self.entries or word in self.own_words

    def has_entry(self, word: str) -> bool:
        """Say whether ``word`` is an entry, or one with a verb's ending: what a passive is made from."""
        stems = (word, word.removeprefix("per"))
        return any(base in self.entries for stem in stems for base in (stem, *_without_ending(stem)))

    def zipf(self, word: str) -> float:
        """Return the frequency of a right word; one with an enclitic is a tenth as frequent as without."""
        found = self.frequency.get(word)
        if found is not None:
            return found
        base = without_enclitic(word)
        return max(RARE, self.frequency.get(base, RARE) - 1) if base else RARE

    def distant_suggestions(self, word: str) -> tuple[str, ...]:
        """Return Hunspell's own suggestions: slow (20 ms), but they reach farther than one edit."""
        return tuple(self._hunspell.suggest(word))


def _without_ending(stem: str) -> tuple[str, ...]:
    return tuple(stem.removesuffix(ending) for ending in ("kan", "i") if stem.endswith(ending))


@cache
def lexicon_of(language: str) -> Lexicon:
    """Return the words of ``language``, read from disk once. Raises ``LookupError`` for a language without words."""
    folder = dictionary_folder(language)
    if folder is None:
        raise LookupError(language)
    return Lexicon(folder)
