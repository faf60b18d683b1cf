"""What may hold a story back before its words are frozen: rooms above look at them and say why they must not go out.

A hold is asked before the approval's own transaction: what it writes down stays, whether or not the story is approved.
"""

from __future__ import annotations

from collections.abc import Callable

from suluh.content.models import Revision, Story
from suluh.foundation.errors import Refusal
from suluh.foundation.language import lazy as _

# Raises a Refusal that says why the story's current words must not go out, and what to do.
Hold = Callable[[Story], None]
_holds: list[Hold] = []


class WordsChanged(Refusal):
    """The words were changed between the look at them and their approval."""

    code = "content.E122"
    status = 409


def holds_stories(hold: Hold) -> Hold:
    """Ask ``hold`` (a decorator) about every story before it is approved."""
    _holds.append(hold)
    return hold


def look(story: Story) -> str:
    """Ask every hold about a story's words; return their digest for ``check_unchanged``. Raises what a hold raises."""
    story = Story.objects.select_related("current_revision").get(pk=story.pk)
    for hold in _holds:
        hold(story)
    return _digest(story.current_revision)


def check_unchanged(revision: Revision, *, seen: str) -> None:
    """Raise ``WordsChanged`` where a revision's words are not those that were looked at. Part of an action."""
    if _digest(revision) != seen:
        raise WordsChanged(_("The words of this story were changed just now. Read it again, then decide."))


def _digest(revision: Revision | None) -> str:
    return revision.digest() if revision is not None else ""
