"""Reading the audit: which entries, and what each says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Model, QuerySet
from django.utils.timezone import make_aware
from django.utils.translation import gettext as _

from suluh.agencies.journal import DETAILS, SENTENCES, VALUES
from suluh.agencies.models import Office, User
from suluh.foundation.models import AuditEntry


@dataclass(frozen=True, kw_only=True)
class JournalLine:
    """One entry as people read it."""

    at: datetime
    who: str
    sentence: str
    details: list[tuple[str, str]]


def lines_of(entries: Iterable[AuditEntry]) -> list[JournalLine]:
    """Return entries as people read them; the names of who acted are fetched in one query."""
    found = list(entries)
    names = dict(User.objects.filter(pk__in={entry.user_id for entry in found}).values_list("pk", "name"))
    said = sentences()
    return [
        JournalLine(
            at=entry.at,
            who=names.get(entry.user_id or 0, _("Suluh itself")),
            sentence=said.get(entry.action, entry.action),
            details=details_of(entry.detail),
        )
        for entry in found
    ]


def journal_about(subject: Model, *, office: Office, most: int) -> list[JournalLine]:
    """Return what the office did with one thing, the newest first."""
    about = {"subject_kind": subject._meta.label_lower, "subject_id": str(subject.pk)}
    return lines_of(entries_of(office).filter(**about)[:most])


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
