"""Correct a public fact-check in public: proposed by one checker, made by another. Take one from view and back."""

from __future__ import annotations

from dataclasses import dataclass

from suluh.agencies import api as agencies
from suluh.foundation import audit
from suluh.foundation.clock import now
from suluh.foundation.language import lazy as _
from suluh.verification import events, scales
from suluh.verification.models import FactCheck, FactCheckCorrection
from suluh.verification.refusals import NothingChanged, NotPublic, OwnVerdict
from suluh.verification.states import FactCheckStates
from suluh.verification.working import held_fact_check, said

_LONGEST_REASON, _LONGEST_NOTE = 600, 500


@dataclass(frozen=True, kw_only=True)
class NewCorrection:
    """The verdict's slug and the reason as they should be, and what the public is told about the change."""

    verdict: str
    reason: str
    public_note: str


@audit.action("verification.propose_correction")
def propose_correction(fact_check: FactCheck, *, correction: NewCorrection, by: agencies.Member) -> FactCheckCorrection:
    """Propose to correct the office's own public fact-check."""
    fact_check = held_fact_check(fact_check, by=by)
    if fact_check.state != "published":
        raise NotPublic(_("Only a published fact-check can be corrected."))
    verdict = scales.scale().verdict(correction.verdict).slug
    reason = said(correction.reason, longest=_LONGEST_REASON)
    if (verdict, reason) == (fact_check.verdict, fact_check.reason):
        raise NothingChanged(_("The correction says the same as the published fact-check."))
    if FactCheckCorrection.objects.filter(fact_check=fact_check, confirmed_by=None, is_dropped=False).exists():
        raise NothingChanged(_("A correction is proposed already. Confirm it or turn it down first."))
    made = FactCheckCorrection.objects.create(
        office_id=by.office_id,
        fact_check=fact_check,
        before=fact_check.verdict,
        verdict=verdict,
        reason=reason,
        public_note=said(correction.public_note, longest=_LONGEST_NOTE),
        proposed_by=by.user,
    )
    _note("verification.propose_correction", fact_check=fact_check, by=by, verdict=verdict)
    return made


@audit.action("verification.confirm_correction")
def confirm_correction(correction: FactCheckCorrection, *, by: agencies.Member) -> FactCheck:
    """Put a correction out: the page, its data and everybody's answer say the corrected verdict from now on."""
    fact_check = held_fact_check(correction.fact_check, by=by)
    correction = _open_one(correction)
    if correction.proposed_by_id == by.user_id:
        raise OwnVerdict(_("You proposed this correction, so another checker must confirm it."))
    if fact_check.state != "published":
        raise NotPublic(_("Only a published fact-check can be corrected."))
    at = now()
    correction.before, correction.confirmed_by, correction.confirmed_at = fact_check.verdict, by.user, at
    correction.save(update_fields=["before", "confirmed_by", "confirmed_at"])
    fact_check.verdict, fact_check.reason, fact_check.changed_at = correction.verdict, correction.reason, at
    fact_check.save(update_fields=["verdict", "reason", "changed_at"])
    _note(
        "verification.confirm_correction",
        fact_check=fact_check,
        by=by,
        public_note=correction.public_note,
        **{"from": correction.before, "to": correction.verdict},
    )
    _tell(fact_check)
    return fact_check


@audit.action("verification.drop_correction")
def drop_correction(correction: FactCheckCorrection, *, reason: str, by: agencies.Member) -> FactCheckCorrection:
    """Turn a proposed correction down, or take one's own back."""
    fact_check = held_fact_check(correction.fact_check, by=by)
    correction = _open_one(correction)
    correction.is_dropped = True
    correction.save(update_fields=["is_dropped"])
    why = said(reason, longest=_LONGEST_NOTE)
    _note("verification.drop_correction", fact_check=fact_check, by=by, reason=why)
    return correction


@audit.action("verification.withdraw_fact_check")
def withdraw_fact_check(fact_check: FactCheck, *, public_note: str, by: agencies.Member) -> FactCheck:
    """Take a public fact-check from view at once: it answers nobody any more; its page says why."""
    fact_check = held_fact_check(fact_check, by=by)
    FactCheckStates.check_move(fact_check.state, to="withdrawn")
    fact_check.state, fact_check.withdrawn_by, fact_check.changed_at = "withdrawn", by.user, now()
    fact_check.withdrawn_because = said(public_note, longest=_LONGEST_NOTE)
    fact_check.save(update_fields=["state", "withdrawn_by", "withdrawn_because", "changed_at"])
    _note("verification.withdraw_fact_check", fact_check=fact_check, by=by, public_note=fact_check.withdrawn_because)
    _tell(fact_check)
    return fact_check


@audit.action("verification.restore_fact_check")
def restore_fact_check(fact_check: FactCheck, *, by: agencies.Member) -> FactCheck:
    """Bring a fact-check back that another checker took from view."""
    fact_check = held_fact_check(fact_check, by=by)
    FactCheckStates.check_move(fact_check.state, to="published")
    if fact_check.state != "withdrawn":
        raise NotPublic(_("A proposed verdict is confirmed on its claim."))
    if fact_check.withdrawn_by_id == by.user_id:
        raise OwnVerdict(_("You took this fact-check from view, so another checker must bring it back."))
    fact_check.state, fact_check.withdrawn_by, fact_check.withdrawn_because = "published", None, ""
    fact_check.changed_at = now()
    fact_check.save(update_fields=["state", "withdrawn_by", "withdrawn_because", "changed_at"])
    _note("verification.restore_fact_check", fact_check=fact_check, by=by)
    _tell(fact_check)
    return fact_check


def _open_one(correction: FactCheckCorrection) -> FactCheckCorrection:
    correction = FactCheckCorrection.objects.select_for_update().get(pk=correction.pk)
    if correction.is_dropped or correction.confirmed_by_id is not None:
        raise NothingChanged(_("This correction is settled already."))
    return correction


def _tell(fact_check: FactCheck) -> None:
    events.verdict_corrected.tell(fact_check=fact_check.pk, office=fact_check.office_id)


def _note(what: str, *, fact_check: FactCheck, by: agencies.Member, **detail: str) -> None:
    audit.record(what, subject=fact_check, office=fact_check.office_id, by=by.user_id, detail=detail)
