"""Make an approved story public, now or at its hour."""

from __future__ import annotations

from datetime import datetime

from django.contrib.postgres.search import SearchVector
from django.db.models import Value

from suluh.agencies import api as agencies
from suluh.content import events
from suluh.content.blocks import StoryText, media_ids
from suluh.content.models import Revision, Story
from suluh.content.showing import settle_pictures
from suluh.content.states import PUBLIC, StoryStates
from suluh.foundation import audit
from suluh.foundation.clock import now
from suluh.foundation.errors import Refusal
from suluh.foundation.language import lazy as _
from suluh.foundation.richtext import to_plain


class Embargoed(Refusal):
    """Publishing before the embargo ends."""

    code = "content.E130"
    status = 409


class PastHour(Refusal):
    """A schedule in the past."""

    code = "content.E131"


class NotDue(Refusal):
    """The clock came for a story that was meanwhile taken off the schedule, or moved to a later hour."""

    code = "content.E132"
    status = 409


class IsPublic(Refusal):
    """An embargo for what the public reads already."""

    code = "content.E133"
    status = 409


@audit.action("content.schedule_story")
def schedule_story(story: Story, *, at: datetime, by: agencies.Member) -> Story:
    """Set the hour an approved story becomes public."""
    agencies.check_right(by, right="content.publish")
    story = Story.objects.select_for_update().get(pk=story.pk)
    if at <= now():
        raise PastHour(_("The hour has passed. Choose a later one, or publish now."))
    _refuse_before_embargo(story, at=at)
    StoryStates.check_move(story.state, to="scheduled")
    story.state, story.publish_at = "scheduled", at
    story.save(update_fields=["state", "publish_at"])
    audit.record(
        "content.schedule_story", subject=story, office=story.office_id, by=by.user_id, detail={"at": at.isoformat()}
    )
    return story


@audit.action("content.unschedule_story")
def unschedule_story(story: Story, *, by: agencies.Member) -> Story:
    """Take a story off the schedule; it stays approved."""
    agencies.check_right(by, right="content.publish")
    story = Story.objects.select_for_update().get(pk=story.pk)
    StoryStates.check_move(story.state, to="approved")
    story.state, story.publish_at = "approved", None
    story.save(update_fields=["state", "publish_at"])
    audit.record("content.unschedule_story", subject=story, office=story.office_id, by=by.user_id)
    return story


@audit.action("content.set_embargo")
def set_embargo(story: Story, *, until: datetime | None, by: agencies.Member) -> Story:
    """Set or lift the embargo of a story that is not public yet."""
    agencies.check_right(by, right="content.publish")
    story = Story.objects.select_for_update().get(pk=story.pk)
    if story.state in PUBLIC:
        raise IsPublic(_("This story is public already. Withdraw it, if it must not be read now."))
    if story.publish_at is not None and until is not None and until > story.publish_at:
        raise Embargoed(_("The story is scheduled before that hour. Move the schedule first."))
    story.embargo_at = until
    story.save(update_fields=["embargo_at"])
    audit.record(
        "content.set_embargo",
        subject=story,
        office=story.office_id,
        by=by.user_id,
        detail={"until": until.isoformat() if until else None},
    )
    return story


@audit.action("content.publish_story")
def publish_story(story: Story, *, by: agencies.Member | None) -> Story:
    """Make an approved story public now, or one that was withdrawn, in the words it had.

    ``by`` is None where the schedule does it. Raises ``MoveRefused``, ``Embargoed``, or ``NotDue`` for the schedule.
    """
    if by is not None:
        agencies.check_right(by, right="content.publish")
    story = Story.objects.select_for_update().get(pk=story.pk)
    if by is None and not _is_due(story):
        raise NotDue(_("This story is not due: its schedule was changed."))
    _refuse_before_embargo(story, at=now())
    StoryStates.check_move(story.state, to="published")
    revision = story.published_revision if story.state == "withdrawn" else story.current_revision
    show(story, revision=revision, at=now())
    audit.record(
        "content.publish_story",
        subject=story,
        office=story.office_id,
        by=by.user_id if by else None,
        detail={"revision": story.published_revision_id},
    )
    return story


def _is_due(story: Story) -> bool:
    return story.state == "scheduled" and story.publish_at is not None and story.publish_at <= now()


def show(story: Story, *, revision: Revision | None, at: datetime) -> None:
    """Put a revision before the public, index it and tell the rooms above. Part of an action."""
    if revision is None or not revision.is_frozen:
        raise LookupError(f"story {story.pk} has no approved revision")
    text, before = revision.text(), story.published_revision
    pictures = media_ids(text) + (media_ids(before.text()) if before else [])
    story.state = "published"
    story.published_revision = revision
    story.published_at = story.published_at or at
    story.changed_at = at
    story.save(update_fields=["state", "published_revision", "published_at", "changed_at"])
    Story.objects.filter(pk=story.pk).update(
        search=SearchVector(Value(text.headline), weight="A", config="indonesian")
        + SearchVector(Value(text.lead), weight="B", config="indonesian")
        + SearchVector(Value(words_of(text)), weight="C", config="indonesian")
    )
    settle_pictures(pictures, office=story.office_id)
    events.story_published.tell(story=story.pk, revision=revision.pk, office=story.office_id)


def words_of(text: StoryText) -> str:
    """Return every word of the blocks as one plain text, for the search index."""
    pieces = []
    for block in text.blocks:
        for name in block.text_fields():
            value = str(getattr(block, name))
            pieces.append(to_plain(value) if name in block.RICH else value)
    return "\n".join(pieces)


def _refuse_before_embargo(story: Story, *, at: datetime) -> None:
    if story.embargo_at is not None and at < story.embargo_at:
        raise Embargoed(
            _("This story is under embargo until %(until)s. Publish it after that hour, or lift the embargo.")
            % {"until": story.embargo_at.isoformat(timespec="minutes")}
        )
