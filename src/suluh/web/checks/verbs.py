"""What the buttons of a claim's page do, as one table. Each calls one action of verification and says what was done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from suluh.agencies import api as agencies
from suluh.foundation.language import lazy
from suluh.verification import api as verification
from suluh.web.checks import reading
from suluh.web.desk.asked import words_in

Verb = Callable[[HttpRequest, verification.Claim, agencies.Member], "Done"]


@dataclass(frozen=True, kw_only=True)
class Done:
    """What was done, and where the person goes next; "" stays on the claim."""

    said: str
    url: str = ""


def carry_out(request: HttpRequest, *, claim: verification.Claim, by: agencies.Member) -> Done:
    """Do what the pressed button says. Raises ``Refusal`` of the action, or ``ChangedMeanwhile``."""
    do = request.POST.get("do", "")
    if do not in _VERBS:
        raise reading.NotUnderstood(lazy("Choose what is to happen with this claim."))
    if do not in _HARMLESS:
        reading.check_seen(request, claim=claim, by=by)
    return _VERBS[do](request, claim, by)


def _take(request: HttpRequest, claim: verification.Claim, by: agencies.Member) -> Done:
    verification.take_claim(claim, by=by)
    return Done(said=_("The claim is yours."))


def _take_over(request: HttpRequest, claim: verification.Claim, by: agencies.Member) -> Done:
    verification.assign_claim(claim, to=by, by=by)
    return Done(said=_("The claim is yours now."))


def _assign(request: HttpRequest, claim: verification.Claim, by: agencies.Member) -> Done:
    to = reading.member_in(request, name="member")
    verification.assign_claim(claim, to=to, by=by)
    return Done(said=_("%(who)s checks this claim now.") % {"who": to.user})


def _release(request: HttpRequest, claim: verification.Claim, by: agencies.Member) -> Done:
    verification.release_claim(claim, by=by)
    return Done(said=_("The claim waits for somebody again."))


def _weigh(request: HttpRequest, claim: verification.Claim, by: agencies.Member) -> Done:
    harm, reach = reading.number_in(request, name="harm", most=3), reading.number_in(request, name="reach")
    verification.weigh_claim(claim, harm=harm, reach=reach, by=by)
    return Done(said=_("Saved. The claim has its new place in the queue."))


def _word(request: HttpRequest, claim: verification.Claim, by: agencies.Member) -> Done:
    verification.word_claim(claim, text=words_in(request.POST, name="text", most=10_000), by=by)
    return Done(said=_("The words of the claim are changed."))


def _add_evidence(request: HttpRequest, claim: verification.Claim, by: agencies.Member) -> Done:
    verification.add_evidence(claim, evidence=reading.evidence_in(request), by=by)
    return Done(said=_("The evidence is added. A copy of its page is being kept."), url=_at(claim, place="bukti"))


def _archive_again(request: HttpRequest, claim: verification.Claim, by: agencies.Member) -> Done:
    evidence = get_object_or_404(claim.every_evidence(), pk=reading.number_in(request, name="evidence"))
    verification.archive_again(evidence, by=by)
    return Done(said=_("The copy is tried once more."), url=_at(claim, place="bukti"))


def _match(request: HttpRequest, claim: verification.Claim, by: agencies.Member) -> Done:
    verification.match_claim(claim, fact_check=reading.fact_check_in(request), by=by)
    return Done(said=_("Matched. Everybody who asked has the answer, and the next one gets it at once."))


def _merge(request: HttpRequest, claim: verification.Claim, by: agencies.Member) -> Done:
    other = reading.claim_in(request)
    verification.merge_claims(claim, into=other, by=by)
    return Done(said=_("Merged: this is the claim that goes on."), url=reverse("claim", args=[other.pk]))


def _swallow(request: HttpRequest, claim: verification.Claim, by: agencies.Member) -> Done:
    verification.merge_claims(reading.claim_in(request), into=claim, by=by)
    return Done(said=_("Merged into this claim."))


def _propose(request: HttpRequest, claim: verification.Claim, by: agencies.Member) -> Done:
    verification.propose_verdict(claim, verdict=reading.verdict_in(request), by=by)
    return Done(said=_("Proposed. A second checker confirms it; then everybody who asked has the answer."))


def _confirm(request: HttpRequest, claim: verification.Claim, by: agencies.Member) -> Done:
    verification.confirm_verdict(claim, by=by)
    return Done(said=_("Confirmed and published. Everybody who asked has the answer."))


def _send_back(request: HttpRequest, claim: verification.Claim, by: agencies.Member) -> Done:
    verification.send_back(claim, reason=words_in(request.POST, name="reason"), by=by)
    return Done(said=_("Sent back to who proposed it."))


def _close(request: HttpRequest, claim: verification.Claim, by: agencies.Member) -> Done:
    verification.close_claim(claim, reason=words_in(request.POST, name="reason", most=300), by=by)
    return Done(said=_("Closed. Who asked reads your reason."))


def _reopen(request: HttpRequest, claim: verification.Claim, by: agencies.Member) -> Done:
    verification.reopen_claim(claim, reason=words_in(request.POST, name="reason"), by=by)
    return Done(said=_("The claim is open again."))


def _at(claim: verification.Claim, *, place: str) -> str:
    return f"{reverse('claim', args=[claim.pk])}#{place}"


# They spoil nothing where another changed the claim meanwhile.
_HARMLESS = frozenset({"weigh", "word", "add-evidence", "archive-again"})
_VERBS: dict[str, Verb] = {
    "take": _take,
    "take-over": _take_over,
    "assign": _assign,
    "release": _release,
    "weigh": _weigh,
    "word": _word,
    "add-evidence": _add_evidence,
    "archive-again": _archive_again,
    "match": _match,
    "merge": _merge,
    "swallow": _swallow,
    "propose": _propose,
    "confirm": _confirm,
    "send-back": _send_back,
    "close": _close,
    "reopen": _reopen,
}
