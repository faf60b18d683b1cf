"""What the live numbers count: the claims of the last 30 days with their times, and the days' checks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.core.paginator import Paginator
from django.db.models import Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from suluh.agencies import api as agencies
from suluh.agencies.api import needs
from suluh.foundation.clock import now
from suluh.verification import api as verification
from suluh.web.checks.due import span_words
from suluh.web.checks.live import minutes_words, share_words

PAGE_SIZE = 50
# How a check ended, in the order of the columns.
OUTCOMES = {
    "memory": _("known, from memory"),
    "known": _("known, by reading"),
    "office": _("from an office"),
    "near": _("looks like"),
    "unknown": _("not known"),
}


@dataclass(frozen=True, kw_only=True)
class Timed:
    """A claim with how long something took; ``at`` is when it was done."""

    claim: verification.Claim
    took: str
    at: datetime


@dataclass(frozen=True, kw_only=True)
class Day:
    """One day's checks, counted in the order of ``OUTCOMES``."""

    day: date
    counts: tuple[int, ...]


@needs("verification.check")
@require_safe
def claim_numbers(request: HttpRequest) -> HttpResponse:
    """Show what is behind each number, so that nobody has to believe it."""
    office = agencies.current_member(request).office
    since = now() - verification.SPAN
    claims = verification.Claim.objects.of(office)
    first = claims.filter(first_answer_at__gte=since).order_by("-first_answer_at", "-pk")
    verdicts = claims.filter(answered_at__gte=since).order_by("-answered_at", "-pk")
    numbers = verification.desk_numbers(office)
    first_page = Paginator(first, PAGE_SIZE).get_page(request.GET.get("jawaban"))
    verdict_page = Paginator(verdicts, PAGE_SIZE).get_page(request.GET.get("putusan"))
    context = {
        "first_page": first_page,
        "first": _timed((claim, claim.first_answer_at) for claim in first_page),
        "first_median": minutes_words(numbers.minutes_to_first_answer),
        "verdict_page": verdict_page,
        "verdicts": _timed((claim, claim.answered_at) for claim in verdict_page),
        "verdict_median": minutes_words(numbers.minutes_to_verdict),
        "outcomes": OUTCOMES.values(),
        "days": _days(since.date()),
        "by_memory": share_words(numbers.by_memory),
    }
    return render(request, "desk/checks/numbers.html", context)


def _timed(pairs: Iterable[tuple[verification.Claim, datetime | None]]) -> list[Timed]:
    return [
        Timed(claim=claim, took=span_words(at - claim.first_asked_at), at=at) for claim, at in pairs if at is not None
    ]


def _days(since: date) -> list[Day]:
    rows = (
        verification.Tally.objects.filter(day__gte=since)
        .values_list("day", "outcome")
        .annotate(total=Sum("count"))
        .order_by("-day")
    )
    counted: dict[date, dict[str, int]] = {}
    for day, outcome, total in rows:
        counted.setdefault(day, {})[outcome] = total
    return [Day(day=day, counts=tuple(by.get(name, 0) for name in OUTCOMES)) for day, by in counted.items()]
