"""Begin a story, and keep what is written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.utils.text import slugify

from suluh.agencies import api as agencies
from suluh.content import events
from suluh.content.blocks import StoryText, dump_story
from suluh.content.models import Revision, Story
from suluh.foundation import audit
from suluh.foundation.clock import now
from suluh.foundation.errors import Refusal
from suluh.foundation.language import lazy as _

# One person's changes within this time are one revision.
SAME_SITTING = timedelta(minutes=10)


class FrozenStory(Refusal):
    """Writing into a story that is being reviewed, approved or public."""

    code = "content.E110"
    status = 409


class WrittenElsewhere(Refusal):
    """Two people wrote at the same time; the later save was made from older words."""

    code = "content.E111"
    status = 409


@dataclass(frozen=True, kw_only=True)
class Seen:
    """What an editor page started from: the revision's number, the digest of its words, and the page's own id."""

    number: int
    digest: str
    page: str


@audit.action("content.begin_story")
def begin_story(text: StoryText, *, by: agencies.Member, note: str = "") -> Story:
    """Make a draft from a text."""
    agencies.check_right(by, right="content.write")
    story = Story.objects.create(
        office=by.office,
        created_by=by.user,
        language=text.language,
        headline=_kept_headline(text),
        slug=_slug(text),
    )
    revision = _new_revision(story, text=text, by=by, note=note)
    audit.record("content.begin_story", subject=story, office=by.office_id, by=by.user_id)
    story.current_revision = revision
    story.save(update_fields=["current_revision"])
    events.story_written.tell(story=story.pk, office=story.office_id)
    return story


@audit.action("content.write_story")
def write_story(story: Story, *, text: StoryText, by: agencies.Member, base: int | Seen | None = None) -> Revision:
    """Keep a changed text as the current revision, a new one for each sitting.

    ``base`` is what the writer started from: a revision's number, or what an open page has seen. Raises
    ``WrittenElsewhere`` where somebody else, or another page of the same person, wrote later words, and
    ``FrozenStory`` where the story cannot be written now.
    """
    agencies.check_right(by, right="content.write")
    story = _writable(story.pk)
    current = _current(story)
    same = current.text() == text
    if not same and _is_written_elsewhere(current, base=base, by=by):
        raise _written_elsewhere(current, by=by)
    if same:
        audit.record("content.write_story", subject=story, office=story.office_id, by=by.user_id, detail={"same": True})
        return current
    page = base.page if isinstance(base, Seen) else ""
    if _is_same_sitting(current, base=base, by=by):
        current.content, current.changed_at, current.page = dump_story(text), now(), page
        current.save(update_fields=["content", "changed_at", "page"])
        revision = current
    else:
        revision = _new_revision(story, text=text, by=by, page=page)
    _point_at(story, revision=revision, text=text)
    audit.record(
        "content.write_story",
        subject=story,
        office=story.office_id,
        by=by.user_id,
        detail={"revision": revision.number},
    )
    return revision


@audit.action("content.keep_revision")
def keep_revision(story: Story, *, text: StoryText, by: agencies.Member, note: str = "") -> Revision:
    """Keep a text as a revision of its own, whatever was written meanwhile: how a conflict ends without a loss."""
    agencies.check_right(by, right="content.write")
    story = _writable(story.pk)
    revision = _new_revision(story, text=text, by=by, note=note)
    _point_at(story, revision=revision, text=text)
    audit.record(
        "content.keep_revision",
        subject=story,
        office=story.office_id,
        by=by.user_id,
        detail={"revision": revision.number},
    )
    return revision


def _writable(pk: int) -> Story:
    story = Story.objects.select_for_update().get(pk=pk)
    if not story.is_writable:
        raise FrozenStory(
            _("This story is “%(state)s” and cannot be changed. Take it back to draft first.")
            % {"state": story.state_label()}
        )
    return story


def _is_same_sitting(current: Revision, *, base: int | Seen | None, by: agencies.Member) -> bool:
    """Tell whether a save goes into the current revision. Words that this page never showed are never written over."""
    if current.is_frozen or current.note or current.written_by_id != by.user_id:
        return False
    if isinstance(base, Seen) and base.digest != current.digest() and base.page != current.page:
        return False
    return now() - current.written_at < SAME_SITTING


def _is_written_elsewhere(current: Revision, *, base: int | Seen | None, by: agencies.Member) -> bool:
    if isinstance(base, Seen):
        return base.digest != current.digest() and current.page != base.page
    return base is not None and base != current.number and current.written_by_id != by.user_id


def _written_elsewhere(current: Revision, *, by: agencies.Member) -> WrittenElsewhere:
    if current.written_by_id == by.user_id:
        return WrittenElsewhere(_("You changed this story in another tab after you opened it here. No text is lost."))
    return WrittenElsewhere(
        _("%(who)s changed this story after you opened it. No text is lost.") % {"who": current.written_by}
    )


@audit.action("content.restore_revision")
def restore_revision(revision: Revision, *, by: agencies.Member) -> Revision:
    """Make an earlier revision's words the newest revision; what stood between is kept."""
    agencies.check_right(by, right="content.write")
    story = _writable(revision.story_id)
    text = revision.text()
    restored = _new_revision(story, text=text, by=by, note=f"↩ {revision.number}")
    _point_at(story, revision=restored, text=text)
    audit.record(
        "content.restore_revision",
        subject=story,
        office=story.office_id,
        by=by.user_id,
        detail={"from": revision.number, "to": restored.number},
    )
    return restored


def _new_revision(story: Story, *, text: StoryText, by: agencies.Member, note: str = "", page: str = "") -> Revision:
    last = story.revisions.order_by("-number").values_list("number", flat=True).first() or 0
    return Revision.objects.create(
        story=story,
        office_id=story.office_id,
        number=last + 1,
        content=dump_story(text),
        written_by=by.user,
        note=note,
        page=page,
    )


def _point_at(story: Story, *, revision: Revision, text: StoryText) -> None:
    story.current_revision = revision
    story.headline = _kept_headline(text)
    story.language = text.language
    if story.published_at is None:
        story.slug = _slug(text)
    story.changed_at = now()
    story.save(update_fields=["current_revision", "headline", "language", "slug", "changed_at"])
    events.story_written.tell(story=story.pk, office=story.office_id)


def _current(story: Story) -> Revision:
    if story.current_revision is None:
        raise LookupError(f"story {story.pk} has no revision")
    return story.current_revision


def _kept_headline(text: StoryText) -> str:
    return text.headline[:300] or "—"


def _slug(text: StoryText) -> str:
    return slugify(text.headline)[:80].strip("-") or "naskah"
