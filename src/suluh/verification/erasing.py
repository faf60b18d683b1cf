"""Erasing what citizens sent, for all desks, and for who asks it of one number."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from suluh.foundation import tenancy
from suluh.foundation.clock import now
from suluh.verification.actions.erase_questions import erase_question, erase_questions, questions_over
from suluh.verification.models import Desk, Question


@dataclass(frozen=True, kw_only=True)
class Kept:
    """How many questions of a desk have their words still, and for how many of them the time is over."""

    office: str
    kept: int
    over: int
    days: int


def what_is_kept(*, at: datetime | None = None) -> list[Kept]:
    """Return what is kept at every desk."""
    with tenancy.whole_house(reason="the operator asks how much of what citizens sent is kept at every desk"):
        return [
            Kept(
                office=desk.office.name,
                kept=Question.objects.filter(office_id=desk.office_id, erased_at__isnull=True).count(),
                over=questions_over(desk, at=at or now()).count(),
                days=desk.days_to_keep,
            )
            for desk in Desk.objects.select_related("office").order_by("office__name")
        ]


def erase_what_is_over(*, at: datetime | None = None) -> int:
    """Erase at every desk what its time is over for. Returns how many questions lost their words."""
    moment = at or now()
    with tenancy.whole_house(reason="what citizens sent is erased on time at every desk, open or closed"):
        desks = [desk for desk in Desk.objects.order_by("pk") if questions_over(desk, at=moment).exists()]
    return sum(_erase_at(desk, at=moment) for desk in desks)


def _erase_at(desk: Desk, *, at: datetime) -> int:
    erased = 0
    with tenancy.acting(office=desk.office_id):
        while questions_over(desk, at=at).exists():
            done = erase_questions(desk, at=at)
            erased += done
            if done == 0:  # another process holds them, and erases them
                break
    return erased


def erase_by_number(number: str) -> bool:
    """Erase what was sent under a number; its answer stays. Returns whether there is such a number."""
    with tenancy.whole_house(reason="a citizen's number is the right to have that one question erased"):
        question = Question.objects.filter(number=number).first()
    if question is None:
        return False
    with tenancy.acting(office=question.office_id):
        erase_question(question, at=now())
    return True
