"""Packs and their jobs: what is cut short, drawn twice, lost, or cannot be drawn."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from io import BytesIO
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.files.storage import default_storage
from PIL import Image
from procrastinate.contrib.django.models import ProcrastinateJob

from suluh.agencies.models import Member
from suluh.authenticity.models import Seal
from suluh.content import api as content
from suluh.creative import api as creative
from suluh.creative import tasks
from suluh.creative.actions.draw_pack import begin_drawing, finish_pack, show_progress
from suluh.creative.commands import pack as pack_command
from suluh.creative.models import Pack, Rendition
from suluh.creative.packs.making import Made, MadeFile, Order


def _picture(colour: str) -> MadeFile:
    drawn = BytesIO()
    Image.new("RGB", (60, 40), colour).save(drawn, "PNG")
    return MadeFile(
        layout="quote", name="kutipan.png", media_type="image/png", data=drawn.getvalue(), width=60, height=40
    )


@pytest.fixture
def pack(story: content.Story, author: Member, approver: Member) -> Pack:
    content.submit_story(story, by=author)
    content.approve_story(story, by=approver)
    return Pack.objects.select_related("revision", "code").get(story=story)


def _begun(pack: Pack) -> Pack:
    assert pack.code is not None
    begun = begin_drawing(pack.pk, code=pack.code.text)
    assert begun is not None
    return begun


def _draw(pack: Pack, *, attempts: int = 0) -> None:
    code = Pack.objects.select_related("code").get(pk=pack.pk).code
    assert code is not None
    context: Any = SimpleNamespace(job=SimpleNamespace(attempts=attempts))
    tasks.draw.func(context, pack=pack.pk, office=pack.office_id, code=code.text)


def _one_picture(order: Order) -> Iterator[Made]:
    yield Made(layout="quote", files=(_picture("teal"),))


def _full_disk(order: Order) -> Iterator[Made]:
    raise OSError(28, "No space left on device")


def test_of_two_workers_that_draw_a_pack_one_writes_and_registers_it(pack: Pack) -> None:
    first, late = _begun(pack), _begun(pack)
    finish_pack(first, files=[_picture("teal")], problems=())
    show_progress(late, finished=["quote"])
    finish_pack(late, files=[_picture("orange")], problems=())
    kept, seal = Rendition.objects.get(pack=pack), Seal.objects.get(code=pack.code)
    assert Pack.objects.get(pk=pack.pk).state == "ready"
    with default_storage.open(str(kept.file.name)) as file:
        assert hashlib.sha256(file.read()).hexdigest() == seal.sha256
    assert pack.code is not None
    assert begin_drawing(pack.pk, code=pack.code.text) is None, "nobody begins a pack that is ready"


def test_a_pack_that_is_asked_for_again_is_not_finished_under_its_old_code(
    pack: Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    late = _begun(pack)
    ProcrastinateJob.objects.all().delete()
    creative.ask_pack(pack.revision, by=None)
    finish_pack(late, files=[_picture("teal")], problems=())
    assert Pack.objects.get(pk=pack.pk).state == "waiting"
    assert not Seal.objects.exists()


@pytest.mark.parametrize("state", ["waiting", "drawing"])
def test_a_pack_whose_job_is_lost_can_be_asked_for_again(pack: Pack, state: str) -> None:
    Pack.objects.filter(pk=pack.pk).update(state=state)
    creative.ask_pack(pack.revision, by=None)
    jobs = ProcrastinateJob.objects.filter(task_name="creative.draw")
    assert jobs.count() == 1, "while its job is there, a second asking changes nothing"
    ProcrastinateJob.objects.all().delete()
    assert not creative.is_under_way(Pack.objects.get(pk=pack.pk))
    again = creative.ask_pack(pack.revision, by=None)
    assert again.state == "waiting"
    assert creative.is_under_way(again)


def test_a_pack_that_cannot_be_drawn_is_tried_again_and_then_has_failed(
    pack: Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tasks, "make_pack", _full_disk)
    for attempts in range(tasks.MOST_TRIES_MORE + 1):
        assert Pack.objects.get(pk=pack.pk).state in {"waiting", "drawing"}
        with pytest.raises(OSError, match="No space"):
            _draw(pack, attempts=attempts)
    failed = Pack.objects.get(pk=pack.pk)
    assert failed.state == "failed"
    assert failed.problems[0]["code"] == "creative.E230"

    creative.ask_pack(pack.revision, by=None)
    monkeypatch.setattr(tasks, "make_pack", _one_picture)
    _draw(pack)
    assert Pack.objects.get(pk=pack.pk).state == "ready"


def test_only_what_was_approved_is_sealed_as_more_than_a_draft(pack: Pack) -> None:
    _office, order = pack_command.order_for(pack.revision.text(), slug=pack.office.slug, partners=())
    assert order.claims.is_draft
    assert not tasks.order_of(pack).claims.is_draft
