"""The languages of the screens, and translation that also works where Django is not set up.

Engines (the structurer, the coach, renderers, seals) are plain Python but speak to people. They mark their sentences
with ``lazy`` (imported as ``_``): inside the server the reader's language is used, on the command line the language of
``SULUH_LANGUAGE`` or Bahasa Indonesia. The words stand in each room's ``locale/<language>/LC_MESSAGES/django.po``.
"""

from __future__ import annotations

import gettext as stdlib_gettext
from collections.abc import Mapping
from contextvars import ContextVar
from functools import cache
from pathlib import Path

from django.apps import apps
from django.utils import translation

# The screen languages, the default first. A language is complete or is not offered.
SCREEN_LANGUAGES = (("id", "Bahasa Indonesia"), ("en", "English"))
DEFAULT_LANGUAGE = SCREEN_LANGUAGES[0][0]

# The language sentences are said in where Django is not set up: set once by the command line.
spoken: ContextVar[str] = ContextVar("spoken", default=DEFAULT_LANGUAGE)


class Lazy:
    """A sentence that is translated when it is read, not when it is made. Values may be filled in with ``%``."""

    __slots__ = ("_sentence", "_values")

    def __init__(self, sentence: str, values: Mapping[str, object] | None = None) -> None:
        self._sentence = sentence
        self._values = values

    def __str__(self) -> str:
        said = translate(self._sentence)
        return said % self._values if self._values is not None else said

    def __mod__(self, values: Mapping[str, object]) -> Lazy:
        return Lazy(self._sentence, values)

    def __repr__(self) -> str:
        return f"Lazy({self._sentence!r}, {self._values!r})"

    def __eq__(self, other: object) -> bool:
        return str(self) == str(other)

    def __hash__(self) -> int:
        return hash((self._sentence, str(self._values)))


def lazy(sentence: str) -> Lazy:
    """Mark a sentence for translation, to be said in the reader's language when it is shown."""
    return Lazy(sentence)


def translate(sentence: str) -> str:
    """Return ``sentence`` in the reader's language, or as it is where no translation is known."""
    if apps.ready:
        return translation.gettext(sentence)
    for catalogue in _catalogues(spoken.get()):
        said = catalogue.gettext(sentence)
        if said != sentence:
            return said
    return sentence


@cache
def _catalogues(language: str) -> tuple[stdlib_gettext.GNUTranslations, ...]:
    house = Path(__file__).resolve().parent.parent
    found = sorted(house.glob(f"*/locale/{language}/LC_MESSAGES/django.mo"))
    catalogues = []
    for path in found:
        with path.open("rb") as file:
            catalogues.append(stdlib_gettext.GNUTranslations(file))
    return tuple(catalogues)
