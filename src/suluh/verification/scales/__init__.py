"""Verdict scales as data. ``scale()`` is the one in use; its verdicts are found by slug.

Plain Python: needs no database and no Django. Another scale is a JSON file like ``default.json``, named by
SULUH_VERDICT_SCALE (docs/how-to/import-fact-checks.md).
"""

from __future__ import annotations

from suluh.verification.scales.reading import BadScale, UnknownVerdict, read_scale
from suluh.verification.scales.using import scale, use
from suluh.verification.scales.values import TONES, Scale, Verdict

__all__ = ["TONES", "BadScale", "Scale", "UnknownVerdict", "Verdict", "read_scale", "scale", "use"]
