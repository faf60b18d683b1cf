"""One fact-check of the office after it was published: its debunk, its corrections, taking it from view and back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from suluh.agencies import api as agencies
from suluh.agencies.api import needs
from suluh.foundation.errors import Refusal
from suluh.foundation.language import lazy
from suluh.verification import api as verification
from suluh.web.checks.claim_page import HISTORY_SHOWN, SHORT_REASON
from suluh.web.checks.reading import NotUnderstood, number_in
from suluh.web.checks.verbs import Done
from suluh.web.desk.asked import words_in

_MOST_CLAIMS = 50

Verb = Callable[[HttpRequest, verification.FactCheck, agencies.Member], Done]


@needs("verification.check")
def own_fact_check(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the office's own fact-check, or carry out what a button says; a refusal keeps what was typed."""
    fact = _own(request, pk=pk)
    member = agencies.current_member(request)
    refusal: Refusal | None = None
    if request.method == "POST":
        try:
            done = _carried_out(request, fact=fact, by=member)
        except Refusal as error:
            refusal, fact = error, _own(request, pk=pk)
        else:
            messages.success(request, done.said)
            return redirect(done.url) if done.url else redirect("own_fact_check", pk=pk)
    context = _context(fact, member=member) | {"refusal": refusal, "typed": request.POST if refusal else QueryDict()}
    return render(request, "desk/checks/fact_check.html", context, status=refusal.status if refusal else 200)


def _own(request: HttpRequest, *, pk: int) -> verification.FactCheck:
    office = agencies.current_member(request).office
    own = verification.FactCheck.objects.of(office).select_related(
        "office", "source", "story", "proposed_by", "confirmed_by", "withdrawn_by"
    )
    return get_object_or_404(own, pk=pk)


def _context(fact: verification.FactCheck, *, member: agencies.Member) -> dict[str, Any]:
    corrections = list(fact.corrections.select_related("proposed_by", "confirmed_by").order_by("-pk"))
    waiting = next((one for one in corrections if one.confirmed_by_id is None and not one.is_dropped), None)
    return {
        "fact": fact,
        "waiting": waiting,
        "is_own_correction": waiting is not None and waiting.proposed_by_id == member.user_id,
        "corrections": [one for one in corrections if one.confirmed_by_id is not None],
        "claims": fact.claims.filter(office=fact.office).order_by("-answered_at", "-pk")[:_MOST_CLAIMS],
        "scale": verification.scale().all(),
        "short_reason": SHORT_REASON,
        "may_restore": fact.state == "withdrawn" and fact.withdrawn_by_id != member.user_id,
        "may_write": member.may("content.write"),
        "history": agencies.journal_about(fact, office=member.office, most=HISTORY_SHOWN),
    }


def _carried_out(request: HttpRequest, *, fact: verification.FactCheck, by: agencies.Member) -> Done:
    do = request.POST.get("do", "")
    if do not in _VERBS:
        raise NotUnderstood(lazy("Choose what is to happen with this fact-check."))
    return _VERBS[do](request, fact, by)


def _debunk(request: HttpRequest, fact: verification.FactCheck, by: agencies.Member) -> Done:
    story = verification.write_debunk(fact, by=by)
    return Done(said=_("The debunk is begun from the fact-check."), url=reverse("story_edit", args=[story.pk]))


def _propose(request: HttpRequest, fact: verification.FactCheck, by: agencies.Member) -> Done:
    correction = verification.NewCorrection(
        verdict=words_in(request.POST, name="verdict", most=30),
        reason=words_in(request.POST, name="reason", most=600),
        public_note=words_in(request.POST, name="public_note"),
    )
    verification.propose_correction(fact, correction=correction, by=by)
    return Done(said=_("The correction is proposed. A second checker puts it out."))


def _confirm(request: HttpRequest, fact: verification.FactCheck, by: agencies.Member) -> Done:
    verification.confirm_correction(_waiting(request, fact), by=by)
    return Done(said=_("The correction is out: everybody who asked reads the corrected verdict."))


def _drop(request: HttpRequest, fact: verification.FactCheck, by: agencies.Member) -> Done:
    verification.drop_correction(_waiting(request, fact), reason=words_in(request.POST, name="reason"), by=by)
    return Done(said=_("The correction is dropped."))


def _withdraw(request: HttpRequest, fact: verification.FactCheck, by: agencies.Member) -> Done:
    verification.withdraw_fact_check(fact, public_note=words_in(request.POST, name="public_note"), by=by)
    return Done(said=_("Taken from view. Its page says why."))


def _restore(request: HttpRequest, fact: verification.FactCheck, by: agencies.Member) -> Done:
    verification.restore_fact_check(fact, by=by)
    return Done(said=_("The fact-check is public again."))


def _waiting(request: HttpRequest, fact: verification.FactCheck) -> verification.FactCheckCorrection:
    """Return the correction that the form shows, where it still waits."""
    pk = number_in(request, name="correction")
    found = fact.corrections.filter(pk=pk, confirmed_by=None, is_dropped=False).first()
    if found is None:
        raise NotUnderstood(lazy("No correction waits: another checker settled it."))
    return found


_VERBS: dict[str, Verb] = {
    "debunk": _debunk,
    "propose-correction": _propose,
    "confirm-correction": _confirm,
    "drop-correction": _drop,
    "withdraw": _withdraw,
    "restore": _restore,
}
