"""What the coach says about one place of a story."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from suluh.foundation.errors import Translatable

Severity = Literal["error", "warning", "advice"]
ERROR: Severity = "error"  # wrong by a named rule
WARNING: Severity = "warning"  # most likely wrong, or hard to read
ADVICE: Severity = "advice"  # worth a thought; the writer decides


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One remark: where it stands, what and why, and how to mend it.

    ``block`` is a block's id, or "headline", "lead", or "story" for a remark on the whole. ``start`` and ``end`` are
    offsets, in characters, into the plain text of ``field``. ``suggestions`` stand best first; "" means: delete the
    words. ``key`` stays the same while the words and their block stay, so that a remark can be dismissed for good.
    """

    rule: str
    block: str
    field: str
    start: int
    end: int
    text: str
    severity: Severity
    message: Translatable
    suggestions: tuple[str, ...] = ()
    key: str = ""
