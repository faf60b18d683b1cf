"""How a desk is doing: what waits, how fast it answers, how much the memory answers by itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median

from django.db.models import Sum

from suluh.agencies.api import Office
from suluh.foundation.clock import now
from suluh.verification.models import Claim, Tally

SPAN = timedelta(days=30)


@dataclass(frozen=True, kw_only=True)
class DeskNumbers:
    """Figures of the last 30 days; None where there is nothing to count yet.

    ``open`` and ``late`` are claims that wait now. The medians are minutes from a claim's first question to the first
    word to who asked, and to its verdict. ``by_memory`` is the share, 0 to 1, of all checks on this server (tallies
    "memory" and "known" against all but "office") that were answered by what was known already.
    """

    open: int
    late: int
    minutes_to_first_answer: float | None
    minutes_to_verdict: float | None
    by_memory: float | None


def desk_numbers(office: Office) -> DeskNumbers:
    """Return how the office's desk is doing."""
    since = now() - SPAN
    claims = Claim.objects.of(office)
    first = claims.filter(first_answer_at__gte=since).values_list("first_asked_at", "first_answer_at")
    verdicts = claims.filter(answered_at__gte=since).values_list("first_asked_at", "answered_at")
    return DeskNumbers(
        open=claims.waiting().count(),
        late=claims.late().count(),
        minutes_to_first_answer=_median_minutes(list(first)),
        minutes_to_verdict=_median_minutes(list(verdicts)),
        by_memory=_share_by_memory(since),
    )


def _median_minutes(spans: list[tuple[datetime, datetime | None]]) -> float | None:
    minutes = [(end - start).total_seconds() / 60 for start, end in spans if end is not None]
    return median(minutes) if minutes else None


def _share_by_memory(since: datetime) -> float | None:
    rows = Tally.objects.filter(day__gte=since.date()).exclude(outcome="office")
    counts = dict(rows.values_list("outcome").annotate(total=Sum("count")).order_by())
    total = sum(counts.values())
    return (counts.get("memory", 0) + counts.get("known", 0)) / total if total else None
