"""Make an approved story public, now or at its hour."""

from __future__ import annotations

from datetime import datetime

from django.contrib.postgres.search import SearchVector
from django.db.models import Value

from suluh.agencies import api as agencies
from suluh.content import events
from suluh.content.blocks import StoryText, media_ids
from suluh.content.models import Media, Story
from suluh.content.states import StoryStates
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
    """Make an approved story public now. ``by`` is None where the schedule does it. A second call changes nothing."""
    if by is not None:
        agencies.check_right(by, right="content.publish")
    story = Story.objects.select_for_update().get(pk=story.pk)
    _refuse_before_embargo(story, at=now())
    StoryStates.check_move(story.state, to="published")
    show(story, at=now())
    audit.record(
        "content.publish_story",
        subject=story,
        office=story.office_id,
        by=by.user_id if by else None,
        detail={"revision": story.published_revision_id},
    )
    return story


def show(story: Story, *, at: datetime) -> None:
    """Put the current revision before the public, index it and tell the rooms above. Part of an action."""
    revision = story.current_revision
    if revision is None or not revision.is_frozen:
        raise LookupError(f"story {story.pk} has no approved revision")
    text = revision.text()
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
    Media.objects.filter(office_id=story.office_id, pk__in=media_ids(text)).update(is_public=True)
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
