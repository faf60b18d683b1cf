"""What the structurer knows of a language: one file a language, found by looking. Each holds one ``WORDS``."""

from __future__ import annotations

import importlib
import pkgutil
from dataclasses import dataclass, field
from functools import cache

from suluh.foundation.errors import Refusal
from suluh.foundation.language import lazy as _


class LanguageUnknown(Refusal):
    """No file of words for the language asked for."""

    code = "content.E171"


@dataclass(frozen=True, kw_only=True)
class Words:
    """The words of one language. Sets hold lower-case words; ``places`` and ``acronyms`` are as written."""

    saying: frozenset[str]  # verbs that carry a quote
    stance: frozenset[str]  # verbs whose subject is then the one who speaks
    he_or_she: frozenset[str]
    pronoun_ending: str  # "nya" as in "ujarnya"; empty where the language has none
    before_saying: frozenset[str]  # words that may stand between who speaks and the verb
    according_to: frozenset[str]
    in_the_office_of: frozenset[str]  # "selaku"
    titles: frozenset[str]  # first words of a person's office
    place_titles: frozenset[str]  # offices always followed by their place
    title_links: frozenset[str]  # words that may stand inside a title
    organisation_heads: frozenset[str]
    organisation_words: frozenset[str]  # inner words of offices and organisations
    acronyms: frozenset[str]
    place_heads: frozenset[str]  # "kabupaten", "hotel"
    places: frozenset[str]
    courtesy: frozenset[str]  # said before a name and no part of it
    before_name: frozenset[str]  # degrees and ranks before a name, without their dot
    after_name: frozenset[str]  # degrees after a name, without dots
    abbreviations: frozenset[str]  # never end a sentence
    particles: frozenset[str]  # inside names: "bin", "van"
    months: dict[str, int]
    weekdays: frozenset[str]
    stop: frozenset[str]  # function words
    clause_starts: frozenset[str]  # where a clause can be cut off
    never_names: frozenset[str]  # capitalised at a sentence's start, but no name
    pointing_back: frozenset[str]  # a sentence that starts so does not stand alone
    units: frozenset[str]
    currency: frozenset[str]
    magnitudes: frozenset[str]
    counted_out: frozenset[str]  # words before a number that is no figure: "Nomor", "pukul"
    labels: tuple[str, ...]  # lines that only say what the paper is
    not_spoken: frozenset[str]  # words before a quoted name or slogan
    wish: frozenset[str]  # words of a sentence that makes a point
    calls: tuple[str, ...]  # starts of a call to action
    call_from: tuple[tuple[str, str], ...]  # a pattern of a sentence and the call made of it
    that: str  # joins a verb of saying to what was said
    openers: tuple[str, ...]  # words that tie a sentence to the one before: "Untuk itu, "
    reasons: frozenset[str]
    means: frozenset[str]
    events: dict[str, str]  # noun of an event to the verb of a headline
    short_verbs: dict[str, str] = field(default_factory=dict)  # verb to its form in a headline
    between: tuple[str, str] = ("", "")  # "antara A dengan B"
    about: frozenset[str] = frozenset()  # "terkait", "tentang"
    especially: frozenset[str] = frozenset()
    joined_by: str = "and"
    heads_last: bool = False  # "Health Office", not "Dinas Kesehatan"


def bag(words: str) -> frozenset[str]:
    """Return the words of a text as a set."""
    return frozenset(words.split())


def months(names: str) -> dict[str, int]:
    """Return months by name: one group a month, its names parted by commas."""
    return {name: number for number, group in enumerate(names.split(), start=1) for name in group.split(",")}


def pairs(words: str) -> dict[str, str]:
    """Return "menggelar:gelar ..." as a mapping."""
    return dict(pair.split(":", 1) for pair in words.split())


@cache
def words_of(language: str) -> Words:
    """Return the words of a language such as "id". Raises ``LanguageUnknown``."""
    if language not in languages():
        raise LanguageUnknown(
            _("Suluh cannot take apart a text in the language %(language)s. Choose one of: %(known)s.")
            % {"language": language[:20], "known": ", ".join(languages())}
        )
    words: Words = importlib.import_module(f"{__name__}.{language}").WORDS
    return words


@cache
def languages() -> tuple[str, ...]:
    """Return the codes of the languages there are files for."""
    return tuple(sorted(found.name for found in pkgutil.iter_modules(__path__) if not found.name.startswith("_")))


def guess_language(text: str, *, default: str = "id") -> str:
    """Return the language whose function words fill most of the text's first 20,000 characters."""
    heard = text[:20_000].lower().split()
    counts = {language: sum(word in words_of(language).stop for word in heard) for language in languages()}
    best = max(counts, key=lambda language: (counts[language], language == default))
    return best if counts[best] else default
