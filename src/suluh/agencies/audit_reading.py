"""Reading the audit: which entries, and what each says."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils.timezone import make_aware

from suluh.agencies.journal import DETAILS, SENTENCES, VALUES
from suluh.agencies.models import Office
from suluh.foundation.models import AuditEntry


def entries_of(
    office: Office, *, person: int | None = None, action: str = "", since: date | None = None, until: date | None = None
) -> QuerySet[AuditEntry]:
    """Return the office's entries, the newest first. ``action`` stands for its like; ``until`` counts the whole day."""
    entries = AuditEntry.objects.filter(office_id=office.pk).order_by("-at", "-pk")
    if person is not None:
        entries = entries.filter(user_id=person)
    if action:
        entries = entries.filter(action__in=_said_alike(action))
    if since is not None:
        entries = entries.filter(at__gte=_midnight(since))
    if until is not None and until < date.max:
        entries = entries.filter(at__lt=_midnight(until + timedelta(days=1)))
    return entries


def _midnight(day: date) -> datetime:
    return make_aware(datetime.combine(day, time.min))


def sentences() -> dict[str, str]:
    """Return the sentence of every name in the journal, in the reader's language."""
    return {name: str(sentence) for name, sentence in SENTENCES.items()}


def acts() -> list[tuple[str, str]]:
    """Return each act once, as a name and its sentence, by sentence: two names may stand for the same act."""
    once = {sentence: name for name, sentence in sentences().items()}
    return [(once[sentence], sentence) for sentence in sorted(once)]


def _said_alike(action: str) -> list[str]:
    said = sentences()
    return [name for name, sentence in said.items() if sentence == said.get(action)]


def details_of(detail: dict[str, Any]) -> list[tuple[str, str]]:
    """Return what an entry says besides, as pairs of a name and a text; what has no name in DETAILS is left out."""
    changed = detail.get("changed")
    pairs = [(str(DETAILS[key]), _said(detail[key])) for key in DETAILS if detail.get(key) not in (None, "", [], {}, 0)]
    if isinstance(changed, dict):
        pairs += [(_column(name), f"{before} → {after}") for name, (before, after) in changed.items()]
    return pairs


def _column(name: str) -> str:
    label = Office._meta.get_field(name)
    return str(getattr(label, "verbose_name", name))


def _said(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(_said(one) for one in value)
    return str(VALUES.get(str(value), value))
