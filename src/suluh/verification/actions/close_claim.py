"""Close what cannot be checked, and take up again what was answered or closed."""

from __future__ import annotations

from suluh.agencies import api as agencies
from suluh.foundation import audit
from suluh.foundation.clock import now
from suluh.verification.answering import answer_questions, forget, remember, take_answers_back
from suluh.verification.models import Claim
from suluh.verification.working import fresh_due, held, move, note, recount, said

_LONGEST_REASON = 300
# Where a claim goes on when it is taken up again.
_GOES_ON = {"answered": "checking"}


@audit.action("verification.close_claim")
def close_claim(claim: Claim, *, reason: str, by: agencies.Member) -> Claim:
    """Close a claim without a verdict, as where nothing can be checked. Who asked reads the reason."""
    claim = held(claim, by=by)
    before = move(claim, to="closed")
    claim.closed_because = said(reason, longest=_LONGEST_REASON)
    claim.first_answer_at = claim.first_answer_at or now()
    claim.save(update_fields=["state", "closed_because", "first_answer_at"])
    answer_questions(claim, fact_check=None, at=now())
    note(
        "verification.close_claim",
        claim=claim,
        by=by,
        reason=claim.closed_because,
        **{"from": before, "to": claim.state},
    )
    return claim


@audit.action("verification.reopen_claim")
def reopen_claim(claim: Claim, *, reason: str, by: agencies.Member) -> Claim:
    """Take a claim up again: who asked waits again, and its messages leave the claim memory.

    A claim that was merged leaves the other one. A published fact-check stays as it is: it is corrected, or withdrawn.
    """
    claim = held(claim, by=by)
    why = said(reason, longest=_LONGEST_REASON)
    head = claim.merged_into
    before = move(claim, to=_GOES_ON.get(claim.state, "open"))
    if claim.fact_check is not None and before == "answered":
        forget(claim, fact_check=claim.fact_check)
    if head is not None and head.state == "answered" and head.fact_check is not None:
        forget(claim, fact_check=head.fact_check)  # it was answered as a part of the other
    claim.fact_check = claim.answered_at = claim.merged_into = claim.assigned_to = None
    claim.closed_because = ""
    claim.due_at = max(claim.due_at, fresh_due(claim))
    if claim.state == "checking":
        claim.assigned_to = by.user
    claim.save()
    take_answers_back(claim)
    if head is not None and head.state == "answered" and head.fact_check is not None:
        remember(head, fact_check=head.fact_check, by=by.user_id)
    for counted in filter(None, (claim, head)):
        recount(counted)
    note("verification.reopen_claim", claim=claim, by=by, reason=why, **{"from": before, "to": claim.state})
    return claim
