"""Pages of a list that grows at its head: a cursor names the last thing seen, so nothing is shown twice or missed."""

from __future__ import annotations

import base64
import binascii
from datetime import UTC, datetime
from typing import TypeVar

from django.db.models import Model, Q, QuerySet

from suluh.foundation.errors import Refusal
from suluh.foundation.language import lazy as _

MOST = 100
Row = TypeVar("Row", bound=Model)


class BadCursor(Refusal):
    """A cursor that this API did not give out."""

    code = "web.E160"


def page_after(rows: QuerySet[Row], *, by: str, cursor: str, limit: int) -> tuple[list[Row], str | None]:
    """Return up to ``limit`` rows after ``cursor``, the newest first by the moment ``by``, and the next cursor."""
    if cursor:
        at, pk = _read(cursor)
        rows = rows.filter(Q(**{f"{by}__lt": at}) | Q(**{by: at, "pk__lt": pk}))
    found = list(rows.order_by(f"-{by}", "-pk")[: limit + 1])
    if len(found) <= limit:
        return found, None
    last = found[limit - 1]
    return found[:limit], _written(getattr(last, by), pk=last.pk)


def _written(at: datetime, *, pk: int) -> str:
    return base64.urlsafe_b64encode(f"{at.isoformat()}|{pk}".encode()).decode().rstrip("=")


def _read(cursor: str) -> tuple[datetime, int]:
    try:
        plain = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode()
        at, pk = plain.split("|")
        moment, number = datetime.fromisoformat(at), int(pk)
        moment.astimezone(UTC)
    except (ValueError, OverflowError, binascii.Error) as error:
        raise BadCursor(_("This cursor is not one of this API. Begin again without a cursor.")) from error
    if moment.tzinfo is None or not 0 <= number < 2**63:
        raise BadCursor(_("This cursor is not one of this API. Begin again without a cursor."))
    return moment, number
