"""Ask for a pack, stop it, and put what was made in its place.

Asking and the job that draws are one transaction. Drawing itself happens outside of any transaction and may be cut at
any moment: only the last step, again one transaction, registers the seals and shows the files.

One code a pack: asking for the whole pack gives out a new one. A format that is added later is sealed under the code
that the pack has (``add_formats``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

from suluh.agencies import api as agencies
from suluh.authenticity import api as authenticity
from suluh.content import api as content
from suluh.content.blocks import media_ids
from suluh.creative.models import Pack, Wish
from suluh.creative.office_layouts import own_layouts
from suluh.creative.packs.making import MadeFile, Problem, planned
from suluh.creative.shelving import register, show
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
        # What was asked for beside the old files is drawn with the new ones.
        pack.jobs.filter(state__in=("waiting", "drawing")).update(state="cancelled", ended_at=now())
    office = agencies.Office.objects.get(pk=revision.office_id)
    pack.code = authenticity.issue_code(office, revision=revision, by=by)
    pack.formats, pack.finished = list(wanted_formats(revision)), []
    pack.state, pack.done, pack.planned, pack.problems = "waiting", 0, len(pack.formats), []
    pack.ready_at, pack.asked_at = None, now()
    pack.save()
    from suluh.creative.tasks import draw  # the task calls this module's other action

    jobs.defer(draw, lock=f"pack-{pack.pk}", pack=pack.pk, office=pack.office_id, code=pack.code.text)
    return pack


def wanted_formats(revision: content.Revision) -> tuple[str, ...]:
    """Return the formats that a pack of this revision has: what its office wants of the story, else all that suits."""
    wish = Wish.objects.filter(story_id=revision.story_id, office_id=revision.office_id).first()
    words = revision.text()
    pictures = {str(media) for media in media_ids(words)}
    own = own_layouts(revision.office_id)
    return planned(words, pictures=pictures, wanted=tuple(wish.formats) if wish else (), own=own)


def shown_formats(pack: Pack) -> tuple[str, ...]:
    """Return the formats that a pack shows and hands out: those that are wanted, else those it was drawn with.

    A layout that came later, or went, changes nothing of a pack whose formats nobody chose.
    """
    if pack.formats and not Wish.objects.filter(story_id=pack.story_id, office_id=pack.office_id).exists():
        return tuple(pack.formats)
    return wanted_formats(pack.revision)


def is_under_way(pack: Pack) -> bool:
    """Tell whether somebody draws the pack, or will: a state alone does not say that its job is still there."""
    from suluh.creative.tasks import draw

    return pack.state in {"waiting", "drawing"} and jobs.is_under_way(draw, pack=pack.pk)


@audit.action("creative.cancel_pack")
def cancel_pack(pack: Pack, *, by: agencies.Member) -> Pack:
    """Stop the drawing of a pack: nothing of it is shown. A second call changes nothing; it may be asked for again."""
    agencies.check_right(by, right="creative.draw")
    pack = Pack.objects.select_for_update().get(pk=pack.pk, office=by.office_id)
    audit.record("creative.cancel_pack", subject=pack, office=pack.office_id, by=by.user_id)
    if pack.state in {"waiting", "drawing"}:
        PackStates.check_move(pack.state, to="cancelled")
        pack.state = "cancelled"
        pack.save(update_fields=["state"])
    return pack


def begin_drawing(pack: int, *, code: str) -> Pack | None:
    """Return the pack for drawing under ``code``, or None where it is drawn, or is to be drawn under another code."""
    waiting = Pack.objects.filter(pk=pack, code__text=code, state__in=("waiting", "drawing"))
    if not waiting.update(state="drawing", done=0, finished=[]):
        return None
    return Pack.objects.select_related("revision", "office", "code", "story").get(pk=pack)


def show_progress(pack: Pack, *, finished: Sequence[str]) -> bool:
    """Say which formats are done, while the pack is being drawn. Return False where it no longer is to be."""
    drawing = Pack.objects.filter(pk=pack.pk, state="drawing", code=pack.code_id)
    return bool(drawing.update(done=len(finished), finished=list(finished)))


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
    show(pack, files=files)
    register(pack.code, files=files)
    pack.state, pack.ready_at, pack.problems = to, now(), [asdict(problem) for problem in problems]
    pack.save(update_fields=["state", "ready_at", "problems"])
    return pack
