"""The lives of a claim, of a fact-check and of a match in a story."""

from __future__ import annotations

from datetime import timedelta

from suluh.foundation.language import lazy as _
from suluh.foundation.states import State, States


class ClaimStates(States):
    """From the first question to the answer.

    A new verdict goes by ``proposed``, from one checker to another. Straight to ``answered`` goes only what a checker
    finds to be known already: two people stood behind that fact-check when it was published.
    """

    open = State(label=_("Open"), then=("checking", "answered", "merged", "closed"), late_after=timedelta(hours=1))
    checking = State(
        label=_("Being checked"),
        then=("proposed", "answered", "open", "merged", "closed"),
        late_after=timedelta(hours=3),
    )
    proposed = State(label=_("Verdict proposed"), then=("answered", "checking"), late_after=timedelta(hours=1))
    answered = State(label=_("Answered"), then=("checking",), is_last=True)
    merged = State(label=_("Part of another claim"), then=("open",), is_last=True)
    closed = State(label=_("Closed without a verdict"), then=("open",), is_last=True)


class FactCheckStates(States):
    """A fact-check is proposed by one checker and made public by another; imported ones begin public."""

    proposed = State(label=_("Proposed"), then=("published", "dropped"))
    published = State(label=_("Published"), then=("withdrawn",))
    withdrawn = State(label=_("Withdrawn"), then=("published",), is_last=True)
    dropped = State(label=_("Not published"), then=("proposed",), is_last=True)


class StoryMatchStates(States):
    """What a checker decides of a sentence of an own draft that looks like a known hoax."""

    open = State(label=_("To be decided"), then=("cleared", "confirmed"))
    cleared = State(label=_("Not the hoax"), then=("open", "confirmed"), is_last=True)
    confirmed = State(label=_("It is the hoax"), then=("open", "cleared"), is_last=True)


# Nobody has answered these yet.
WAITING = ("open", "checking", "proposed")
