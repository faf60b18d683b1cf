"""A pack's video: asked for, made by the worker, stopped, refused."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from suluh.agencies.api import NotAllowed
from suluh.agencies.models import Member
from suluh.authenticity.models import Seal
from suluh.content import api as content
from suluh.creative import api as creative
from suluh.creative import tasks
from suluh.creative.models import Pack, PackJob
from suluh.creative.packs.making import MadeFile, Order
from suluh.creative.video.encoding import Tell, VideoFailed
from suluh.creative.video.making import Speak
from suluh.creative.video.steps import STEPS, steps_done

FILES = (
    MadeFile(layout="video", name="video.mp4", media_type="video/mp4", data=b"film", width=1080, height=1920),
    MadeFile(layout="video", name="video.vtt", media_type="text/vtt", data=b"WEBVTT"),
)


@pytest.fixture
def pack(story: content.Story, author: Member, approver: Member) -> Pack:
    """A ready pack of one text."""
    creative.choose_formats(story, formats=["whatsapp"], by=author)
    content.submit_story(story, by=author)
    content.approve_story(story, by=approver)
    made = Pack.objects.select_related("code").get(story=story)
    assert made.code is not None
    tasks.draw.func(_context(), pack=made.pk, office=made.office_id, code=made.code.text)
    made.refresh_from_db()
    return made


def _context() -> Any:
    return SimpleNamespace(job=SimpleNamespace(attempts=0))


def _filmed(pack: Pack) -> PackJob:
    job = PackJob.objects.get(pack=pack, state__in=("waiting", "cancelled"))
    assert pack.code is not None
    tasks.film.func(_context(), job=job.pk, office=pack.office_id, code=pack.code.text)
    job.refresh_from_db()
    return job


def _made(order: Order, *, tell: Tell, speak: Speak | None = None) -> tuple[MadeFile, ...]:
    """Stand in for the film itself, which its own tests make."""
    assert order.mark.code
    return FILES if all([tell(0.0), tell(0.5), tell(1.0)]) else ()


def test_a_video_is_sealed_under_the_packs_code_and_listed_with_its_files(
    pack: Pack, author: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tasks, "make_video", _made)
    creative.ask_video(pack, by=author)
    job = _filmed(pack)
    assert (job.kind, job.state, job.finished) == ("video", "done", list(steps_done(1.0)))
    assert {"video.mp4", "video.vtt", "SEAL.json"} <= set(pack.renditions.values_list("name", flat=True))
    assert Seal.objects.filter(code=pack.code, name="video.mp4").exists()
    assert not creative.may_have_video(pack)
    assert creative.ask_video(pack, by=author) is None


@pytest.mark.slow
def test_a_video_with_a_voice_is_read_aloud_by_the_worker(
    pack: Pack, author: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[float] = []

    def spoken(order: Order, *, tell: Tell, speak: Speak | None) -> tuple[MadeFile, ...]:
        assert speak is not None
        heard.append(speak("Jujur itu keren.").seconds)
        return _made(order, tell=tell)

    monkeypatch.setattr(tasks, "make_video", spoken)
    creative.ask_video(pack, by=author, is_spoken=True)
    assert _filmed(pack).finished == ["voice", *steps_done(1.0)]
    assert heard[0] > 0.5


def test_a_second_asking_while_one_is_under_way_changes_nothing(pack: Pack, author: Member) -> None:
    assert creative.ask_video(pack, by=author) is not None
    assert creative.ask_video(pack, by=author) is None
    assert PackJob.objects.get().formats == list(STEPS)


def test_a_video_that_is_stopped_while_it_is_made_leaves_the_pack_as_it_was(
    pack: Pack, author: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    creative.ask_video(pack, by=author)

    def stopped(order: Order, *, tell: Tell, speak: Speak | None) -> tuple[MadeFile, ...]:
        creative.cancel_job(PackJob.objects.get(), by=author)
        return _made(order, tell=tell)

    monkeypatch.setattr(tasks, "make_video", stopped)
    assert _filmed(pack).state == "cancelled"
    assert not pack.renditions.filter(layout="video").exists()
    assert creative.may_have_video(pack)


def test_why_a_video_could_not_be_made_stands_at_the_pack_until_it_is_made(
    pack: Pack, author: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(order: Order, *, tell: Tell, speak: Speak | None) -> tuple[MadeFile, ...]:
        raise VideoFailed("Video tidak dapat dibuat.")

    for maker, problems in ((failing, ["creative.E281"]), (failing, ["creative.E281"]), (_made, [])):
        monkeypatch.setattr(tasks, "make_video", maker)
        assert creative.ask_video(pack, by=author) is not None
        _filmed(pack)
        pack.refresh_from_db()
        assert [problem["code"] for problem in pack.problems] == problems


def test_a_member_without_the_right_asks_for_no_video(pack: Pack, operator: Member) -> None:
    with pytest.raises(NotAllowed):
        creative.ask_video(pack, by=operator)
