"""Words as a voice should read them: numbers, amounts and abbreviations said in full. One file a language.

A file holds ``said(text)``; a language without one is read as it is written.
"""

from __future__ import annotations

import importlib
import pkgutil

_LANGUAGES = frozenset(module.name for module in pkgutil.iter_modules(__path__))


def as_spoken(text: str, *, language: str) -> str:
    """Return ``text`` as a voice of ``language`` should read it. The captions keep what is written."""
    text = " ".join(text.split())
    if language not in _LANGUAGES:
        return text
    said: str = importlib.import_module(f"{__name__}.{language}").said(text)
    return " ".join(said.split())
