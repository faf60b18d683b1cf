"""Tags of the checkers' pages: how long is left, what a verdict is called."""

from __future__ import annotations

from datetime import datetime

from django import template

from suluh.foundation.clock import now
from suluh.verification import api as verification
from suluh.web.checks import due

register = template.Library()


@register.filter
def due_kind(at: datetime) -> str:
    """Return "late", "soon" or "later"."""
    return due.due_kind(at, now=now())


@register.filter
def due_words(at: datetime) -> str:
    """Return how long is left, or how late it is."""
    return due.due_words(at, now=now())


@register.filter
def verdict_of(slug: str) -> verification.Verdict:
    """Return the verdict a slug stands for, one that the scale has lost too."""
    return verification.scale().shown(slug)


@register.filter
def per_cent(share: float) -> int:
    """Return a share of 0 to 1 as whole per cent; what is not quite certain is never shown as 100."""
    return min(99, round(share * 100)) if share < 1 else 100
