"""The desk's live numbers as tiles: each opens to what it counts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from suluh.verification import api as verification
from suluh.web.checks.due import span_words


@dataclass(frozen=True, kw_only=True)
class Tile:
    """One number. ``url`` opens what it counts."""

    label: str
    value: str
    url: str
    hint: str = ""
    is_warning: bool = False


def tiles_of(numbers: verification.DeskNumbers) -> list[Tile]:
    """Return the tiles of the queue's head."""
    queue, page = reverse("claims"), reverse("claim_numbers")
    month = _("median of 30 days")
    return [
        Tile(label=_("Open"), value=str(numbers.open), url=queue),
        Tile(label=_("Late"), value=str(numbers.late), url=f"{queue}?saring=terlambat", is_warning=numbers.late > 0),
        Tile(
            label=_("To the first answer"),
            value=minutes_words(numbers.minutes_to_first_answer),
            url=f"{page}#jawaban-pertama",
            hint=month,
        ),
        Tile(
            label=_("To the verdict"),
            value=minutes_words(numbers.minutes_to_verdict),
            url=f"{page}#putusan",
            hint=month,
        ),
        Tile(
            label=_("Answered by memory"),
            value=share_words(numbers.by_memory),
            url=f"{page}#ingatan",
            hint=_("of all checks in 30 days"),
        ),
    ]


def minutes_words(minutes: float | None) -> str:
    """Return a length in words, a dash where nothing was counted."""
    return "—" if minutes is None else span_words(timedelta(minutes=minutes))


def share_words(share: float | None) -> str:
    """Return a share as per cent, a dash where nothing was counted."""
    return "—" if share is None else f"{share:.0%}".replace("%", "\u00a0%")
