"""What waits for a checker, for the desk's first page."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import ngettext

from suluh.agencies import api as agencies
from suluh.foundation.clock import now
from suluh.verification import api as verification


@dataclass(frozen=True, kw_only=True)
class WaitingClaims:
    """One line: ``words`` say how many wait for what, ``url`` opens them."""

    words: str
    url: str


def waiting_claims(member: agencies.Member) -> list[WaitingClaims]:
    """Return what waits on the check desk for this member, the most urgent first; nothing without the right."""
    if not member.may("verification.check"):
        return []
    counts = (
        verification.Claim.objects.of(member.office)
        .waiting()
        .aggregate(
            late=Count("pk", filter=Q(due_at__lte=now())),
            proposed=Count("pk", filter=Q(state="proposed") & ~Q(fact_check__proposed_by=member.user_id)),
            mine=Count("pk", filter=Q(state="checking", assigned_to=member.user_id)),
            free=Count("pk", filter=Q(state="open")),
        )
    )
    late, proposed, mine, free = (counts[name] for name in ("late", "proposed", "mine", "free"))
    lines = (
        (late, "terlambat", ngettext("%(number)s claim is late", "%(number)s claims are late", late)),
        (
            proposed,
            "usulan",
            ngettext(
                "%(number)s verdict waits for a second checker",
                "%(number)s verdicts wait for a second checker",
                proposed,
            ),
        ),
        (mine, "saya", ngettext("You check %(number)s claim", "You check %(number)s claims", mine)),
        (free, "bebas", ngettext("%(number)s claim is nobody's", "%(number)s claims are nobody's", free)),
    )
    queue = reverse("claims")
    return [
        WaitingClaims(words=words % {"number": number}, url=f"{queue}?saring={name}")
        for number, name, words in lines
        if number
    ]
