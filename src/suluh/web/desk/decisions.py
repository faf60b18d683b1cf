"""What a member may decide about a story now, and why not where they may not."""

from __future__ import annotations

from dataclasses import dataclass, field

from suluh.agencies import api as agencies
from suluh.content import api as content
from suluh.foundation.errors import Translatable
from suluh.foundation.language import lazy as _


@dataclass(frozen=True, kw_only=True)
class Decisions:
    """The names of the decisions open to the member; ``why_not`` says why the awaited one is not."""

    open: frozenset[str] = field(default_factory=frozenset)
    why_not: Translatable = ""


# Which decisions a state has, and the right each takes.
_BY_STATE: dict[str, dict[str, str]] = {
    "draft": {"edit": "content.write", "submit": "content.write", "rights": "content.write"},
    "in_review": {
        "approve": "content.approve",
        "return": "content.review",
        "take-back": "content.write",
        "rights": "content.write",
    },
    "approved": {
        "rights": "content.write",
        "publish": "content.publish",
        "schedule": "content.publish",
        "embargo": "content.publish",
        "return": "content.review",
    },
    "scheduled": {
        "rights": "content.write",
        "publish": "content.publish",
        "unschedule": "content.publish",
        "recall": "content.retract",
    },
    "published": {
        "rights": "content.write",
        "correct": "content.write",
        "withdraw": "content.retract",
        "recall": "content.retract",
    },
    "withdrawn": {"publish": "content.publish", "recall": "content.retract"},
    "recalled": {},
}


def decisions_for(story: content.Story, *, member: agencies.Member) -> Decisions:
    """Return what ``member`` may decide about ``story`` now."""
    rights = _BY_STATE[story.state]
    allowed = {name for name, right in rights.items() if member.may(right)}
    if story.state == "draft":
        return Decisions(
            open=frozenset(allowed),
            why_not="" if allowed else _("Only authors and editors of your office can write in this story."),
        )
    if story.state != "in_review":
        return Decisions(open=frozenset(allowed), why_not=_why_not_bring_out(story, allowed=allowed))
    wrote = member.user_id in content.writers_of(story)
    if not wrote:
        allowed.discard("take-back")
    if wrote and "approve" in allowed:
        allowed.discard("approve")
    return Decisions(open=frozenset(allowed), why_not=_why_not_approve(wrote=wrote, allowed=allowed))


def _why_not_bring_out(story: content.Story, *, allowed: set[str]) -> Translatable:
    if story.state == "approved" and "publish" not in allowed:
        return _("Approved. An editor or approver publishes it; the pack can be taken already.")
    if allowed or not _BY_STATE[story.state]:
        return ""
    return _("Your role in this office does not decide about this story.")


def _why_not_approve(*, wrote: bool, allowed: set[str]) -> Translatable:
    if "approve" in allowed:
        return ""
    if wrote:
        return _(
            "This story is sent and waits for approval. You wrote part of it, so somebody else must approve it: "
            "they see it under “Waiting for you”."
        )
    return _("Only an approver of your office can approve this story.")
