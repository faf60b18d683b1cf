"""How pressing a claim is, from what is known about it. Plain Python.

(1 + harm) * (spread + growth): a claim that may cost lives counts four times one that does no harm. Spread and growth
count in doublings, so that neither a thousand forwards nor a guessed reach drowns what is dangerous.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

# One checker's guess of the reach counts a third of what was really asked.
_REACH_COUNTS = 1 / 3
_MOST_DOUBLINGS = 5.0


@dataclass(frozen=True, kw_only=True)
class Pressure:
    """What presses: questions so far, those of the last hour, hours since the first; harm 0 to 3; people reached."""

    asked: int
    last_hour: int
    hours: float
    harm: int
    reach: int


def priority(pressure: Pressure) -> float:
    """Return the priority, 0 or more; the higher the sooner."""
    spread = math.log2(1 + pressure.asked) + math.log2(1 + pressure.reach) * _REACH_COUNTS
    return round((1 + pressure.harm) * (spread + growth(pressure)), 3)


def growth(pressure: Pressure) -> float:
    """Return how many times the asking has doubled in the last hour, against the hours before; 0 to 5."""
    before = max(0, pressure.asked - pressure.last_hour) / max(1.0, pressure.hours - 1)
    doublings = math.log2((1 + pressure.last_hour) / (1 + before))
    return min(_MOST_DOUBLINGS, max(0.0, doublings))
