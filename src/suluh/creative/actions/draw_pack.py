"""Ask for a pack, and put what was made in its place.

Asking and the job that draws are one transaction. Drawing itself happens outside of any transaction and may be cut at
any moment: only the last step, again one transaction, registers the seals and shows the files.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from suluh.agencies import api as agencies
from suluh.authenticity import api as authenticity
from suluh.content import api as content
from suluh.content.blocks import media_ids
from suluh.creative.models import Pack, Rendition
from suluh.creative.packs.making import MadeFile, Problem, planned
from suluh.creative.states import PackStates
from suluh.foundation import audit, jobs
from suluh.foundation.clock import now


@audit.action("creative.ask_pack")
def ask_pack(revision: content.Revision, *, by: int | None) -> Pack:
    """Ask for the pack of a revision; a second asking while one is under way changes nothing."""
    pack, is_new = Pack.objects.select_for_update().get_or_create(
        revision=revision, office_id=revision.office_id, defaults={"story_id": revision.story_id}
    )
    audit.record("creative.ask_pack", subject=pack, office=pack.office_id, by=by, detail={"revision": revision.number})
    if not is_new:
        if is_under_way(pack):
            return pack
        if pack.state != "waiting":
            PackStates.check_move(pack.state, to="waiting")
        pack.renditions.all().delete()
    office = agencies.Office.objects.get(pk=revision.office_id)
    pack.code = authenticity.issue_code(office, revision=revision, by=by)
    pack.state, pack.done, pack.planned, pack.problems = "waiting", 0, _planned(revision), []
    pack.ready_at, pack.asked_at = None, now()
    pack.save()
    from suluh.creative.tasks import draw  # the task calls this module's other action

    jobs.defer(draw, lock=f"pack-{pack.pk}", pack=pack.pk, office=pack.office_id, code=pack.code.text)
    return pack


def _planned(revision: content.Revision) -> int:
    """Return how many formats the pack will have, as far as can be told before its pictures are read."""
    story = revision.text()
    return len(planned(story, pictures={str(media) for media in media_ids(story)}))


def is_under_way(pack: Pack) -> bool:
    """Tell whether somebody draws the pack, or will: a state alone does not say that its job is still there."""
    from suluh.creative.tasks import draw

    return pack.state in {"waiting", "drawing"} and jobs.is_under_way(draw, pack=pack.pk)


def begin_drawing(pack: int, *, code: str) -> Pack | None:
    """Return the pack for drawing under ``code``, or None where it is drawn, or is to be drawn under another code."""
    waiting = Pack.objects.filter(pk=pack, code__text=code, state__in=("waiting", "drawing"))
    if not waiting.update(state="drawing", done=0):
        return None
    return Pack.objects.select_related("revision", "office", "code", "story").get(pk=pack)


def show_progress(pack: Pack, *, done: int) -> None:
    """Say how many formats are done, while the pack is being drawn."""
    Pack.objects.filter(pk=pack.pk, state="drawing").update(done=done)


def _show(pack: Pack, *, files: Sequence[MadeFile]) -> None:
    names = _stored(pack, files=files)
    Rendition.objects.bulk_create(
        Rendition(
            pack=pack,
            office_id=pack.office_id,
            layout=file.layout,
            name=file.name,
            media_type=file.media_type,
            file=name,
            width=file.width,
            height=file.height,
            size=len(file.data),
            alt=file.alt,
            shortened=list(file.shortened),
            left_out=file.left_out[:200],
            position=position,
        )
        for position, (file, name) in enumerate(zip(files, names, strict=True))
    )


def _stored(pack: Pack, *, files: Sequence[MadeFile]) -> list[str]:
    """Write files to the store, under names that a second try writes over; return the names in it."""
    names = []
    for file in files:
        name = f"packs/{pack.asked_at:%Y/%m}/{pack.code_id}/{file.name}"
        if default_storage.exists(name):
            default_storage.delete(name)
        names.append(default_storage.save(name, ContentFile(file.data)))
    return names


@audit.action("creative.finish_pack")
def finish_pack(pack: Pack, *, files: Sequence[MadeFile], problems: Sequence[Problem]) -> Pack:
    """Store and register the files and show them, once. A pack of which nothing could be drawn has failed.

    The pack is held while its files are written: of two workers that drew it, one writes, and registers what it wrote.
    """
    code = pack.code_id
    pack = Pack.objects.select_for_update().get(pk=pack.pk)
    audit.record(
        "creative.finish_pack",
        subject=pack,
        office=pack.office_id,
        by=None,
        detail={"files": len(files), "problems": len(problems)},
    )
    if pack.state != "drawing" or pack.code is None or pack.code_id != code:
        return pack
    to = "ready" if files else "failed"
    PackStates.check_move(pack.state, to=to)
    _show(pack, files=files)
    sealed = [
        authenticity.SealedFile(layout=f.layout, name=f.name, media_type=f.media_type, data=f.data) for f in files
    ]
    authenticity.register_seals(pack.code, files=sealed, by=None)
    pack.state, pack.ready_at, pack.problems = to, now(), [asdict(problem) for problem in problems]
    pack.save(update_fields=["state", "ready_at", "problems"])
    return pack
