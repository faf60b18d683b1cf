"""How far a question is, told to whoever has its number: never what was asked, by whom, or who works on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from django.db.models import Prefetch, prefetch_related_objects

from suluh.foundation import tenancy
from suluh.verification.models import Claim, FactCheck, FactCheckCorrection, Question

Standing = Literal["waiting", "checking", "answered", "withdrawn", "closed"]
_MOST_MERGES = 8


@dataclass(frozen=True, kw_only=True)
class Progress:
    """What the page of a number shows. ``fact_check`` with its ``told_corrections`` where there is an answer.

    ``standing``: waiting (nobody took it up yet), checking, answered, withdrawn (answered, but the answer was taken
    back), closed (no verdict, ``reason`` says why). ``is_erased``: what was sent is kept no more.
    """

    number: str
    standing: Standing
    office: str
    asked_at: datetime
    due_at: datetime | None
    answered_at: datetime | None
    fact_check: FactCheck | None
    reason: str
    is_erased: bool

    @property
    def corrections(self) -> list[FactCheckCorrection]:
        """The public corrections of the answer, the newest first."""
        return list(getattr(self.fact_check, "told_corrections", []))


def progress_of(number: str) -> Progress | None:
    """Return how far the question with this number is, or None where there is none such."""
    with tenancy.whole_house(reason="a citizen's number is the right to see how far that one question is"):
        question = Question.objects.select_related("office", "claim", "fact_check__office", "fact_check__source")
        found = question.filter(number=number).first()
        if found is None:
            return None
        claim = _standing_for(found.claim)
        if found.fact_check is not None:
            made = FactCheckCorrection.objects.filter(confirmed_by__isnull=False).order_by("-confirmed_at")
            prefetch_related_objects([found.fact_check], Prefetch("corrections", made, to_attr="told_corrections"))
    return Progress(
        number=found.number,
        standing=_standing(found, claim=claim),
        office=found.office.name,
        asked_at=found.asked_at,
        due_at=claim.due_at if claim and found.answered_at is None else None,
        answered_at=found.answered_at,
        fact_check=found.fact_check,
        reason=claim.closed_because if claim and found.fact_check is None else "",
        is_erased=found.erased_at is not None,
    )


def _standing_for(claim: Claim | None) -> Claim | None:
    """Return the claim that a claim was merged into at last."""
    for _merge in range(_MOST_MERGES):
        if claim is None or claim.merged_into is None:
            break
        claim = claim.merged_into
    return claim


def _standing(question: Question, *, claim: Claim | None) -> Standing:
    if question.fact_check is not None and question.answered_at is not None:
        return "withdrawn" if question.fact_check.state == "withdrawn" else "answered"
    if question.answered_at is not None or (claim is not None and claim.state == "closed"):
        return "closed"
    return "waiting" if claim is None or claim.state == "open" else "checking"
