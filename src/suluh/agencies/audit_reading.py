"""Reading the audit: which entries, and what each says."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils.timezone import make_aware
from django.utils.translation import gettext as _

from suluh.agencies.journal import SENTENCES
from suluh.agencies.models import Office
from suluh.agencies.roles import ROLE_LABELS, Role
from suluh.foundation.models import AuditEntry


def entries_of(
    office: Office, *, person: int | None = None, action: str = "", since: date | None = None, until: date | None = None
) -> QuerySet[AuditEntry]:
    """Return the office's entries, the newest first. ``until`` counts the whole day."""
    entries = AuditEntry.objects.filter(office_id=office.pk).order_by("-at", "-pk")
    if person is not None:
        entries = entries.filter(user_id=person)
    if action:
        entries = entries.filter(action=action)
    if since is not None:
        entries = entries.filter(at__gte=_midnight(since))
    if until is not None:
        entries = entries.filter(at__lt=_midnight(until + timedelta(days=1)))
    return entries


def _midnight(day: date) -> datetime:
    return make_aware(datetime.combine(day, time.min))


def sentences() -> dict[str, str]:
    """Return the sentence of every name in the journal, in the reader's language."""
    return {name: str(sentence) for name, sentence in SENTENCES.items()}


def details_of(detail: dict[str, Any]) -> list[tuple[str, str]]:
    """Return what an entry says besides, as pairs of a name and a text."""
    return list(_pairs(detail))


def _pairs(detail: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for key, value in detail.items():
        if key == "changed" and isinstance(value, dict):
            for name, (before, after) in value.items():
                yield name, f"{before} → {after}"
        elif value not in (None, "", [], {}):
            yield _label(key), _said(value)


def _label(key: str) -> str:
    known = {
        "email": _("mail address"),
        "roles": _("roles"),
        "who": _("who"),
        "from": _("before"),
        "to": _("after"),
        "label": _("label"),
        "reason": _("reason"),
        "public_note": _("note to the public"),
        "revision": _("revision"),
        "at": _("hour"),
        "until": _("until"),
    }
    return known.get(key, key)


def _said(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(_said(one) for one in value)
    if value in {role.value for role in Role}:
        return str(ROLE_LABELS[Role(value)])
    return str(value)
