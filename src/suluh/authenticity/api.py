"""The door of authenticity: codes, seals, the register."""

from __future__ import annotations

from suluh.authenticity.models import Code, Seal

__all__ = ["Code", "Seal"]
