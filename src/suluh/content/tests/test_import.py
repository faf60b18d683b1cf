"""A text somebody brings becomes a draft with proposals; two open pages lose nothing."""

from __future__ import annotations

import pytest
from conftest import build_text

from suluh.agencies.models import Member
from suluh.content import api as content
from suluh.content.actions.import_story import NothingRead
from suluh.content.actions.review_story import NotReady
from suluh.content.actions.write_story import Seen, WrittenElsewhere
from suluh.content.models import Story

RELEASE = """Palembang, 30 Mei 2024 - Sebanyak 17 kabupaten dan kota menandatangani komitmen bersama KPK.

"Kami saling bertukar konten," kata Rika Efianti, Kepala Diskominfo Sumsel.

Masyarakat diajak melaporkan hoaks melalui laman aduan.
"""


@pytest.mark.slow
def test_a_release_becomes_a_draft_whose_proposals_wait(author: Member, acting_office: object) -> None:
    story = content.import_story(RELEASE, by=author, source="rilis.txt")
    assert story.state == "draft"
    assert story.current_revision is not None
    assert story.current_revision.note == "rilis.txt"
    assert set(story.proposals) <= {block.id for block in story.text().blocks}


def test_an_empty_text_is_refused(author: Member, acting_office: object) -> None:
    with pytest.raises(NothingRead):
        content.import_story(" \n", by=author)


def test_open_proposals_hold_back_the_review_until_they_are_settled(story: Story, author: Member) -> None:
    story.proposals = [story.text().blocks[2].id]
    story.save()
    with pytest.raises(NotReady):
        content.submit_story(story, by=author)
    content.settle_proposals(story, blocks=story.proposals, by=author)
    assert content.submit_story(story, by=author).state == "in_review"


def seen(story: Story, *, page: str) -> Seen:
    revision = story.revisions.latest("number")
    return Seen(number=revision.number, digest=revision.digest(), page=page)


def test_two_pages_of_one_person_do_not_write_over_each_other(story: Story, author: Member) -> None:
    first, second = seen(story, page="satu"), seen(story, page="dua")
    content.write_story(story, text=build_text(lead="Dari tab satu."), by=author, base=first)
    with pytest.raises(WrittenElsewhere):
        content.write_story(story, text=build_text(lead="Dari tab dua."), by=author, base=second)


def test_an_answer_lost_on_the_way_is_no_conflict(story: Story, author: Member) -> None:
    opened = seen(story, page="satu")
    content.write_story(story, text=build_text(lead="Tersimpan."), by=author, base=opened)
    content.write_story(story, text=build_text(lead="Tersimpan lagi."), by=author, base=opened)
    story.refresh_from_db()
    assert story.text().lead == "Tersimpan lagi."


def test_a_conflict_ends_with_both_texts_kept(story: Story, author: Member, approver: Member) -> None:
    content.write_story(story, text=build_text(lead="Punya mereka."), by=approver)
    content.keep_revision(story, text=build_text(lead="Punya saya."), by=author)
    assert [r.text().lead for r in story.revisions.order_by("number")][-2:] == ["Punya mereka.", "Punya saya."]


def test_an_imported_text_stays_as_the_first_revision(author: Member, acting_office: object) -> None:
    story = content.begin_story(build_text(lead="Asal."), by=author, note="rilis.txt")
    content.write_story(story, text=build_text(lead="Diubah."), by=author, base=seen(story, page="satu"))
    assert [r.text().lead for r in story.revisions.order_by("number")] == ["Asal.", "Diubah."]
