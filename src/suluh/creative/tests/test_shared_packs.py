"""Links to a pack for people without an account."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from suluh.agencies.models import Member
from suluh.content import api as content
from suluh.creative import api as creative
from suluh.creative.actions.share_pack import MOST_OPEN, NoSuchTerm, NothingToShare
from suluh.creative.models import Pack, ShareLink
from suluh.foundation import tenancy
from suluh.foundation.clock import now

WHY = {"reason": "salah", "public_note": "Angkanya keliru."}


@pytest.fixture
def shared(published_story: content.Story) -> content.Story:
    """A published story whose pack is ready."""
    Pack.objects.filter(story=published_story).update(state="ready")
    return content.Story.objects.get(pk=published_story.pk)


def _link(story: content.Story, *, by: Member, days: int = 7) -> str:
    _made, secret = creative.share_pack(story, days=days, label="Untuk Ani", by=by)
    return secret


def test_who_has_the_secret_finds_the_pack_without_an_office(shared: content.Story, author: Member) -> None:
    secret = _link(shared, by=author)
    with tenancy.acting():
        assert not ShareLink.objects.exists(), "nobody sees the row itself"
        link = creative.link_of(secret)
    with tenancy.acting(office=link.office_id):
        assert creative.shared_pack(link).story_id == shared.pk
        creative.count_opening(link)
    assert ShareLink.objects.get().opened == 1


def test_the_secret_is_kept_nowhere(shared: content.Story, author: Member) -> None:
    secret = _link(shared, by=author)
    kept = ShareLink.objects.values().get()
    assert secret not in repr(kept)


def test_a_link_ends_by_itself(shared: content.Story, author: Member) -> None:
    secret = _link(shared, by=author, days=1)
    ShareLink.objects.update(made_at=now() - timedelta(days=2), expires_at=now() - timedelta(seconds=1))
    with pytest.raises(creative.LinkOver):
        creative.link_of(secret)


def test_a_link_is_ended_by_the_office(shared: content.Story, author: Member) -> None:
    secret = _link(shared, by=author)
    creative.end_share(ShareLink.objects.get(), by=author)
    with pytest.raises(creative.LinkOver):
        creative.link_of(secret)


@pytest.mark.parametrize("leave", [content.withdraw_story, content.recall_story])
def test_a_story_that_is_taken_back_ends_its_links(
    leave: Callable[..., object], shared: content.Story, author: Member, approver: Member
) -> None:
    secret = _link(shared, by=author)
    leave(shared, by=approver, **WHY)
    with pytest.raises(creative.LinkOver, match=r"took this story back|menarik"):
        creative.link_of(secret)


def test_a_corrected_story_is_not_shown_in_its_old_words(
    shared: content.Story, author: Member, approver: Member
) -> None:
    secret = _link(shared, by=author)
    text = replace(shared.text(), headline="Judul yang benar")
    content.propose_correction(shared, text=text, by=author)
    content.correct_story(shared, kind=content.Exit.Kind.CORRECTION_MAJOR, by=approver, **WHY)
    link = creative.link_of(secret)
    with pytest.raises(creative.PackNotReady):
        creative.shared_pack(link)


def test_an_unknown_secret_leads_nowhere(shared: content.Story) -> None:
    with pytest.raises(creative.LinkUnknown):
        creative.link_of("tebakan")


def test_only_an_approved_pack_is_shared(story: content.Story, author: Member, approver: Member) -> None:
    with pytest.raises(NothingToShare):
        _link(story, by=author)
    content.submit_story(story, by=author)
    content.approve_story(story, by=approver)
    with pytest.raises(NothingToShare):
        _link(story, by=author)
    Pack.objects.update(state="ready")
    assert _link(story, by=author)


def test_a_link_has_one_of_three_terms_and_a_story_not_too_many(shared: content.Story, author: Member) -> None:
    with pytest.raises(NoSuchTerm):
        _link(shared, by=author, days=365)
    for _again in range(MOST_OPEN):
        _link(shared, by=author)
    with pytest.raises(NoSuchTerm):
        _link(shared, by=author)


def test_another_office_can_neither_make_nor_end_a_link(
    shared: content.Story, author: Member, outsider: Member
) -> None:
    _link(shared, by=author)
    link = ShareLink.objects.get()
    with tenancy.acting(office=outsider.office_id):
        with pytest.raises(content.Story.DoesNotExist):
            _link(shared, by=outsider)
        with pytest.raises(ShareLink.DoesNotExist):
            creative.end_share(link, by=outsider)
