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
from suluh.creative.models import Pack, Rendition
from suluh.creative.packs.making import MadeFile, Problem, planned
from suluh.creative.states import PackStates
from suluh.foundation import audit
from suluh.foundation.clock import now


@audit.action("creative.ask_pack")
def ask_pack(revision: content.Revision, *, by: int | None) -> Pack:
    """Ask for the pack of a revision; a second asking while one is under way changes nothing."""
    pack, is_new = Pack.objects.select_for_update().get_or_create(
        revision=revision, office_id=revision.office_id, defaults={"story_id": revision.story_id}
    )
    is_under_way = not is_new and pack.state in {"waiting", "drawing"}
    audit.record("creative.ask_pack", subject=pack, office=pack.office_id, by=by, detail={"revision": revision.number})
    if is_under_way:
        return pack
    if not is_new:
        PackStates.check_move(pack.state, to="waiting")
        pack.renditions.all().delete()
    office = agencies.Office.objects.get(pk=revision.office_id)
    pack.code = authenticity.issue_code(office, revision=revision, by=by)
    pack.state, pack.done, pack.planned, pack.problems = "waiting", 0, len(planned()), []
    pack.ready_at, pack.asked_at = None, now()
    pack.save()
    from suluh.creative.tasks import draw  # the task calls this module's other action

    draw.configure(lock=f"pack-{pack.pk}").defer(pack=pack.pk, office=pack.office_id, code=pack.code.text)
    return pack


def store(pack: Pack, *, files: Sequence[MadeFile]) -> list[str]:
    """Write files to the store, under names that a second try writes over; return the names in it."""
    names = []
    for file in files:
        name = f"packs/{pack.asked_at:%Y/%m}/{pack.code_id}/{file.name}"
        if default_storage.exists(name):
            default_storage.delete(name)
        names.append(default_storage.save(name, ContentFile(file.data)))
    return names


@audit.action("creative.finish_pack")
def finish_pack(pack: Pack, *, files: Sequence[MadeFile], stored: Sequence[str], problems: Sequence[Problem]) -> Pack:
    """Register the seals and show the files, once. A pack of which nothing could be drawn has failed."""
    pack = Pack.objects.select_for_update().get(pk=pack.pk)
    audit.record(
        "creative.finish_pack",
        subject=pack,
        office=pack.office_id,
        by=None,
        detail={"files": len(files), "problems": len(problems)},
    )
    if pack.state in {"ready", "failed"} or pack.code is None:
        return pack
    to = "ready" if files else "failed"
    PackStates.check_move(pack.state, to=to)
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
        for position, (file, name) in enumerate(zip(files, stored, strict=True))
    )
    sealed = [
        authenticity.SealedFile(layout=f.layout, name=f.name, media_type=f.media_type, data=f.data) for f in files
    ]
    authenticity.register_seals(pack.code, files=sealed, by=None)
    pack.state, pack.ready_at, pack.problems = to, now(), [asdict(problem) for problem in problems]
    pack.save(update_fields=["state", "ready_at", "problems"])
    return pack
