"""The lifecycle of a story, and what the database itself refuses."""

from __future__ import annotations

from datetime import timedelta

import pytest
from conftest import build_text
from django.db import IntegrityError, transaction

from suluh.agencies.models import Member, Office
from suluh.content import api as content
from suluh.content.actions.publish_story import Embargoed
from suluh.content.actions.review_story import OwnWords
from suluh.content.actions.write_story import FrozenStory, WrittenElsewhere
from suluh.content.models import Approval, Exit, Revision, Story
from suluh.foundation.clock import now
from suluh.foundation.models import AuditEntry
from suluh.foundation.states import MoveRefused


def test_a_story_goes_from_draft_to_public(published_story: Story) -> None:
    assert published_story.state == "published"
    assert [s.pk for s in Story.objects.matching("bertukar konten")] == [published_story.pk]
    entries = AuditEntry.objects.filter(action__startswith="content.").order_by("pk")
    actions = list(entries.values_list("action", flat=True))
    assert actions == ["content.begin_story", "content.submit_story", "content.approve_story", "content.publish_story"]


def test_who_wrote_cannot_approve(story: Story, author: Member) -> None:
    author.roles = ["author", "approver"]
    content.submit_story(story, by=author)
    with pytest.raises(OwnWords):
        content.approve_story(story, by=author)


def test_the_database_refuses_an_approval_by_the_writer(story: Story, author: Member) -> None:
    assert story.current_revision
    with pytest.raises(IntegrityError), transaction.atomic():
        Approval.objects.create(office=story.office, story=story, revision=story.current_revision, given_by=author.user)


def test_the_database_refuses_to_publish_what_nobody_approved(story: Story, approver: Member) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Story.objects.filter(pk=story.pk).update(
            state="published", published_revision=story.current_revision, published_at=now(), approved_by=approver.user
        )


def test_a_frozen_revision_cannot_be_changed(published_story: Story) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Revision.objects.filter(story=published_story).update(content={})
    with pytest.raises(IntegrityError), transaction.atomic():
        Revision.objects.filter(story=published_story).delete()


def test_one_sitting_is_one_revision_and_another_writer_begins_a_new_one(
    story: Story, author: Member, approver: Member
) -> None:
    content.write_story(story, text=build_text(lead="Satu."), by=author)
    content.write_story(story, text=build_text(lead="Dua."), by=author)
    content.write_story(story, text=build_text(lead="Tiga."), by=approver)
    assert [r.text().lead for r in story.revisions.order_by("number")] == ["Dua.", "Tiga."]


def test_writing_over_somebody_is_refused(story: Story, author: Member, approver: Member) -> None:
    content.write_story(story, text=build_text(lead="Dari editor."), by=approver, base=1)
    with pytest.raises(WrittenElsewhere):
        content.write_story(story, text=build_text(lead="Dari penulis."), by=author, base=1)


def test_a_restored_revision_keeps_what_stood_between(story: Story, author: Member, approver: Member) -> None:
    first = story.current_revision
    assert first
    content.write_story(story, text=build_text(lead="Lain."), by=approver)
    restored = content.restore_revision(first, by=author)
    assert restored.text() == first.text()
    assert story.revisions.count() == 3


def test_words_in_review_are_not_changed(story: Story, author: Member) -> None:
    content.submit_story(story, by=author)
    with pytest.raises(FrozenStory):
        content.write_story(story, text=build_text(lead="Lain."), by=author)


def test_an_embargo_holds_back_publishing(story: Story, author: Member, approver: Member) -> None:
    content.submit_story(story, by=author)
    content.approve_story(story, by=approver)
    content.set_embargo(story, until=now() + timedelta(hours=1), by=approver)
    with pytest.raises(Embargoed):
        content.publish_story(story, by=approver)


def test_a_correction_takes_two_people_and_keeps_both_versions(
    published_story: Story, author: Member, approver: Member
) -> None:
    content.propose_correction(published_story, text=build_text(lead="Sudah diralat."), by=author)
    author.roles = ["author", "approver"]
    with pytest.raises(OwnWords):
        content.correct_story(
            published_story, kind=Exit.Kind.CORRECTION_MAJOR, reason="salah", public_note="Ralat.", by=author
        )
    made = content.correct_story(
        published_story, kind=Exit.Kind.CORRECTION_MAJOR, reason="salah", public_note="Ralat.", by=approver
    )
    published_story.refresh_from_db()
    assert published_story.published_revision == made.after
    assert made.before is not None
    assert made.before.text().lead != "Sudah diralat."


def test_a_recalled_story_never_comes_back(published_story: Story, approver: Member) -> None:
    content.recall_story(published_story, reason="salah", public_note="Ditarik.", by=approver)
    with pytest.raises(MoveRefused):
        content.publish_story(published_story, by=approver)


def test_another_office_sees_nothing_of_a_draft(story: Story, outsider: Member) -> None:
    from suluh.foundation import tenancy

    with tenancy.acting(office=outsider.office_id):
        assert not Story.objects.filter(pk=story.pk).exists()
        assert not Revision.objects.filter(story_id=story.pk).exists()
        assert Story.objects.filter(pk=story.pk).update(headline="x") == 0
        assert not AuditEntry.objects.filter(subject_id=str(story.pk)).exists()


def test_the_public_sees_only_what_is_public(story: Story, published_story: Story, office: Office) -> None:
    from suluh.foundation import tenancy

    with tenancy.acting(office=office.pk):
        draft = Story.objects.create(office=office, headline="Rahasia", slug="rahasia", created_by=story.created_by)
    with tenancy.acting():
        assert list(Story.objects.values_list("pk", flat=True)) == [published_story.pk]
        assert not Story.objects.filter(pk=draft.pk).exists()
