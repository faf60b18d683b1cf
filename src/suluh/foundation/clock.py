"""The time. Everything asks here, so that a test can stop it."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> datetime:
    """Return this moment, with its time zone (UTC)."""
    return datetime.now(tz=UTC)
