"""The queue's cards as the page shows them: plain values, so that two states of the queue can be compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _

from suluh.foundation.clock import now
from suluh.foundation.errors import Translatable
from suluh.verification import api as verification
from suluh.web.checks.due import due_kind, due_words

HARMS: dict[int, Translatable] = {
    0: _("no harm"),
    1: _("little harm"),
    2: _("harms money or health"),
    3: _("endangers lives"),
}
_JUST = timedelta(hours=1)
# Signs of a claim's words that a card shows.
_SHOWN = 220


@dataclass(frozen=True, kw_only=True)
class Card:
    """One claim in the queue. ``just_asked`` counts the last hour's questions; ``due`` is "" once it is answered."""

    pk: int
    words: str
    state: str
    state_label: str
    asked: int
    just_asked: int
    harm: int
    harm_label: str
    reach: int
    assigned: str
    is_mine: bool
    may_be_taken: bool
    due: str
    due_kind: str
    due_at: datetime
    answered_at: datetime | None
    verdict: str


def cards_of(claims: Sequence[verification.Claim], *, user: int) -> list[Card]:
    """Return the cards in the given order; the last hour's questions are counted in one query."""
    moment = now()
    lately = _lately(claims, since=moment - _JUST)
    return [_card(claim, user=user, just_asked=lately[claim.pk], moment=moment) for claim in claims]


def _lately(claims: Sequence[verification.Claim], *, since: datetime) -> Counter[int]:
    """Return how often each claim was asked since then, what was merged into it included."""
    asked = verification.Question.objects.filter(
        Q(claim__in=claims) | Q(claim__merged_into__in=claims), asked_at__gte=since
    )
    counts: Counter[int] = Counter()
    for claim, into, number in asked.order_by().values_list("claim_id", "claim__merged_into_id").annotate(Count("pk")):
        counts[into or claim] += number
    return counts


def _card(claim: verification.Claim, *, user: int, just_asked: int, moment: datetime) -> Card:
    waits = claim.state in verification.WAITING
    words = " ".join(claim.text.split())
    return Card(
        pk=claim.pk,
        words=words if len(words) <= _SHOWN else f"{words[:_SHOWN].rstrip()}…",
        state=claim.state,
        state_label=str(verification.ClaimStates.table[claim.state].label),
        asked=claim.asked,
        just_asked=just_asked,
        harm=claim.harm,
        harm_label=str(HARMS[claim.harm]),
        reach=claim.reach,
        assigned=claim.assigned_to.name if claim.assigned_to else "",
        is_mine=claim.assigned_to_id == user,
        may_be_taken=claim.state == "open",
        due=due_words(claim.due_at, now=moment) if waits else "",
        due_kind=due_kind(claim.due_at, now=moment) if waits else "",
        due_at=claim.due_at,
        answered_at=claim.answered_at,
        verdict=claim.fact_check.verdict if claim.state == "answered" and claim.fact_check else "",
    )
