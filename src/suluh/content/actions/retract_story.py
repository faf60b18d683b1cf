"""The typed exits of a public story: correction, withdrawal, recall. Each says why, to the office and to the public."""

from __future__ import annotations

from dataclasses import dataclass

from suluh.agencies import api as agencies
from suluh.content import events, holds
from suluh.content.actions.publish_story import show
from suluh.content.actions.review_story import OwnWords, refuse_unready, writers_of
from suluh.content.blocks import StoryText, dump_story, media_ids
from suluh.content.models import Approval, Exit, ExitReason, Revision, Story
from suluh.content.showing import settle_pictures
from suluh.content.states import StoryStates
from suluh.foundation import audit
from suluh.foundation.clock import now
from suluh.foundation.errors import Refusal
from suluh.foundation.language import lazy as _


class NoReason(Refusal):
    """An exit that does not say why."""

    code = "content.E140"


class NothingChanged(Refusal):
    """A correction that corrects nothing."""

    code = "content.E141"


class NoCorrection(Refusal):
    """Approving a correction that is not there."""

    code = "content.E142"
    status = 409


@audit.action("content.propose_correction")
def propose_correction(story: Story, *, text: StoryText, by: agencies.Member) -> Revision:
    """Write the corrected words of a public story as a new revision. A second person puts them out."""
    agencies.check_right(by, right="content.write")
    story = Story.objects.select_for_update().get(pk=story.pk)
    if story.state != "published" or story.published_revision is None:
        raise NoCorrection(_("Only a published story can be corrected."))
    if story.published_revision.text() == text:
        raise NothingChanged(_("The corrected text is the same as the published one."))
    refuse_unready(text)
    last = story.revisions.order_by("-number").values_list("number", flat=True).first() or 0
    revision = Revision.objects.create(
        story=story, office_id=story.office_id, number=last + 1, content=dump_story(text), written_by=by.user
    )
    story.current_revision = revision
    story.save(update_fields=["current_revision"])
    audit.record(
        "content.propose_correction",
        subject=story,
        office=story.office_id,
        by=by.user_id,
        detail={"revision": revision.number},
    )
    events.story_written.tell(story=story.pk, office=story.office_id)
    return revision


def correct_story(story: Story, *, kind: Exit.Kind, reason: str, public_note: str, by: agencies.Member) -> Exit:
    """Approve the proposed correction and put it out.

    Raises ``OwnWords`` for who wrote since the last publishing, and what a hold raises.
    """
    agencies.check_right(by, right="content.approve")
    said = _Said(kind=kind, reason=reason, public_note=public_note)
    return _correct(story, said=said, by=by, seen=holds.look(story))


@dataclass(frozen=True, kw_only=True)
class _Said:
    """What is said of a correction, to the office and to the public."""

    kind: Exit.Kind
    reason: str
    public_note: str


@audit.action("content.correct_story")
def _correct(story: Story, *, said: _Said, by: agencies.Member, seen: str) -> Exit:
    """Approve the proposed correction and put it out."""
    story = Story.objects.select_for_update().get(pk=story.pk)
    before, after = story.published_revision, story.current_revision
    if story.state != "published" or before is None or after is None or before.pk == after.pk:
        raise NoCorrection(_("There is no proposed correction to put out."))
    if by.user_id in writers_of(story):
        raise OwnWords(_("You wrote part of this story, so somebody else must approve it."))
    holds.check_unchanged(after, seen=seen)
    made = _exit(story, kind=said.kind, reason=said.reason, public_note=said.public_note, by=by)
    made.before, made.after = before, after
    made.save(update_fields=["before", "after"])
    Revision.objects.filter(pk=after.pk).update(is_frozen=True)
    after.is_frozen = True
    Approval.objects.create(office_id=story.office_id, story=story, revision=after, given_by=by.user)
    text = after.text()
    story.headline, story.language = text.headline[:300], text.language
    story.save(update_fields=["headline", "language"])
    show(story, revision=after, at=now())
    return made


@audit.action("content.drop_correction")
def drop_correction(story: Story, *, by: agencies.Member, reason: str) -> Story:
    """Turn a proposed correction down, or take one's own back; its words stay among the revisions."""
    story = Story.objects.select_for_update().get(pk=story.pk)
    current, published = story.current_revision, story.published_revision
    if story.state != "published" or current is None or published is None or current.pk == published.pk:
        raise NoCorrection(_("There is no proposed correction to put out."))
    if current.written_by_id != by.user_id:
        agencies.check_right(by, right="content.review")
        if not reason.strip():
            raise NoReason(_("Say in one sentence why the correction is dropped, so that its author knows."))
    story.current_revision = published
    story.save(update_fields=["current_revision"])
    audit.record(
        "content.drop_correction",
        subject=story,
        office=story.office_id,
        by=by.user_id,
        detail={"revision": current.number, "reason": reason.strip()},
    )
    return story


@audit.action("content.withdraw_story")
def withdraw_story(story: Story, *, reason: str, public_note: str, by: agencies.Member) -> Exit:
    """Take a story from view: its page stays readable under a banner, lists and feeds drop it."""
    agencies.check_right(by, right="content.retract")
    story = _left(story, to="withdrawn")
    made = _exit(story, kind=Exit.Kind.WITHDRAWAL, reason=reason, public_note=public_note, by=by)
    events.story_withdrawn.tell(story=story.pk, office=story.office_id)
    return made


@audit.action("content.recall_story")
def recall_story(story: Story, *, reason: str, public_note: str, by: agencies.Member) -> Exit:
    """Recall a story: its page answers 410 with the note, its codes say recalled. It beats schedule and embargo."""
    agencies.check_right(by, right="content.retract")
    story = _left(story, to="recalled")
    made = _exit(story, kind=Exit.Kind.RECALL, reason=reason, public_note=public_note, by=by)
    if story.published_revision is not None:
        settle_pictures(media_ids(story.published_revision.text()), office=story.office_id)
    events.story_recalled.tell(story=story.pk, office=story.office_id)
    return made


def _left(story: Story, *, to: str) -> Story:
    story = Story.objects.select_for_update().get(pk=story.pk)
    StoryStates.check_move(story.state, to=to)
    story.state, story.changed_at, story.publish_at = to, now(), None
    story.save(update_fields=["state", "changed_at", "publish_at"])
    return story


def _exit(story: Story, *, kind: Exit.Kind, reason: str, public_note: str, by: agencies.Member) -> Exit:
    if not reason.strip() or not public_note.strip():
        raise NoReason(_("Write the reason for the office and the note for the public: one sentence each."))
    made = Exit.objects.create(
        office_id=story.office_id,
        story=story,
        kind=kind,
        public_note=public_note.strip(),
        before=story.published_revision,
        made_by=by.user,
    )
    ExitReason.objects.create(exit=made, office_id=story.office_id, words=reason.strip())
    audit.record(
        f"content.{kind.value}",
        subject=story,
        office=story.office_id,
        by=by.user_id,
        detail={"reason": reason.strip(), "public_note": public_note.strip()},
    )
    return made
