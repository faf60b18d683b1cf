"""What a request says in one field, as text that the database can keep."""

from __future__ import annotations

from django.http import QueryDict


def words_in(form: QueryDict, *, name: str, most: int = 500) -> str:
    """Return a field without NUL characters, which PostgreSQL refuses, and cut to ``most`` characters."""
    return form.get(name, "").replace("\x00", "")[:most]
