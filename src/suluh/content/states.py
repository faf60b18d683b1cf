"""The life of a story."""

from __future__ import annotations

from datetime import timedelta

from suluh.foundation.language import lazy as _
from suluh.foundation.states import State, States


class StoryStates(States):
    """From draft to public, and the typed exits. Drawn in docs/reference/states.md."""

    draft = State(label=_("Draft"), then=("in_review",))
    in_review = State(label=_("In review"), then=("draft", "approved"), late_after=timedelta(days=2))
    approved = State(label=_("Approved"), then=("draft", "scheduled", "published"))
    scheduled = State(label=_("Scheduled"), then=("approved", "published", "recalled"))
    published = State(label=_("Published"), then=("withdrawn", "recalled"))
    withdrawn = State(label=_("Withdrawn"), then=("published", "recalled"))
    recalled = State(label=_("Recalled"), is_last=True)


# In these states the words may be changed. Later they are frozen; a correction opens a new revision beside them.
WRITABLE = frozenset({"draft"})
# What the public may open: withdrawn stories stay readable under a banner, recalled ones answer 410 with the reason.
PUBLIC = ("published", "withdrawn", "recalled")
