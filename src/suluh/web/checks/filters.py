"""Which claims the queue shows: one filter at a time, each with its own order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _

from suluh.agencies import api as agencies
from suluh.foundation.clock import now
from suluh.foundation.errors import Translatable
from suluh.verification import api as verification

Chosen = Callable[[agencies.Member], Q]
_WAITING = Q(state__in=verification.WAITING)


@dataclass(frozen=True, kw_only=True)
class Filter:
    """One tab. ``order`` are columns; ``empty`` is said where nothing is in it."""

    name: str
    label: Translatable
    chosen: Chosen
    order: tuple[str, ...]
    empty: Translatable


_URGENT = ("-priority", "due_at", "pk")
FILTERS: dict[str, Filter] = {
    one.name: one
    for one in (
        Filter(
            name="",
            label=_("Waiting"),
            chosen=lambda member: _WAITING,
            order=_URGENT,
            empty=_("Nothing waits. New questions come here by themselves."),
        ),
        Filter(
            name="saya",
            label=_("Mine"),
            chosen=lambda member: _WAITING & Q(assigned_to=member.user_id),
            order=_URGENT,
            empty=_("You have no claim. Take one from those that wait."),
        ),
        Filter(
            name="bebas",
            label=_("Nobody's"),
            chosen=lambda member: _WAITING & Q(assigned_to=None),
            order=_URGENT,
            empty=_("Every claim that waits is somebody's."),
        ),
        Filter(
            name="usulan",
            label=_("To be confirmed"),
            chosen=lambda member: Q(state="proposed"),
            order=_URGENT,
            empty=_("No verdict waits for a second checker."),
        ),
        Filter(
            name="terlambat",
            label=_("Late"),
            chosen=lambda member: _WAITING & Q(due_at__lte=now()),
            order=("due_at", "pk"),
            empty=_("No claim is late."),
        ),
        Filter(
            name="terjawab",
            label=_("Answered"),
            chosen=lambda member: Q(state="answered"),
            order=("-answered_at", "-pk"),
            empty=_("No claim was answered yet."),
        ),
        Filter(
            name="ditutup",
            label=_("Closed"),
            chosen=lambda member: Q(state__in=("closed", "merged")),
            order=("-last_asked_at", "-pk"),
            empty=_("No claim was closed."),
        ),
    )
}


def filter_called(name: str) -> Filter:
    """Return the filter of that name, the one of what waits where there is none."""
    return FILTERS.get(name, FILTERS[""])


def counts_of(claims: verification.ClaimQuerySet, *, member: agencies.Member) -> dict[str, int]:
    """Return how many claims each filter holds, in one query."""
    asked = {f"n{number}": Count("pk", filter=one.chosen(member)) for number, one in enumerate(FILTERS.values())}
    found = claims.order_by().aggregate(**asked)
    return {name: found[f"n{number}"] for number, name in enumerate(FILTERS)}
