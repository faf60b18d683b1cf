"""Which formats a story's pack has, what is added to it later, and what is stopped."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any

import pytest

from suluh.agencies.api import NotAllowed
from suluh.agencies.models import Member
from suluh.authenticity.models import Seal
from suluh.content import api as content
from suluh.creative import api as creative
from suluh.creative import tasks
from suluh.creative.models import Pack, PackJob, Wish
from suluh.creative.packs.making import Made, Order, make_pack
from suluh.creative.packs.wishes import NoFormat, UnknownFormat

Context = Any


def _context() -> Context:
    return SimpleNamespace(job=SimpleNamespace(attempts=0))


@pytest.fixture
def approved(story: content.Story, author: Member, approver: Member) -> Callable[..., content.Story]:
    """Lead a story to approval with a wish for these formats."""

    def led(*formats: str) -> content.Story:
        if formats:
            creative.choose_formats(story, formats=formats, by=author)
        content.submit_story(story, by=author)
        content.approve_story(story, by=approver)
        return content.Story.objects.select_related("current_revision", "office").get(pk=story.pk)

    return led


def _drawn(story: content.Story) -> Pack:
    pack = Pack.objects.select_related("code").get(story=story)
    assert pack.code is not None
    tasks.draw.func(_context(), pack=pack.pk, office=pack.office_id, code=pack.code.text)
    pack.refresh_from_db()
    return pack


def _added(pack: Pack) -> PackJob:
    job = PackJob.objects.get(pack=pack)
    assert pack.code is not None
    tasks.draw_formats.func(_context(), job=job.pk, office=pack.office_id, code=pack.code.text)
    job.refresh_from_db()
    return job


def test_a_pack_holds_what_its_office_wants_of_the_story(approved: Callable[..., content.Story]) -> None:
    pack = _drawn(approved("whatsapp", "link_card"))
    assert pack.state == "ready"
    assert pack.formats == ["link_card", "whatsapp"]
    assert pack.finished == pack.formats
    assert set(pack.renditions.values_list("layout", flat=True)) == {"link_card", "whatsapp", "seal"}


def test_a_format_that_is_added_is_sealed_under_the_packs_own_code(
    approved: Callable[..., content.Story], author: Member
) -> None:
    story = approved("whatsapp")
    pack = _drawn(story)
    before = {file.name: file.pk for file in pack.renditions.exclude(layout="seal")}
    creative.choose_formats(story, formats=["whatsapp", "x_thread"], by=author)
    job = _added(pack)
    pack.refresh_from_db()

    assert (job.state, job.formats, job.finished) == ("done", ["x_thread"], ["x_thread"])
    files = {file.name: file for file in pack.renditions.all()}
    assert {name: files[name].pk for name in before} == before, "what was drawn stays as it was"
    with files["SEAL.json"].file.open() as sealed:
        assert b"x-thread.txt" in _listed(sealed.read())
    names = Seal.objects.filter(code=pack.code).values_list("name", flat=True)
    assert set(names) == {*before, "x-thread.txt", "SEAL.json", "SEAL-2.json"}


def _listed(seal: bytes) -> bytes:
    import base64

    payload = json.loads(seal)["payload"]
    return base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4))


def test_what_is_no_longer_wanted_stays_sealed_and_is_not_drawn_twice(
    approved: Callable[..., content.Story], author: Member
) -> None:
    story = approved("whatsapp", "x_thread")
    pack = _drawn(story)
    creative.choose_formats(story, formats=["x_thread"], by=author)
    creative.choose_formats(story, formats=["x_thread", "whatsapp"], by=author)
    assert not PackJob.objects.exists()
    assert pack.renditions.filter(layout="whatsapp").exists()


def test_wanting_all_that_suits_is_no_wish(story: content.Story, author: Member) -> None:
    assert story.current_revision is not None
    suiting = creative.wanted_formats(story.current_revision)
    wish = creative.choose_formats(story, formats=suiting, by=author)
    assert wish.formats == []


def test_a_wish_is_for_formats_that_there_are(story: content.Story, author: Member) -> None:
    with pytest.raises(UnknownFormat):
        creative.choose_formats(story, formats=["whatsapp", "../../etc"], by=author)
    with pytest.raises(NoFormat):
        creative.choose_formats(story, formats=[], by=author)
    assert not Wish.objects.exists()


def test_a_member_without_the_right_chooses_nothing(story: content.Story, operator: Member) -> None:
    with pytest.raises(NotAllowed):
        creative.choose_formats(story, formats=["whatsapp"], by=operator)


def test_a_drawing_that_is_stopped_shows_nothing_and_may_be_asked_for_again(
    approved: Callable[..., content.Story], author: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    story = approved("whatsapp", "x_thread")
    pack = Pack.objects.select_related("code", "revision").get(story=story)

    def stopped_after_the_first(order: Order) -> Iterator[Made]:
        for outcome in make_pack(order):
            creative.cancel_pack(pack, by=author)
            yield outcome

    monkeypatch.setattr(tasks, "make_pack", stopped_after_the_first)
    stopped = _drawn(story)
    assert stopped.state == "cancelled"
    assert not stopped.renditions.exists()
    monkeypatch.setattr(tasks, "make_pack", make_pack)
    assert creative.ask_pack(pack.revision, by=None).state == "waiting"
    assert _drawn(story).state == "ready"


def test_work_on_a_ready_pack_that_is_stopped_leaves_the_pack_as_it_was(
    approved: Callable[..., content.Story], author: Member
) -> None:
    story = approved("whatsapp")
    pack = _drawn(story)
    creative.choose_formats(story, formats=["whatsapp", "x_thread"], by=author)
    creative.cancel_job(PackJob.objects.get(pack=pack), by=author)
    assert _added(pack).state == "cancelled"
    assert not pack.renditions.filter(layout="x_thread").exists()


def test_a_pack_that_is_drawn_anew_takes_over_what_was_asked_for(
    approved: Callable[..., content.Story], author: Member
) -> None:
    story = approved("whatsapp")
    pack = _drawn(story)
    creative.choose_formats(story, formats=["whatsapp", "x_thread"], by=author)
    again = creative.ask_pack(pack.revision, by=author.user_id)
    assert again.formats == ["whatsapp", "x_thread"]
    assert PackJob.objects.get(pack=pack).state == "cancelled"
    assert again.code != pack.code


def test_a_layout_that_came_later_changes_no_pack_whose_formats_nobody_chose(
    approved: Callable[..., content.Story], author: Member
) -> None:
    story = approved()
    pack = Pack.objects.select_related("revision").get(story=story)
    pack.formats = ["whatsapp"]  # all that there was when it was drawn
    pack.save(update_fields=["formats"])
    assert creative.shown_formats(pack) == ("whatsapp",)
    creative.choose_formats(story, formats=["x_thread"], by=author)
    assert creative.shown_formats(pack) == ("x_thread",)
