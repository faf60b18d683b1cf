"""A verdict: proposed by one checker, confirmed or sent back by another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.text import slugify

from suluh.agencies import api as agencies
from suluh.content.blocks import seen
from suluh.foundation import audit
from suluh.foundation.clock import now
from suluh.foundation.language import lazy as _
from suluh.verification import events, scales
from suluh.verification.answering import answer_questions, remember
from suluh.verification.models import Claim, FactCheck
from suluh.verification.refusals import NotSaid, OwnVerdict
from suluh.verification.states import FactCheckStates
from suluh.verification.working import checked_link, held, move, note, said

_LONGEST_TITLE, _LONGEST_REASON, _LONGEST_PLACE = 500, 600, 500
_LONGEST_REVIEW, _MOST_LINKS = 50_000, 30


@dataclass(frozen=True, kw_only=True)
class NewVerdict:
    """What a checker found: the claim in one sentence, the verdict's slug, the reason in one sentence, the rest."""

    title: str
    verdict: str
    reason: str
    review: str = ""
    appeared: str = ""
    first_seen_on: date | None = None
    link: str = ""
    links: tuple[str, ...] = ()
    language: str = "id"


@audit.action("verification.propose_verdict")
def propose_verdict(claim: Claim, *, verdict: NewVerdict, by: agencies.Member) -> FactCheck:
    """Propose a verdict; another checker confirms it. Proposing again after it came back goes on in the same row."""
    claim = held(claim, by=by)
    if claim.state == "open":
        move(claim, to="checking")
        claim.assigned_to = by.user
    before = move(claim, to="proposed")
    fact_check = _draft_of(claim)
    fact_check.state = "proposed"
    _write(fact_check, verdict=verdict)
    fact_check.proposed_by, fact_check.confirmed_by = by.user, None
    fact_check.save()
    claim.fact_check = fact_check
    claim.save(update_fields=["state", "assigned_to", "fact_check"])
    note(
        "verification.propose_verdict",
        claim=claim,
        by=by,
        verdict=verdict.verdict,
        **{"from": before, "to": claim.state},
    )
    return fact_check


@audit.action("verification.confirm_verdict")
def confirm_verdict(claim: Claim, *, by: agencies.Member) -> FactCheck:
    """Confirm another checker's verdict: it becomes public, everybody who asked is answered, the messages are kept.

    Raises ``OwnVerdict`` for who proposed it.
    """
    claim = held(claim, by=by)
    before = move(claim, to="answered")
    fact_check = _proposed(claim)
    if fact_check.proposed_by_id == by.user_id:
        raise OwnVerdict(_("You proposed this verdict, so another checker must confirm it."))
    FactCheckStates.check_move(fact_check.state, to="published")
    at = now()
    fact_check.state, fact_check.confirmed_by = "published", by.user
    fact_check.published_at = fact_check.changed_at = at
    fact_check.checked_on = timezone.localdate(at)
    fact_check.save()
    settle(claim, fact_check=fact_check, by=by)
    note(
        "verification.confirm_verdict",
        claim=claim,
        by=by,
        verdict=fact_check.verdict,
        **{"from": before, "to": claim.state},
    )
    events.verdict_published.tell(fact_check=fact_check.pk, office=claim.office_id)
    return fact_check


@audit.action("verification.send_back")
def send_back(claim: Claim, *, reason: str, by: agencies.Member) -> Claim:
    """Send a proposed verdict back, with a reason. Who proposed it may take it back in the same way."""
    claim = held(claim, by=by)
    fact_check = _proposed(claim)
    before = move(claim, to="checking")
    FactCheckStates.check_move(fact_check.state, to="dropped")
    fact_check.state = "dropped"
    fact_check.save(update_fields=["state"])
    claim.save(update_fields=["state"])
    why = said(reason, longest=_LONGEST_REASON)
    note("verification.send_back", claim=claim, by=by, reason=why, **{"from": before, "to": claim.state})
    return claim


def settle(claim: Claim, *, fact_check: FactCheck, by: agencies.Member) -> None:
    """Give the claim its fact-check, answer who asked, keep the messages. Part of an action, after the move."""
    at = now()
    claim.fact_check, claim.answered_at = fact_check, at
    claim.first_answer_at = claim.first_answer_at or at
    claim.save(update_fields=["state", "fact_check", "answered_at", "first_answer_at"])
    answer_questions(claim, fact_check=fact_check, at=at)
    remember(claim, fact_check=fact_check, by=by.user_id)


def _draft_of(claim: Claim) -> FactCheck:
    """Return the office's own row that came back, or a new one."""
    before = claim.fact_check
    if before is not None and before.office_id == claim.office_id and before.state == "dropped":
        return before
    return FactCheck(office_id=claim.office_id)


def _proposed(claim: Claim) -> FactCheck:
    proposed = FactCheck.objects.select_for_update().filter(office_id=claim.office_id, claims=claim)
    found = proposed.first()
    if found is None:
        raise NotSaid(_("No verdict is proposed for this claim yet."))
    return found


def _write(fact_check: FactCheck, *, verdict: NewVerdict) -> None:
    fact_check.title = said(verdict.title, longest=_LONGEST_TITLE)
    fact_check.slug = slugify(fact_check.title)[:80].strip("-")
    fact_check.verdict = scales.scale().verdict(verdict.verdict).slug
    fact_check.reason = said(verdict.reason, longest=_LONGEST_REASON)
    fact_check.review = seen(verdict.review).strip()[:_LONGEST_REVIEW]
    fact_check.appeared = " ".join(seen(verdict.appeared).split())[:_LONGEST_PLACE]
    fact_check.first_seen_on = verdict.first_seen_on
    fact_check.link = checked_link(verdict.link)
    fact_check.links = [checked_link(link) for link in verdict.links[:_MOST_LINKS] if link.strip()]
    fact_check.language = verdict.language[:5]
    fact_check.changed_at = now()
