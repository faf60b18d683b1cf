"""A scale read from its file; one that cannot be used is refused with the place and what belongs there."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from suluh.foundation.errors import Refusal
from suluh.foundation.language import DEFAULT_LANGUAGE
from suluh.foundation.language import lazy as _
from suluh.verification.scales.values import TONES, Scale, UnknownVerdict, Verdict

__all__ = ["BadScale", "UnknownVerdict", "read_scale"]
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LONGEST_SLUG = 30  # as the column holds
KEYS = frozenset({"slug", "label", "explanation", "rating", "tone", "is_false", "words"})


class BadScale(Refusal):
    """A file of a verdict scale that cannot be used. The sentence names the file and the place."""

    code = "verification.E110"


def read_scale(file: Path) -> Scale:
    """Return the scale of one JSON file. Raises ``BadScale``."""
    try:
        raw = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise BadScale(_("%(file)s cannot be read as JSON: %(why)s") % {"file": file, "why": error}) from error
    given: dict[str, Any] = raw if isinstance(raw, dict) else {}
    worst, best = _ends(given, file=file)
    verdicts = given.get("verdicts")
    if not isinstance(verdicts, list) or not verdicts:
        raise _bad(file, where="verdicts", why=_("a scale needs at least one verdict"))
    read = tuple(_verdict(one, file=file, number=n, ends=(worst, best)) for n, one in enumerate(verdicts, start=1))
    slugs = [verdict.slug for verdict in read]
    twice = next((slug for slug in slugs if slugs.count(slug) > 1), "")
    if twice:
        raise _bad(file, where=twice, why=_("two verdicts have this slug"))
    unread = given.get("unread")
    if unread not in slugs or next(v for v in read if v.slug == unread).is_false:
        raise _bad(file, where="unread", why=_("it names a verdict of the scale that is not false"))
    names = _texts(given.get("name"), file=file, where="name")
    return Scale(names=names, verdicts=read, best=best, worst=worst, unread=unread)


def _ends(given: dict[str, Any], *, file: Path) -> tuple[int, int]:
    worst, best = given.get("worst"), given.get("best")
    if isinstance(worst, int) and isinstance(best, int) and worst < best:
        return worst, best
    raise _bad(file, where="best, worst", why=_("both are whole numbers, best the greater"))


def _verdict(given: Any, *, file: Path, number: int, ends: tuple[int, int]) -> Verdict:
    where = f"verdicts {number}"
    if not isinstance(given, dict):
        raise _bad(file, where=where, why=_("a verdict is an object"))
    unknown = sorted(set(given) - KEYS)
    if unknown:
        raise _bad(file, where=where, why=_("“%(key)s” is not a key of a verdict") % {"key": unknown[0]})
    slug, rating, words = given.get("slug"), given.get("rating"), given.get("words", [])
    if not isinstance(slug, str) or not SLUG.fullmatch(slug) or len(slug) > LONGEST_SLUG:
        raise _bad(file, where=where, why=_("a slug has small letters, digits and -, at most 30"))
    where = f"{where} {slug}"
    if rating is not None and (not _is_whole(rating) or not ends[0] <= rating <= ends[1]):
        raise _bad(file, where=where, why=_("“rating” is a whole number from worst to best, or null"))
    if given.get("tone") not in TONES:
        raise _bad(file, where=where, why=_("“tone” is one of %(tones)s") % {"tones": ", ".join(TONES)})
    if not isinstance(given.get("is_false"), bool):
        raise _bad(file, where=where, why=_("“is_false” is true or false"))
    if not isinstance(words, list) or not all(isinstance(word, str) and word.strip() for word in words):
        raise _bad(file, where=where, why=_("“words” is a list of texts"))
    return Verdict(
        slug=slug,
        labels=_texts(given.get("label"), file=file, where=f"{where} label"),
        explanations=_texts(given.get("explanation"), file=file, where=f"{where} explanation"),
        rating=rating,
        tone=given["tone"],
        is_false=given["is_false"],
        words=tuple(words),
    )


def _texts(given: Any, *, file: Path, where: str) -> dict[str, str]:
    is_good = isinstance(given, dict) and all(isinstance(text, str) and text.strip() for text in given.values())
    if not is_good or DEFAULT_LANGUAGE not in given:
        raise _bad(file, where=where, why=_("it needs its words for each language, “id” at least"))
    return {str(language): text.strip() for language, text in given.items()}


def _is_whole(given: Any) -> bool:
    return isinstance(given, int) and not isinstance(given, bool)


def _bad(file: Path, *, where: str, why: object) -> BadScale:
    return BadScale(_("%(file)s, %(where)s: %(why)s.") % {"file": file, "where": where, "why": why})
