"""Narrative help: headlines, a lead, key points and a question, drawn from a story's own sentences. Plain Python."""

from __future__ import annotations

from suluh.creative.narrative.engine import narrate
from suluh.creative.narrative.steps import stands_apart, with_points
from suluh.creative.narrative.values import Narrative, Place, Question, Told

__all__ = ["Narrative", "Place", "Question", "Told", "narrate", "stands_apart", "with_points"]
