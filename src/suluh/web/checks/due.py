"""How long is left until something is due, in words short enough for a card."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

# From here on the card warns.
SOON = timedelta(minutes=45)
_HOUR, _DAY = 60, 24 * 60


def due_kind(at: datetime, *, now: datetime) -> str:
    """Return "late", "soon" or "later"."""
    if at <= now:
        return "late"
    return "soon" if at - now <= SOON else "later"


def due_words(at: datetime, *, now: datetime) -> str:
    """Return "due in 40 min" or "1 h 5 min late"."""
    span = span_words(abs(at - now))
    return _("%(span)s late") % {"span": span} if at <= now else _("due in %(span)s") % {"span": span}


def span_words(span: timedelta) -> str:
    """Return a length of time by its two greatest parts: "40 min", "2 h 5 min", "3 days"."""
    minutes = int(span.total_seconds() // 60)
    if not minutes:
        return _("under 1 min")
    if minutes < _HOUR:
        return _("%(minutes)s min") % {"minutes": minutes}
    if minutes < 2 * _DAY:
        hours, rest = divmod(minutes, _HOUR)
        if not rest:
            return _("%(hours)s h") % {"hours": hours}
        return _("%(hours)s h %(minutes)s min") % {"hours": hours, "minutes": rest}
    days = minutes // _DAY
    return ngettext("%(days)s day", "%(days)s days", days) % {"days": days}
