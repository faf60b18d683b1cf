"""Open an office's check desk to citizens, or close it."""

from __future__ import annotations

from dataclasses import dataclass

from suluh.agencies import api as agencies
from suluh.foundation import audit
from suluh.foundation.language import lazy as _
from suluh.verification.models import Desk
from suluh.verification.refusals import CannotJoin, NotSaid

_MOST_HOURS, _MOST_DAYS = 24 * 14, 365


@dataclass(frozen=True, kw_only=True)
class DeskSettings:
    """Whether citizens may ask, whether the desk takes what names no office, and its two promises."""

    is_open: bool = True
    is_default: bool = False
    hours_to_answer: int = 3
    days_to_keep: int = 30


@audit.action("verification.open_desk")
def open_desk(settings: DeskSettings, *, by: agencies.Member) -> Desk:
    """Settle how the office's desk works."""
    agencies.check_right(by, right="verification.run_desk")
    if not 1 <= settings.hours_to_answer <= _MOST_HOURS or not 1 <= settings.days_to_keep <= _MOST_DAYS:
        raise NotSaid(_("Choose 1 to 336 hours to answer, and 1 to 365 days to keep what was sent."))
    if settings.is_default and Desk.objects.filter(is_default=True, is_open=True).exclude(office=by.office).exists():
        raise CannotJoin(_("The desk of another office takes what names no office. Only one can."))
    desk, _is_new = Desk.objects.update_or_create(
        office=by.office,
        defaults={
            "is_open": settings.is_open,
            "is_default": settings.is_default and settings.is_open,
            "hours_to_answer": settings.hours_to_answer,
            "days_to_keep": settings.days_to_keep,
        },
    )
    audit.record("verification.open_desk", subject=desk, office=by.office_id, by=by.user_id)
    return desk
