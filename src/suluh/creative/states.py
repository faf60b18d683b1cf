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


class LayoutStates(States):
    """The life of an office's own layout. What was put in use or shared stays as it was, whatever is written after."""

    draft = State(label=_("Draft"), then=("in_use", "retired"))
    in_use = State(label=_("In use"), then=("submitted", "retired"))
    submitted = State(
        label=_("Waiting to be shared"), then=("shared", "returned", "retired"), late_after=timedelta(days=7)
    )
    shared = State(label=_("Shared with every office"), then=("submitted", "retired"))
    returned = State(label=_("Returned with a remark"), then=("submitted", "retired"))
    retired = State(label=_("Put away"), then=("draft",), is_last=True)


class WordStates(States):
    """A word that no dictionary has: seen in an approved story, then the office's own; taken out, it stays out."""

    seen = State(label=_("Seen once"), then=("in_use", "removed"))
    in_use = State(label=_("In use"), then=("removed",))
    removed = State(label=_("Taken out"), then=("in_use",), is_last=True)
