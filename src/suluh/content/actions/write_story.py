"""Begin a story, and keep what is written."""

from __future__ import annotations

from datetime import timedelta

from django.utils.text import slugify

from suluh.agencies import api as agencies
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


@audit.action("content.begin_story")
def begin_story(text: StoryText, *, by: agencies.Member, note: str = "") -> Story:
    """Make a draft from a text."""
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
    return story


@audit.action("content.write_story")
def write_story(story: Story, *, text: StoryText, by: agencies.Member, base: int | None = None) -> Revision:
    """Keep a changed text as the current revision, a new one for each sitting.

    ``base`` is the number of the revision the writer started from. Raises ``WrittenElsewhere`` where somebody else
    wrote a later one, and ``FrozenStory`` where the story cannot be written now.
    """
    story = Story.objects.select_for_update().get(pk=story.pk)
    if not story.is_writable:
        raise FrozenStory(
            _("This story is “%(state)s” and cannot be changed. Take it back to draft first.")
            % {"state": story.state_label()}
        )
    current = _current(story)
    if base is not None and base != current.number and current.written_by_id != by.user_id:
        raise WrittenElsewhere(
            _("%(who)s changed this story after you opened it. Reload to see the changes; your text is kept on screen.")
            % {"who": current.written_by}
        )
    if current.text() == text:
        audit.record("content.write_story", subject=story, office=story.office_id, by=by.user_id, detail={"same": True})
        return current
    is_same_sitting = (
        not current.is_frozen and current.written_by_id == by.user_id and now() - current.written_at < SAME_SITTING
    )
    if is_same_sitting:
        current.content, current.changed_at = dump_story(text), now()
        current.save(update_fields=["content", "changed_at"])
        revision = current
    else:
        revision = _new_revision(story, text=text, by=by)
    _point_at(story, revision=revision, text=text)
    audit.record(
        "content.write_story",
        subject=story,
        office=story.office_id,
        by=by.user_id,
        detail={"revision": revision.number},
    )
    return revision


@audit.action("content.restore_revision")
def restore_revision(revision: Revision, *, by: agencies.Member) -> Revision:
    """Make an earlier revision's words the newest revision; what stood between is kept."""
    story = Story.objects.select_for_update().get(pk=revision.story_id)
    if not story.is_writable:
        raise FrozenStory(
            _("This story is “%(state)s” and cannot be changed. Take it back to draft first.")
            % {"state": story.state_label()}
        )
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


def _new_revision(story: Story, *, text: StoryText, by: agencies.Member, note: str = "") -> Revision:
    last = story.revisions.order_by("-number").values_list("number", flat=True).first() or 0
    return Revision.objects.create(
        story=story, office_id=story.office_id, number=last + 1, content=dump_story(text), written_by=by.user, note=note
    )


def _point_at(story: Story, *, revision: Revision, text: StoryText) -> None:
    story.current_revision = revision
    story.headline = _kept_headline(text)
    story.language = text.language
    if story.published_at is None:
        story.slug = _slug(text)
    story.changed_at = now()
    story.save(update_fields=["current_revision", "headline", "language", "slug", "changed_at"])


def _current(story: Story) -> Revision:
    if story.current_revision is None:
        raise LookupError(f"story {story.pk} has no revision")
    return story.current_revision


def _kept_headline(text: StoryText) -> str:
    return text.headline[:300] or "—"


def _slug(text: StoryText) -> str:
    return slugify(text.headline)[:80].strip("-") or "naskah"
