"""The coach: reads a story and says what to mend, where, and why. Plain Python: no Django, no database."""

from __future__ import annotations

from suluh.creative.coach.counted import Counted, Place, count
from suluh.creative.coach.engine import coach, coach_text
from suluh.creative.coach.finding import ADVICE, ERROR, WARNING, Finding
from suluh.creative.coach.mending import TextChanged, mend
from suluh.creative.coach.unknown import unknown_names

__all__ = [
    "ADVICE",
    "ERROR",
    "WARNING",
    "Counted",
    "Finding",
    "Place",
    "TextChanged",
    "coach",
    "coach_text",
    "count",
    "mend",
    "unknown_names",
]
