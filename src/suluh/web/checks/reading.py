"""What the forms of a claim's page say, parsed once into the values that actions take."""

from __future__ import annotations

from datetime import date

from django.db.models import Q
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from suluh.agencies import api as agencies
from suluh.foundation.errors import Refusal
from suluh.foundation.language import lazy as _
from suluh.verification import api as verification
from suluh.web.desk.asked import words_in

LARGEST_COPY = 10_000_000
# PostgreSQL's largest number of a column.
_LARGEST = 2_147_483_647


class NotUnderstood(Refusal):
    """A field that cannot be read: a number, a day, a choice."""

    code = "web.E150"


class ChangedMeanwhile(Refusal):
    """Another person took or decided the claim while this page stood open."""

    code = "web.E151"
    status = 409


class CopyTooLarge(Refusal):
    """A file of evidence that is larger than the desk keeps."""

    code = "web.E152"


def own_claim(request: HttpRequest, *, pk: int) -> verification.Claim:
    """Return the office's claim. Raises ``Http404`` for one of another office."""
    office = agencies.current_member(request).office
    claims = verification.Claim.objects.of(office).select_related(
        "office",
        "assigned_to",
        "merged_into",
        "fact_check__office",
        "fact_check__source",
        "fact_check__story",
        "fact_check__proposed_by",
        "fact_check__confirmed_by",
    )
    return get_object_or_404(claims, pk=pk)


def seen_of(claim: verification.Claim) -> str:
    """Return how the claim stands, its proposed words included, for a form to say what its reader saw."""
    words = claim.fact_check.change if claim.state == "proposed" and claim.fact_check else ""
    return f"{claim.state}:{claim.assigned_to_id or ''}:{words}"


def check_seen(request: HttpRequest, *, claim: verification.Claim, by: agencies.Member) -> None:
    """Do nothing where the claim stands as the page showed it, or in the own hands. Raises ``ChangedMeanwhile``."""
    seen = request.POST.get("seen", "")
    is_own = claim.state == "checking" and claim.assigned_to_id == by.user_id
    if not seen or seen == seen_of(claim) or (is_own and seen.startswith(("open:", "checking:"))):
        return
    who = claim.assigned_to.name if claim.assigned_to else ""
    state = verification.ClaimStates.table[claim.state].label
    if who:
        raise ChangedMeanwhile(
            _("%(who)s has this claim now, and its state is “%(state)s”. What you typed is still here.")
            % {"who": who, "state": state}
        )
    raise ChangedMeanwhile(
        _("The claim was changed while you looked at it: its state is “%(state)s”. What you typed is still here.")
        % {"state": state}
    )


def number_in(request: HttpRequest, *, name: str, most: int = _LARGEST) -> int:
    """Return a whole number of a form; its figures may be parted by dots, as people write them."""
    typed = request.POST.get(name, "").strip().replace(".", "").replace(" ", "")
    if not (typed.isascii() and typed.isdigit() and len(typed) <= len(str(_LARGEST))) or int(typed) > most:
        raise NotUnderstood(_("Write a whole number without a unit, such as 20000."))
    return int(typed)


def day_in(request: HttpRequest, *, name: str) -> date | None:
    """Return the day of a form, None where it is empty."""
    typed = request.POST.get(name, "").strip()
    try:
        return date.fromisoformat(typed) if typed else None
    except ValueError:
        raise NotUnderstood(_("Choose a day.")) from None


def member_in(request: HttpRequest, *, name: str) -> agencies.Member:
    """Return the member of the office that a form names."""
    office = agencies.current_member(request).office
    found = agencies.Member.objects.of_office(office).filter(pk=number_in(request, name=name)).first()
    if found is None:
        raise NotUnderstood(_("Choose who is to check this claim."))
    return found


def fact_check_in(request: HttpRequest) -> verification.FactCheck:
    """Return the fact-check that a form names: a public one, or the office's own."""
    office = agencies.current_member(request).office
    seen = verification.FactCheck.objects.filter(Q(state="published") | Q(office=office))
    return get_object_or_404(seen, pk=number_in(request, name="fact_check"))


def claim_in(request: HttpRequest) -> verification.Claim:
    """Return the other claim that a form names, one of the same office."""
    office = agencies.current_member(request).office
    return get_object_or_404(verification.Claim.objects.of(office), pk=number_in(request, name="other"))


def verdict_in(request: HttpRequest) -> verification.NewVerdict:
    """Return the verdict that a form proposes."""
    return verification.NewVerdict(
        title=words_in(request.POST, name="title").strip(),
        verdict=words_in(request.POST, name="verdict", most=30),
        reason=words_in(request.POST, name="reason", most=600).strip(),
        review=words_in(request.POST, name="review", most=20_000).strip(),
        appeared=words_in(request.POST, name="appeared").strip(),
        first_seen_on=day_in(request, name="first_seen_on"),
        links=tuple(line.strip() for line in words_in(request.POST, name="links", most=10_000).split() if line.strip()),
        language="en" if request.POST.get("language") == "en" else "id",
    )


def evidence_in(request: HttpRequest) -> verification.NewEvidence:
    """Return the evidence that a form adds: an address, a file, or both, and what it shows."""
    file = request.FILES.get("file")
    if file is not None and (file.size or 0) > LARGEST_COPY:
        raise CopyTooLarge(_("The file is larger than 10 MB. Send a smaller one, or its address."))
    return verification.NewEvidence(
        note=words_in(request.POST, name="note").strip(),
        link=words_in(request.POST, name="link", most=1000).strip(),
        name=(file.name or "") if file else "",
        data=file.read() if file else b"",
    )
