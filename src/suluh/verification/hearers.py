"""What verification does when something happens below."""

from __future__ import annotations

from suluh.content import api as content
from suluh.foundation import jobs
from suluh.verification import story_matches as story_matches  # it holds stories back from approval


@content.events.story_written.heard_by
def match_what_is_written(*, story: int, office: int) -> None:
    """Ask for the story's sentences to be matched in the background, once for many changes in a row."""
    _ask(story=story, office=office)


@content.events.story_submitted.heard_by
def match_what_is_sent(*, story: int, office: int) -> None:
    """Ask for the story's sentences to be matched, so that who approves finds what was found."""
    _ask(story=story, office=office)


def _ask(*, story: int, office: int) -> None:
    from suluh.verification.tasks import match_story

    if not jobs.is_under_way(match_story, story=story):
        jobs.defer(match_story, lock=f"matches-{story}", story=story, office=office)
