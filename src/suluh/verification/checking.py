"""Is this true? What is known of a text that circulates, in four ways to answer.

*known*: a fact-check of the same claim. *from_office*: the words of an office's own story, or its code. *looks_like*:
up to three fact-checks that are near. *unknown*: nothing that is known is about it, which says nothing of its truth.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from django.db import connection
from django.utils import timezone

from suluh.foundation.language import Lazy
from suluh.foundation.language import lazy as _
from suluh.verification.index import matcher
from suluh.verification.matching.values import Difference, Match
from suluh.verification.models import FactCheck
from suluh.verification.origin import Origin, origin_of
from suluh.verification.reassuring import may_answer

Outcome = Literal["known", "from_office", "looks_like", "unknown"]
MOST_NEAR = 3
# Fetched from the matcher: some may have been taken from view since.
_FETCHED = 8
_NEARNESS: tuple[tuple[float, Lazy], ...] = (
    (0.95, _("Almost certainly the same claim")),
    (0.8, _("Very likely the same claim")),
    (0.5, _("Probably the same claim")),
    (0.0, _("Perhaps about the same")),
)
_PARTLY = _("Partly the same words: it may be another claim")

_COUNT = """
insert into verification_tally (day, outcome, fact_check_id, count) values (%s, %s, %s, 1)
on conflict (day, outcome, fact_check_id) do update set count = verification_tally.count + 1
"""
_OUTCOMES = {"from_office": "office", "looks_like": "near", "unknown": "unknown"}


@dataclass(frozen=True, kw_only=True)
class Found:
    """A fact-check that may be about the asked text: how likely, what both share, what they say otherwise.

    ``is_partly``: its words are near enough, but the text says more, less or the contrary, so it is no answer.
    """

    fact_check: FactCheck
    probability: float
    by: Literal["memory", "reading"]
    shared: tuple[str, ...]
    differences: tuple[Difference, ...]
    is_partly: bool = False

    @property
    def nearness(self) -> Lazy:
        """The probability in words."""
        if self.is_partly:
            return _PARTLY
        return next(words for least, words in _NEARNESS if self.probability >= least)


@dataclass(frozen=True, kw_only=True)
class CheckAnswer:
    """The answer to one text. ``found`` is best first: the answer itself where known, up to three where near."""

    outcome: Outcome
    found: tuple[Found, ...] = ()
    origin: Origin | None = None

    @property
    def by(self) -> str:
        """How the first was found: "memory" (a message like it was matched by a person) or "reading"; else ""."""
        return self.found[0].by if self.found else ""


def check_text(text: str, *, counted: bool = True) -> CheckAnswer:
    """Return what is known of a text. ``counted`` puts it into the day's tally, without the text or who asked."""
    answer = _answer(text)
    if counted:
        _count(answer)
    return answer


def _answer(text: str) -> CheckAnswer:
    if not text.strip():
        return CheckAnswer(outcome="unknown")
    engine = matcher()
    answer = engine.match(text, limit=_FETCHED)
    found = _found(answer.matches)
    known = answer.known
    if known is not None and found and found[0].fact_check.key == known.key:
        if may_answer(found[0].fact_check, text=text):
            return CheckAnswer(outcome="known", found=found[:1])
        found = (replace(found[0], is_partly=True), *found[1:])
    origin = origin_of(text)
    if origin is not None:
        return CheckAnswer(outcome="from_office", origin=origin)
    near = tuple(one for one in found if one.probability >= engine.thresholds.near)[:MOST_NEAR]
    return CheckAnswer(outcome="looks_like" if near else "unknown", found=near)


def _found(matches: tuple[Match, ...]) -> tuple[Found, ...]:
    """Return the matches with their rows; what is not public, or no more, is left out."""
    ids = {match.key: int(match.key.partition(":")[2]) for match in matches}
    rows = {fact.key: fact for fact in FactCheck.objects.public().filter(pk__in=ids.values())}
    return tuple(
        Found(
            fact_check=rows[match.key],
            probability=match.probability,
            by=match.by,
            shared=match.shared,
            differences=match.differences,
        )
        for match in matches
        if match.key in rows
    )


def _count(answer: CheckAnswer) -> None:
    """Count the check in the day's tally: by memory or by reading where known, and of which fact-check."""
    is_known = answer.outcome == "known"
    outcome = _OUTCOMES.get(answer.outcome, "memory" if answer.by == "memory" else "known")
    fact_check = answer.found[0].fact_check.pk if is_known else None
    with connection.cursor() as cursor:
        cursor.execute(_COUNT, [timezone.localdate(), outcome, fact_check])
