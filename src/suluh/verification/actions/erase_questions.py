"""Erases what citizens sent."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import partial

from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import Q, QuerySet

from suluh.foundation.audit import action, record
from suluh.verification.models import Claim, Desk, Question
from suluh.verification.scrubbing import ERASED
from suluh.verification.sketching import sketch

# What nobody answered is not kept for ever either.
DAYS_WITHOUT_ANSWER = 90
_BATCH = 500


@action("verification.erase_questions")
def erase_questions(desk: Desk, *, at: datetime) -> int:
    """Erase what citizens sent to a desk and its time is over: so many days after the answer, or 90 without one.

    Numbers, times and answers stay, so that the number still opens the answer. Returns how many were erased; at most
    500 at once.
    """
    over = dict(questions_over(desk, at=at).order_by("asked_at").values_list("pk", "claim")[:_BATCH])
    claims = _held(over.values())
    found = list(questions_over(desk, at=at).filter(pk__in=over).select_for_update(skip_locked=True).order_by("pk"))
    for question in found:
        _erase(question, at=at)
    for claim in claims:
        _erase_card(claim)
    detail = {"questions": len(found), "days": desk.days_to_keep}
    record("verification.erase_questions", subject=desk, office=desk.office_id, by=None, detail=detail)
    return len(found)


def questions_over(desk: Desk, *, at: datetime) -> QuerySet[Question]:
    """Return the desk's questions whose words should be kept no more."""
    answered = at - timedelta(days=desk.days_to_keep)
    asked = at - timedelta(days=max(DAYS_WITHOUT_ANSWER, desk.days_to_keep))
    over = Q(answered_at__lte=answered) | Q(answered_at__isnull=True, asked_at__lte=asked)
    return Question.objects.filter(over, office_id=desk.office_id, erased_at__isnull=True)


@action("verification.erase_question")
def erase_question(question: Question, *, at: datetime) -> Question:
    """Erase at once what was sent under a number: whoever sent it asked for that. Erased twice is erased once."""
    claims = _held([question.claim_id])
    kept = Question.objects.select_for_update().get(pk=question.pk)
    if kept.erased_at is None:
        _erase(kept, at=at)
    for claim in claims:
        _erase_card(claim)
    record("verification.erase_question", subject=kept, office=kept.office_id, by=None)
    return kept


def _erase(question: Question, *, at: datetime) -> None:
    if picture := question.sealed_picture.name:
        transaction.on_commit(partial(default_storage.delete, picture))
    question.sealed_text, question.sealed_picture, question.erased_at = b"", "", at
    question.save(update_fields=["sealed_text", "sealed_picture", "erased_at"])


def _held(claims: Iterable[int | None]) -> list[Claim]:
    """Return the claims, held before their questions are, as every verb of the desk holds them."""
    wanted = {claim for claim in claims if claim is not None}
    return list(Claim.objects.select_for_update(of=("self",)).filter(pk__in=wanted).order_by("pk"))


def _erase_card(claim: Claim) -> None:
    """Take a citizen's words off the card once nothing sent with them is kept; a checker's own words stay."""
    is_sent = list(sketch(claim.text)) == claim.sketch
    if is_sent and not claim.questions.filter(erased_at__isnull=True).exists():
        claim.text = claim.fact_check.title if claim.fact_check is not None else ERASED
        claim.save(update_fields=["text"])
