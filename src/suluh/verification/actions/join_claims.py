"""Make two claims one, or take questions out of a claim into one of their own."""

from __future__ import annotations

from collections.abc import Sequence

from suluh.agencies import api as agencies
from suluh.foundation import audit
from suluh.foundation.clock import now
from suluh.foundation.language import lazy as _
from suluh.verification.answering import answer_questions, forget, readable, remember
from suluh.verification.models import Claim, Question
from suluh.verification.refusals import CannotJoin
from suluh.verification.sketching import sketch
from suluh.verification.states import WAITING
from suluh.verification.working import fresh_due, held, move, note, recount

_LONGEST_CLAIM = 5_000


@audit.action("verification.merge_claims")
def merge_claims(claim: Claim, *, into: Claim, by: agencies.Member) -> Claim:
    """Make ``claim`` a part of another one, which is returned: its questions get that one's answer."""
    # Held in one order: two mergings at once wait, and never for each other.
    first, second = sorted((claim.pk, into.pk))
    rows = {pk: held(Claim(pk=pk), by=by) for pk in (first, second)}
    claim, into = rows[claim.pk], rows[into.pk]
    if claim.pk == into.pk or into.state == "merged":
        raise CannotJoin(_("Choose another claim of your desk, one that is not itself part of a further one."))
    before = move(claim, to="merged")
    claim.merged_into, claim.assigned_to = into, None
    claim.save(update_fields=["state", "merged_into", "assigned_to"])
    Claim.objects.filter(merged_into=claim).update(merged_into=into)
    into.last_asked_at = max(into.last_asked_at, claim.last_asked_at)
    into.first_asked_at = min(into.first_asked_at, claim.first_asked_at)
    into.due_at = min(into.due_at, claim.due_at)
    into.harm, into.reach = max(into.harm, claim.harm), max(into.reach, claim.reach)
    into.save(update_fields=["last_asked_at", "first_asked_at", "due_at", "harm", "reach"])
    recount(into)
    if into.state not in WAITING:
        answer_questions(into, fact_check=into.fact_check, at=now())
    if into.fact_check is not None and into.state == "answered":
        remember(into, fact_check=into.fact_check, by=by.user_id)
    note("verification.merge_claims", claim=claim, by=by, into=into.pk, **{"from": before, "to": claim.state})
    return into


@audit.action("verification.split_claim")
def split_claim(claim: Claim, *, questions: Sequence[Question], by: agencies.Member) -> Claim:
    """Open a new claim of some of a claim's questions, which wait again where they were answered; return it."""
    claim = held(claim, by=by)
    chosen = list(claim.every_question().filter(pk__in=[question.pk for question in questions]).order_by("asked_at"))
    if not chosen or len(chosen) == claim.every_question().count():
        raise CannotJoin(_("Choose some of the questions of this claim, but not all of them."))
    words = next(filter(None, map(readable, chosen)), claim.text)[:_LONGEST_CLAIM]
    made = Claim.objects.create(
        office_id=claim.office_id,
        text=words,
        sketch=list(sketch(words)),
        first_asked_at=chosen[0].asked_at,
        last_asked_at=chosen[-1].asked_at,
        harm=claim.harm,
        due_at=fresh_due(claim),
    )
    moved = Question.objects.filter(pk__in=[question.pk for question in chosen])
    moved.update(claim=made, fact_check=None, answered_at=None)
    if claim.state == "answered" and claim.fact_check is not None:
        forget(made, fact_check=claim.fact_check)
        remember(claim, fact_check=claim.fact_check, by=by.user_id)
    for counted in (*Claim.objects.filter(merged_into=claim), claim, made):
        recount(counted)
    note("verification.split_claim", claim=claim, by=by, into=made.pk, questions=len(chosen))
    return made
