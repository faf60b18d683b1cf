"""Keep fact-checks that an importer found: new ones, changed ones, and how far the source is read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from django.db import transaction
from django.utils.text import slugify

from suluh.foundation import audit
from suluh.foundation.clock import now
from suluh.verification import scales
from suluh.verification.answering import digest
from suluh.verification.corpus.values import Found
from suluh.verification.models import FactCheck, Message, Source
from suluh.verification.scrubbing import scrub

# The kind of the source that holds a demonstration's examples; no importer reads it.
EXAMPLES = "examples"
# Columns a source's row is written to, and compared by.
_COLUMNS = (
    *("title", "slug", "verdict", "rating", "reason", "review", "appeared", "first_seen_on", "checked_on"),
    *("link", "links", "language"),
)


@dataclass(frozen=True, kw_only=True)
class Kept:
    """How many rows were new, changed, or as they stood already. Adding two adds their counts."""

    new: int = 0
    changed: int = 0
    same: int = 0

    def __add__(self, other: Kept) -> Kept:
        return Kept(**{field.name: getattr(self, field.name) + getattr(other, field.name) for field in fields(self)})


@transaction.atomic
def keep_found(source: Source, *, rows: Sequence[Found], position: Mapping[str, Any]) -> Kept:
    """Keep one page, or part of one, and the position after it: both or neither.

    Runs for the whole house: rows of a source are no office's. Rows that stand as they are leave no entry.
    """
    source = Source.objects.select_for_update().get(pk=source.pk)
    by_id = {row.external_id: row for row in rows}
    stand = {known.external_id: known for known in source.fact_checks.filter(external_id__in=by_id)}
    new = [_made(row, source=source) for row in rows if row is by_id[row.external_id] and row.external_id not in stand]
    changed = [known for key, known in stand.items() if _takes_over(known, row=by_id[key], source=source)]
    if new or changed:
        _write(source, new=new, changed=changed)
    _remember([*new, *stand.values()], rows=by_id)
    source.position, source.read_at = dict(position), now()
    source.save(update_fields=["position", "read_at"])
    return Kept(new=len(new), changed=len(changed), same=len(rows) - len(new) - len(changed))


@audit.action("verification.import_facts")
def _write(source: Source, *, new: Sequence[FactCheck], changed: Sequence[FactCheck]) -> None:
    """Take over fact-checks of a source."""
    FactCheck.objects.bulk_create(new)
    for known in changed:
        known.changed_at = now()
        known.save(update_fields=[*_COLUMNS, "changed_at"])
    detail = {"source": source.slug, "new": len(new), "changed": len(changed)}
    audit.record("verification.import_facts", subject=source, office=None, by=None, detail=detail)


def _made(row: Found, *, source: Source) -> FactCheck:
    at = now()
    return FactCheck(
        source=source,
        external_id=row.external_id,
        state="published",
        published_at=at,
        changed_at=at,
        is_example=source.kind == EXAMPLES,
        **_values(row, source=source),
    )


def _values(row: Found, *, source: Source) -> dict[str, Any]:
    return {
        "title": row.title,
        "slug": slugify(row.title)[:80].strip("-"),
        "verdict": scales.scale().read(row.rating, value=row.value, ends=row.ends),
        "rating": "" if source.kind == EXAMPLES else row.rating,
        "reason": row.reason,
        "review": row.review,
        "appeared": row.appeared,
        "first_seen_on": row.first_seen_on,
        "checked_on": row.checked_on,
        "link": row.link,
        "links": list(row.links),
        "language": row.language or source.language,
    }


def _takes_over(known: FactCheck, *, row: Found, source: Source) -> bool:
    """Put the source's words into a row; tell whether any was another."""
    before = {name: getattr(known, name) for name in _COLUMNS}
    values = _values(row, source=source)
    for name, value in values.items():
        setattr(known, name, value)
    return before != values


def _remember(facts: Sequence[FactCheck], *, rows: Mapping[str, Found]) -> None:
    """Keep what circulated as claim memory, scrubbed, each text once."""
    wanted: dict[tuple[int, str], Message] = {}
    for fact_check in facts:
        for text in rows[fact_check.external_id].messages:
            clean = scrub(text)
            wanted[fact_check.pk, digest(clean)] = Message(fact_check=fact_check, text=clean, digest=digest(clean))
    there = Message.objects.filter(fact_check__in={pk for pk, _digest in wanted}).values_list("fact_check", "digest")
    for key in set(there):
        wanted.pop(key, None)
    Message.objects.bulk_create(wanted.values())
