"""Send a story to a second person, who approves it or sends it back."""

from __future__ import annotations

from django.db import models

from suluh.agencies import api as agencies
from suluh.content import events, holds
from suluh.content.blocks import Picture, StoryText
from suluh.content.models import Approval, Revision, Story
from suluh.content.states import StoryStates
from suluh.foundation import audit, jobs
from suluh.foundation.clock import now
from suluh.foundation.errors import Refusal
from suluh.foundation.language import lazy as _


class NotReady(Refusal):
    """A story that lacks what a reader must have."""

    code = "content.E120"


class OwnWords(Refusal):
    """Somebody tried to approve what they wrote."""

    code = "content.E121"
    status = 403


@audit.action("content.submit_story")
def submit_story(story: Story, *, by: agencies.Member) -> Story:
    """Ask for a second person's approval."""
    agencies.check_right(by, right="content.write")
    story = _moved(story, to="in_review", by=by, what="content.submit_story")
    text = story.text()
    refuse_unready(text)
    if set(story.proposals) & {block.id for block in text.blocks}:
        raise NotReady(_("Some proposed blocks are neither accepted nor removed. Check them in the editor first."))
    _ask_approvers(story)
    events.story_submitted.tell(story=story.pk, office=story.office_id)
    return story


def refuse_unready(text: StoryText) -> None:
    """Raise ``NotReady`` where words lack what a reader must have."""
    if not text.headline.strip() or not text.blocks:
        raise NotReady(_("A story needs a headline and at least one block before it can be reviewed."))
    for picture in text.of_kind(Picture):
        if not picture.alt.strip():
            raise NotReady(_("A picture has no alt text. Describe it in one sentence for people who cannot see it."))


@audit.action("content.return_story")
def return_story(story: Story, *, by: agencies.Member, reason: str) -> Story:
    """Send a story back to draft, with a reason. An approval it had is void."""
    if by.user_id not in writers_of(story):  # who wrote may always take it back
        agencies.check_right(by, right="content.review")
    if not reason.strip():
        raise NotReady(_("Say in one sentence why the story goes back, so that its author can mend it."))
    story = _moved(story, to="draft", by=by, what="content.return_story", reason=reason)
    story.approved_by = story.approved_at = story.publish_at = None
    story.save(update_fields=["approved_by", "approved_at", "publish_at"])
    _tell_writers(story, by=by)
    return story


def approve_story(story: Story, *, by: agencies.Member) -> Story:
    """Approve the words as they stand: from here on the revision is frozen.

    Raises ``OwnWords`` where the approver wrote any revision since the last published one, and what a hold raises.
    """
    agencies.check_right(by, right="content.approve")
    state = Story.objects.values_list("state", flat=True).get(pk=story.pk)
    StoryStates.check_move(state, to="approved")
    return _approve(story, by=by, seen=holds.look(story))


@audit.action("content.approve_story")
def _approve(story: Story, *, by: agencies.Member, seen: str) -> Story:
    """Approve the words as they stand: from here on the revision is frozen."""
    story = Story.objects.select_for_update().get(pk=story.pk)
    revision = story.current_revision
    if revision is None:
        raise NotReady(_("A story needs a headline and at least one block before it can be reviewed."))
    if by.user_id in writers_of(story):
        raise OwnWords(_("You wrote part of this story, so somebody else must approve it."))
    holds.check_unchanged(revision, seen=seen)
    Revision.objects.filter(pk=revision.pk).update(is_frozen=True)
    Approval.objects.create(office_id=story.office_id, story=story, revision=revision, given_by=by.user)
    story.approved_by, story.approved_at = by.user, now()
    story.save(update_fields=["approved_by", "approved_at"])
    story = _moved(story, to="approved", by=by, what="content.approve_story", reason=f"r{revision.number}")
    events.story_approved.tell(story=story.pk, revision=revision.pk, office=story.office_id)
    return story


def writers_of(story: Story) -> set[int]:
    """Return the ids of the users who wrote the words that are to go out."""
    revisions = story.revisions.all()
    if story.published_revision is not None:
        revisions = revisions.filter(number__gt=story.published_revision.number)
    return set(revisions.values_list("written_by_id", flat=True))


def _ask_approvers(story: Story) -> None:
    """Have a mail sent to everybody in the office who may approve this story."""
    from suluh.content.tasks import mail_approver  # the task's letters ask this module who wrote

    members = _members(story).exclude(user_id__in=writers_of(story))
    for member in (one for one in members if one.may("content.approve")):
        ids = {"story": story.pk, "office": story.office_id, "member": member.pk}
        jobs.defer(mail_approver, lock=f"mail-{story.pk}-{member.pk}", **ids)


def _tell_writers(story: Story, *, by: agencies.Member) -> None:
    """Have a mail sent to the story's writers; who took it back themselves knows."""
    from suluh.content.tasks import mail_writer

    for member in _members(story).filter(user_id__in=writers_of(story) - {by.user_id}):
        ids = {"story": story.pk, "office": story.office_id, "member": member.pk}
        jobs.defer(mail_writer, lock=f"mail-{story.pk}-{member.pk}", **ids)


def _members(story: Story) -> models.QuerySet[agencies.Member]:
    return agencies.Member.objects.filter(office_id=story.office_id, is_active=True, user__is_active=True)


def _moved(story: Story, *, to: str, by: agencies.Member, what: str, reason: str = "") -> Story:
    story = Story.objects.select_for_update().get(pk=story.pk)
    StoryStates.check_move(story.state, to=to)
    before, story.state, story.changed_at = story.state, to, now()
    story.save(update_fields=["state", "changed_at"])
    audit.record(
        what,
        subject=story,
        office=story.office_id,
        by=by.user_id,
        detail={"from": before, "to": to, "reason": reason},
    )
    return story
