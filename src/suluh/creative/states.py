"""The life of a pack."""

from __future__ import annotations

from datetime import timedelta

from suluh.foundation.language import lazy as _
from suluh.foundation.states import State, States


class PackStates(States):
    """From the wish to the files. A failed pack names what did not fit and may be drawn again."""

    waiting = State(label=_("Waiting"), then=("drawing",), late_after=timedelta(minutes=5))
    drawing = State(label=_("Being drawn"), then=("ready", "failed", "waiting"), late_after=timedelta(minutes=5))
    ready = State(label=_("Ready"), then=("waiting",), is_last=True)
    failed = State(label=_("Could not be drawn"), then=("waiting",))
