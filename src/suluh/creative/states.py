"""The life of a pack."""

from __future__ import annotations

from datetime import timedelta

from suluh.foundation.language import lazy as _
from suluh.foundation.states import State, States


class PackStates(States):
    """From the wish to the files. A failed pack names what did not fit; that and a stopped one may be drawn again."""

    waiting = State(label=_("Waiting"), then=("drawing", "cancelled"), late_after=timedelta(minutes=5))
    drawing = State(
        label=_("Being drawn"), then=("ready", "failed", "waiting", "cancelled"), late_after=timedelta(minutes=5)
    )
    ready = State(label=_("Ready"), then=("waiting",), is_last=True)
    failed = State(label=_("Could not be drawn"), then=("waiting",))
    cancelled = State(label=_("Stopped"), then=("waiting",))


class PackJobStates(States):
    """Work on a ready pack: formats added to it, a video. What is stopped or has failed is asked for anew."""

    waiting = State(label=_("Waiting"), then=("drawing", "cancelled"), late_after=timedelta(minutes=5))
    drawing = State(label=_("Being drawn"), then=("done", "failed", "cancelled"), late_after=timedelta(minutes=15))
    done = State(label=_("Ready"), is_last=True)
    failed = State(label=_("Could not be drawn"), is_last=True)
    cancelled = State(label=_("Stopped"), is_last=True)
