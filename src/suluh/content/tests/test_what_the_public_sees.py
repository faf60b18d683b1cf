"""What the public may see of a story ends with it, and nothing goes out but what a second person approved."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO

import pytest
from conftest import build_member, build_text
from PIL import Image

from suluh.agencies.models import Member, Office
from suluh.content import api as content
from suluh.content.actions.publish_story import IsPublic, NotDue
from suluh.content.actions.review_story import NotReady, OwnWords
from suluh.content.blocks import Paragraph, Picture
from suluh.content.models import Exit, Media, Revision, Story
from suluh.content.tasks import publish_due
from suluh.foundation import tenancy
from suluh.foundation.clock import now

EXIT = {"reason": "salah", "public_note": "Ralat."}


@pytest.fixture
def picture(author: Member, acting_office: Office) -> Media:
    drawn = BytesIO()
    Image.new("RGB", (40, 30), "#c8102e").save(drawn, "PNG")
    return content.add_media(
        drawn.getvalue(), description=content.Description(alt="Penandatanganan", credit="Humas"), by=author
    )


@pytest.fixture
def scheduled(story: Story, author: Member, approver: Member) -> Story:
    content.submit_story(story, by=author)
    content.approve_story(story, by=approver)
    content.schedule_story(story, at=now() + timedelta(hours=1), by=approver)
    return story


def _come_due(story: Story) -> None:
    Story.objects.filter(pk=story.pk).update(publish_at=now() - timedelta(seconds=1))


def _with(picture: Media) -> dict[str, object]:
    return {"blocks": (Picture(media=str(picture.pk), alt="Penandatanganan"), Paragraph(text="Isi."))}


def _published(author: Member, approver: Member, **values: object) -> Story:
    story = content.begin_story(build_text(**values), by=author)
    content.submit_story(story, by=author)
    content.approve_story(story, by=approver)
    return content.publish_story(story, by=approver)


def _is_public(picture: Media) -> bool:
    with tenancy.acting():
        return Media.objects.filter(pk=picture.pk).exists()


def test_a_picture_is_public_as_long_as_a_public_story_shows_it(
    picture: Media, author: Member, approver: Member
) -> None:
    first, second = (_published(author, approver, **_with(picture)) for _time in range(2))
    assert _is_public(picture)
    content.recall_story(first, **EXIT, by=approver)
    assert _is_public(picture), "the second story shows it"
    content.withdraw_story(second, **EXIT, by=approver)
    assert _is_public(picture), "a withdrawn story stays readable under its banner"
    content.recall_story(second, **EXIT, by=approver)
    assert not _is_public(picture)


def test_a_picture_that_a_correction_removes_is_closed(picture: Media, author: Member, approver: Member) -> None:
    story = _published(author, approver, **_with(picture))
    content.propose_correction(story, text=build_text(), by=author)
    content.correct_story(story, kind=Exit.Kind.CORRECTION_MAJOR, **EXIT, by=approver)
    assert not _is_public(picture)


def test_the_clock_leaves_a_story_that_was_taken_off_the_schedule(scheduled: Story, approver: Member) -> None:
    """As where the clock had looked before, and the story was unscheduled, or moved, before its turn came."""
    with pytest.raises(NotDue):
        content.publish_story(scheduled, by=None)
    content.unschedule_story(scheduled, by=approver)
    with pytest.raises(NotDue):
        content.publish_story(scheduled, by=None)
    scheduled.refresh_from_db()
    assert scheduled.state == "approved"


def test_one_story_that_cannot_go_out_does_not_hold_back_the_others(
    scheduled: Story, author: Member, approver: Member
) -> None:
    other = content.begin_story(build_text(), by=author)
    content.submit_story(other, by=author)
    content.approve_story(other, by=approver)
    content.schedule_story(other, at=now() + timedelta(hours=2), by=approver)
    Story.objects.filter(pk=scheduled.pk).update(current_revision=None)  # as no action leaves it
    _come_due(scheduled)
    _come_due(other)
    publish_due(timestamp=0)
    assert list(Story.objects.filter(state="published")) == [other]


def test_a_withdrawn_story_comes_back_in_the_words_that_were_approved(
    published_story: Story, author: Member, approver: Member
) -> None:
    approved = published_story.published_revision
    content.propose_correction(published_story, text=build_text(lead="Belum disetujui."), by=author)
    content.withdraw_story(published_story, **EXIT, by=approver)
    back = content.publish_story(published_story, by=approver)
    assert back.state == "published"
    assert back.published_revision == approved


def test_who_proposed_an_earlier_correction_does_not_approve_the_next(
    published_story: Story, author: Member, approver: Member
) -> None:
    content.propose_correction(published_story, text=build_text(lead="Dari penyetuju."), by=approver)
    content.propose_correction(published_story, text=build_text(lead="Dari penyetuju, ditambah."), by=author)
    with pytest.raises(OwnWords):
        content.correct_story(published_story, kind=Exit.Kind.CORRECTION_MINOR, **EXIT, by=approver)
    third = build_member(published_story.office, roles=("approver",))
    content.correct_story(published_story, kind=Exit.Kind.CORRECTION_MINOR, **EXIT, by=third)


def test_a_correction_needs_what_a_story_needs(published_story: Story, author: Member) -> None:
    with pytest.raises(NotReady):
        content.propose_correction(published_story, text=build_text(headline=" "), by=author)


def test_what_is_public_cannot_be_put_under_embargo(published_story: Story, approver: Member) -> None:
    with pytest.raises(IsPublic):
        content.set_embargo(published_story, until=now() + timedelta(days=1), by=approver)


def test_the_public_reads_only_published_words(story: Story, author: Member, approver: Member) -> None:
    def seen() -> list[str]:
        with tenancy.acting():
            return [revision.text().lead for revision in Revision.objects.order_by("number")]

    content.submit_story(story, by=author)
    content.approve_story(story, by=approver)
    content.return_story(story, by=approver, reason="Ada nama yang salah.")
    content.write_story(story, text=build_text(lead="Terbit."), by=author)
    content.submit_story(story, by=author)
    content.approve_story(story, by=approver)
    assert seen() == []
    content.publish_story(story, by=approver)
    assert seen() == ["Terbit."], "the words that were approved first and sent back stay in the office"
    content.propose_correction(story, text=build_text(lead="Ralat."), by=author)
    content.correct_story(story, kind=Exit.Kind.CORRECTION_MINOR, **EXIT, by=approver)
    assert seen() == ["Ralat."]
    content.recall_story(story, **EXIT, by=approver)
    assert seen() == []
