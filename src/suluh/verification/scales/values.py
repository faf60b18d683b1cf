"""A scale and its verdicts, and how the words of other sources are understood in it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

from django.apps import apps
from django.utils import translation

from suluh.foundation.errors import Refusal
from suluh.foundation.language import DEFAULT_LANGUAGE, spoken
from suluh.foundation.language import lazy as _

# How a verdict looks: red, amber, green, grey. Always beside its words, never instead of them.
TONES = ("false", "careful", "true", "open")
_NOT_WORDS = re.compile(r"[^\w%]+")
# Longer than any rating; what follows is a sentence, and a sentence is not read for words in it.
_LONGEST_RATING = 120


class UnknownVerdict(Refusal):
    """No verdict of the scale in use has this slug."""

    code = "verification.E111"


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """One verdict. ``rating`` is its place from the scale's worst to its best, None where it has none there.

    ``is_false``: what says so must not go out in an office's own story. ``tone`` is one of ``TONES``.
    ``words`` are what other sources say when they mean it.
    """

    slug: str
    labels: Mapping[str, str]
    explanations: Mapping[str, str]
    tone: str
    is_false: bool
    rating: int | None = None
    words: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """Its name in the reader's language."""
        return in_language(self.labels)

    @property
    def explanation(self) -> str:
        """What it means, one sentence in the reader's language."""
        return in_language(self.explanations)

    def label_in(self, language: str) -> str:
        """Return its name in ``language``, or in the default one."""
        return in_language(self.labels, language=language)


@dataclass(frozen=True, kw_only=True)
class Scale:
    """The verdicts in the order they are shown. ``best`` and ``worst`` are the ends of the ratings.

    ``unread`` is the slug given to words that nobody knows: the source's own words are kept beside it.
    """

    names: Mapping[str, str]
    verdicts: tuple[Verdict, ...]
    best: int
    worst: int
    unread: str
    _by_slug: dict[str, Verdict] = field(init=False, repr=False, compare=False)
    _by_words: dict[str, str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_slug", {verdict.slug: verdict for verdict in self.verdicts})
        words: dict[str, str] = {}
        for verdict in self.verdicts:
            for said in (verdict.slug, *verdict.labels.values(), *verdict.words):
                words.setdefault(plain(said), verdict.slug)
        object.__setattr__(self, "_by_words", words)

    def all(self) -> tuple[Verdict, ...]:
        """Return the verdicts, in the order they are shown."""
        return self.verdicts

    def has(self, slug: str) -> bool:
        """Tell whether the scale has the verdict."""
        return slug in self._by_slug

    def verdict(self, slug: str) -> Verdict:
        """Return a verdict by its slug. Raises ``UnknownVerdict``."""
        if slug not in self._by_slug:
            raise UnknownVerdict(
                _("There is no verdict “%(slug)s”. There are: %(all)s.")
                % {"slug": slug, "all": ", ".join(self._by_slug)}
            )
        return self._by_slug[slug]

    def shown(self, slug: str) -> Verdict:
        """Return a verdict to be shown: one that the scale has lost shows its slug, in grey."""
        lost = Verdict(slug=slug, labels={DEFAULT_LANGUAGE: slug}, explanations={}, tone="open", is_false=False)
        return self._by_slug.get(slug, lost)

    def false_slugs(self) -> tuple[str, ...]:
        """Return the slugs of the verdicts that stop an office's own story."""
        return tuple(verdict.slug for verdict in self.verdicts if verdict.is_false)

    def read(self, words: str, *, value: float | None = None, ends: tuple[float, float] | None = None) -> str:
        """Return the slug that another source's words mean, ``unread`` where they are not understood.

        ``value`` is its number between the ``ends`` (worst, best) of its own scale, read where its words are not.
        """
        return self.understood(words) or self._by_number(value, ends=ends) or self.unread

    def understood(self, words: str) -> str:
        """Return the slug that another source's words mean, or nothing.

        The whole is looked up, then its parts between brackets, commas, colons and dashes ("[SALAH] ...").
        """
        whole = plain(words)
        if whole in self._by_words:
            return self._by_words[whole]
        if len(words) > _LONGEST_RATING:
            return ""
        parts = (plain(part) for part in re.split(r"[\[\](){}|/,;:.!–—-]+", words))
        return next((self._by_words[part] for part in parts if part in self._by_words), "")

    def _by_number(self, value: float | None, *, ends: tuple[float, float] | None) -> str:
        if value is None or ends is None or ends[0] == ends[1]:
            return ""
        share = (value - ends[0]) / (ends[1] - ends[0])
        rated = [(verdict, verdict.rating) for verdict in self.verdicts if verdict.rating is not None]
        if not 0 <= share <= 1 or not rated:
            return ""
        own = self.worst + share * (self.best - self.worst)
        return min(rated, key=lambda pair: abs(pair[1] - own))[0].slug


def plain(words: str) -> str:
    """Return words as they are compared: small letters, no signs, single spaces."""
    return _NOT_WORDS.sub(" ", unicodedata.normalize("NFKC", words).casefold()).strip()


def in_language(texts: Mapping[str, str], *, language: str = "") -> str:
    """Return the text in ``language`` (the reader's where none is given), in the default one, or any."""
    wanted = language or (translation.get_language() if apps.ready else spoken.get()) or DEFAULT_LANGUAGE
    found = texts.get(wanted[:2]) or texts.get(DEFAULT_LANGUAGE)
    return found or next(iter(texts.values()), "")
