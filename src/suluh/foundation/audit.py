"""The audit: who did what to which thing, for which office, when. Written by actions, never changed.

An action is decorated with ``@action("content.publish")``: it runs in one transaction and must call ``record`` in it.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Callable
from contextvars import ContextVar
from typing import Any, ParamSpec, TypeVar

from django.db import connection, models, transaction

from suluh.foundation.clock import now

P = ParamSpec("P")
R = TypeVar("R")

# How many entries the running actions have written, the outermost first.
_written: ContextVar[tuple[list[str], ...]] = ContextVar("written", default=())
# Every action there is, by name, for the reference and for the test that each has a translation.
known_actions: dict[str, str] = {}


class ActionLeftNoTrace(Exception):  # noqa: N818 - for programmers: the action forgot its entry
    """An action ended without an audit entry."""


def action(name: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Declare an action: one transaction, at least one audit entry. ``name`` is "<room>.<verb>"."""

    def declared(function: Callable[P, R]) -> Callable[P, R]:
        known_actions[name] = (function.__doc__ or "").strip().splitlines()[0]

        @functools.wraps(function)
        def run(*args: P.args, **options: P.kwargs) -> R:
            entries: list[str] = []
            token = _written.set((*_written.get(), entries))
            try:
                with transaction.atomic():
                    result = function(*args, **options)
                    if not entries:
                        raise ActionLeftNoTrace(name)
            finally:
                _written.reset(token)
            return result

        return run

    return declared


def record(
    what: str, *, subject: models.Model, office: int | None, by: int | None, detail: dict[str, Any] | None = None
) -> None:
    """Write one entry. ``what`` is the action's name, ``office`` and ``by`` (a user) are ids; None is the system."""
    from suluh.foundation.models import AuditEntry  # models load after this module

    for entries in _written.get():
        entries.append(what)
    table = AuditEntry._meta.db_table
    # Plain SQL: Django's insert reads the new id back, and who acts for nobody may write an entry but not see it.
    with connection.cursor() as cursor:
        cursor.execute(
            f'insert into "{table}" (action, subject_kind, subject_id, office_id, user_id, at, detail)'  # noqa: S608
            " values (%s, %s, %s, %s, %s, %s, %s)",
            [what, subject._meta.label_lower, str(subject.pk), office, by, now(), json.dumps(detail or {})],
        )
