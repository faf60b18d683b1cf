"""Fact-checks and where they come from; claims on the desk, the questions behind them, and matches in stories."""

from suluh.verification.models.desk import Claim, ClaimQuerySet, Desk, Evidence, Question
from suluh.verification.models.facts import FactCheck, FactCheckCorrection, FactCheckQuerySet, Message, Source
from suluh.verification.models.traces import StoryMatch, Tally

__all__ = [
    "Claim",
    "ClaimQuerySet",
    "Desk",
    "Evidence",
    "FactCheck",
    "FactCheckCorrection",
    "FactCheckQuerySet",
    "Message",
    "Question",
    "Source",
    "StoryMatch",
    "Tally",
]
