"""How long is left, in words."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import translation

from suluh.web.checks.due import due_kind, due_words, span_words

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("minutes", "kind", "english", "indonesian"),
    [
        (40, "soon", "due in 40 min", "40 menit lagi"),
        (120, "later", "due in 2 h", "2 jam lagi"),
        (125, "later", "due in 2 h 5 min", "2 jam 5 menit lagi"),
        (3 * 24 * 60, "later", "due in 3 days", "3 hari lagi"),
        (0, "late", "under 1 min late", "terlambat kurang dari 1 menit"),
        (-65, "late", "1 h 5 min late", "terlambat 1 jam 5 menit"),
    ],
)
def test_a_due_time_is_told_in_both_languages(minutes: int, kind: str, english: str, indonesian: str) -> None:
    at = NOW + timedelta(minutes=minutes)
    assert due_kind(at, now=NOW) == kind
    with translation.override("en"):
        assert due_words(at, now=NOW) == english
    with translation.override("id"):
        assert due_words(at, now=NOW) == indonesian


def test_a_long_time_is_told_in_days() -> None:
    with translation.override("en"):
        assert span_words(timedelta(hours=47, minutes=59)) == "47 h 59 min"
        assert span_words(timedelta(hours=49)) == "2 days"
