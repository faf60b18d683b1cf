"""Sentences of a story that look like a claim somebody has checked, as the desk shows them."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from suluh.agencies import api as agencies
from suluh.content import api as content
from suluh.content.blocks import StoryText
from suluh.verification import api as verification
from suluh.web.desk.shown_blocks import FIELD_NAMES, KIND_NAMES
from suluh.web.desk.stories import correction_of

# More are not read at once; deciding about those shown brings the others up.
_MOST_SHOWN = 20
CHECK = "verification.check"


@dataclass(frozen=True, kw_only=True)
class KnownClaim:
    """One match with the name of its place. ``is_bad``: it holds the story back as long as it stands so."""

    match: verification.StoryMatch
    place: str
    is_bad: bool


@dataclass(frozen=True, kw_only=True)
class KnownClaims:
    """The matches of a story's words; whether this member decides about them, and why not where they may not."""

    shown: tuple[KnownClaim, ...]
    is_held: bool  # one of them holds the words back
    may_decide: bool
    why_not: str


def known_claims(story: content.Story, *, text: StoryText, decider: agencies.Member | None = None) -> KnownClaims:
    """Return what was found in these words. ``decider``: who looks at the page where a checker decides."""
    matches = verification.matches_of(story, text=text)[:_MOST_SHOWN]
    shown = tuple(
        KnownClaim(match=match, place=_place(match, text=text), is_bad=verification.is_bad(match)) for match in matches
    )
    is_waiting = story.state in {"draft", "in_review"} or correction_of(story) is not None
    is_held = is_waiting and any(one.is_bad for one in shown)
    if not shown or decider is None:
        return KnownClaims(shown=shown, is_held=is_held, may_decide=False, why_not="")
    why_not = ""
    if not decider.may(CHECK):
        why_not = _("A checker of your office decides about this.")
    elif decider.user_id in content.writers_of(story):
        why_not = _("You wrote part of this story, so another checker must decide about it.")
    return KnownClaims(shown=shown, is_held=is_held, may_decide=not why_not, why_not=why_not)


def held_stories(member: agencies.Member, *, most: int) -> list[content.Story]:
    """Return stories that wait for a checker, this member, before anybody can approve them."""
    if not member.may(CHECK):
        return []
    found = verification.StoryMatch.objects.filter(state="open").values("story")
    own = content.Story.objects.of(member.office).exclude(revisions__written_by=member.user).filter(pk__in=found)
    waiting = [*own.filter(state="in_review")[:most], *own.with_proposed_correction()[:most]]
    return [story for story in waiting if _is_open(story)]


def _is_open(story: content.Story) -> bool:
    matches = verification.matches_of(story, text=story.text())
    return any(match.state == "open" and verification.is_bad(match) for match in matches)


def _place(match: verification.StoryMatch, *, text: StoryText) -> str:
    for number, block in enumerate(text.blocks, start=1):
        if block.id == match.block:
            return f"{KIND_NAMES[block.kind]} {number}"
    return str(FIELD_NAMES.get(match.block, ""))
