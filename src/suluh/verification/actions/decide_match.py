"""Decide about a sentence of an own story that looks like a known hoax."""

from __future__ import annotations

from suluh.agencies import api as agencies
from suluh.content import api as content
from suluh.foundation import audit
from suluh.foundation.clock import now
from suluh.foundation.language import lazy as _
from suluh.verification.models import StoryMatch
from suluh.verification.refusals import OwnVerdict
from suluh.verification.states import StoryMatchStates
from suluh.verification.working import CHECK, said

_LONGEST_REASON = 500


@audit.action("verification.clear_match")
def clear_match(match: StoryMatch, *, reason: str, by: agencies.Member) -> StoryMatch:
    """Say that the sentence is not the hoax: it no longer holds the story back."""
    return _decide(match, to="cleared", reason=reason, by=by)


@audit.action("verification.confirm_match")
def confirm_match(match: StoryMatch, *, reason: str, by: agencies.Member) -> StoryMatch:
    """Say that the sentence is the hoax: the story goes out only without it."""
    return _decide(match, to="confirmed", reason=reason, by=by)


def _decide(match: StoryMatch, *, to: str, reason: str, by: agencies.Member) -> StoryMatch:
    agencies.check_right(by, right=CHECK)
    match = StoryMatch.objects.select_for_update().get(pk=match.pk, office_id=by.office_id)
    if by.user_id in content.writers_of(match.story):
        raise OwnVerdict(_("You wrote part of this story, so another checker must decide about it."))
    StoryMatchStates.check_move(match.state, to=to)
    before, match.state = match.state, to
    match.decided_by, match.decided_at = by.user, now()
    match.reason = said(reason, longest=_LONGEST_REASON)
    match.save(update_fields=["state", "decided_by", "decided_at", "reason"])
    audit.record(
        "verification.clear_match" if to == "cleared" else "verification.confirm_match",
        subject=match.story,
        office=match.office_id,
        by=by.user_id,
        detail={"from": before, "to": to, "reason": match.reason, "fact_check": match.fact_check_id},
    )
    return match
