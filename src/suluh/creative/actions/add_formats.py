"""Choose the formats of a story, and add to a ready pack those that it lacks.

A format that is no longer wanted stays sealed and registered, and is not shown; wanted again, it is shown again. One
that is added is drawn from the same frozen words and sealed under the pack's own code, so that a pack has one code and
nothing that is out already changes. SEAL.json is made anew over all files; the register keeps each one it ever was.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, replace

from suluh.agencies import api as agencies
from suluh.authenticity import api as authenticity
from suluh.content import api as content
from suluh.content.blocks import media_ids
from suluh.creative.models import Pack, PackJob, Wish
from suluh.creative.office_layouts import office_layouts, own_layouts
from suluh.creative.packs.making import MadeFile, Problem, planned
from suluh.creative.packs.wishes import checked
from suluh.creative.shelving import register, show
from suluh.creative.states import PackJobStates
from suluh.creative.video.steps import NAME
from suluh.foundation import audit, jobs
from suluh.foundation.clock import now

_OPEN = ("waiting", "drawing")


@audit.action("creative.choose_formats")
def choose_formats(story: content.Story, *, formats: Sequence[str], by: agencies.Member) -> Wish:
    """Keep which formats the office wants of a story, and draw those that its ready pack lacks.

    Raises ``UnknownFormat`` and ``NoFormat``.
    """
    agencies.check_right(by, right="creative.draw")
    suiting = suiting_formats(story.text(), office=story.office_id)
    kept = checked(formats, suiting=suiting, own=office_layouts(story.office_id))
    wish, _is_new = Wish.objects.update_or_create(
        story=story, office_id=story.office_id, defaults={"formats": kept, "changed_by": by.user, "changed_at": now()}
    )
    audit.record(
        "creative.choose_formats", subject=wish, office=story.office_id, by=by.user_id, detail={"formats": kept}
    )
    pack = Pack.objects.select_for_update().filter(revision=frozen_words(story), state="ready").first()
    if pack is not None:
        _ask(pack, formats=kept or list(suiting), by=by)
    return wish


def suiting_formats(text: content.StoryText, *, office: int) -> tuple[str, ...]:
    """Return the formats that have something to show of a story, layouts first, the office's own in use among them."""
    return planned(text, pictures={str(media) for media in media_ids(text)}, own=own_layouts(office))


def frozen_words(story: content.Story) -> content.Revision | None:
    """Return the approved words that a story's pack is drawn from, or None where there are none."""
    if story.state not in {"approved", "scheduled", "published", "withdrawn", "recalled"}:
        return None
    current = story.current_revision
    return current if current is not None and current.is_frozen else story.published_revision


def _ask(pack: Pack, *, formats: list[str], by: agencies.Member) -> None:
    """Ask for the formats that the pack neither has nor is getting; stop what is no longer wanted and not begun."""
    held = set(pack.renditions.values_list("layout", flat=True))
    for job in pack.jobs.filter(kind=PackJob.Kind.FORMATS, state__in=_OPEN):
        held |= set(job.formats)
    lacking = [name for name in formats if name not in held]
    if not lacking or pack.code is None:
        return
    job = PackJob.objects.create(pack=pack, office_id=pack.office_id, formats=lacking, asked_by=by.user)
    from suluh.creative.tasks import draw_formats  # the task calls this module's other action

    jobs.defer(draw_formats, lock=f"pack-{pack.pk}", job=job.pk, office=pack.office_id, code=pack.code.text)


@audit.action("creative.cancel_job")
def cancel_job(job: PackJob, *, by: agencies.Member) -> PackJob:
    """Stop work on a pack; the files it has stay. A second call changes nothing."""
    agencies.check_right(by, right="creative.draw")
    job = PackJob.objects.select_for_update().get(pk=job.pk, office=by.office_id)
    audit.record("creative.cancel_job", subject=job, office=job.office_id, by=by.user_id, detail={"kind": job.kind})
    if job.state in _OPEN:
        PackJobStates.check_move(job.state, to="cancelled")
        job.state, job.ended_at = "cancelled", now()
        job.save(update_fields=["state", "ended_at"])
    return job


def begin_job(job: int, *, code: str) -> PackJob | None:
    """Return a job for doing it under ``code``, or None where it is done, stopped, or its pack has another code."""
    waiting = PackJob.objects.filter(pk=job, pack__code__text=code, pack__state="ready", state__in=_OPEN)
    if not waiting.update(state="drawing", finished=[]):
        return None
    return PackJob.objects.select_related("pack__revision", "pack__office", "pack__code", "pack__story").get(pk=job)


def show_job(job: PackJob, *, finished: Sequence[str]) -> bool:
    """Say what of a job is done. Return False where it was stopped meanwhile."""
    return bool(PackJob.objects.filter(pk=job.pk, state="drawing").update(finished=list(finished)))


@audit.action("creative.finish_formats")
def finish_formats(job: PackJob, *, files: Sequence[MadeFile], problems: Sequence[Problem]) -> PackJob:
    """Store and register the added files and show them with their pack, once; the last file is the new SEAL.json."""
    pack = Pack.objects.select_for_update().get(pk=job.pack_id)
    code = job.pack.code_id
    job = PackJob.objects.select_for_update().get(pk=job.pk)
    detail = {"files": len(files), "problems": len(problems)}
    audit.record("creative.finish_formats", subject=job, office=job.office_id, by=None, detail=detail)
    if job.state != "drawing" or pack.state != "ready" or pack.code is None or pack.code_id != code:
        return job
    if files:
        last = pack.renditions.order_by("-position").values_list("position", flat=True).first() or 0
        pack.renditions.filter(layout="seal").delete()
        show(pack, files=files, after=last + 1)
        register(pack.code, files=_as_registered(files, code=pack.code))
    made = [NAME] if job.kind == PackJob.Kind.VIDEO else job.formats
    others = [problem for problem in pack.problems if problem.get("layout") not in made]
    pack.problems = [*others, *map(asdict, problems)]
    pack.save(update_fields=["problems"])
    job.state, job.ended_at = "done" if files else "failed", now()
    job.problems = [asdict(problem) for problem in problems]
    job.save(update_fields=["state", "ended_at", "problems"])
    return job


def _as_registered(files: Sequence[MadeFile], *, code: authenticity.Code) -> list[MadeFile]:
    """Return the files under names that are free in the register: it holds the former lists of files too."""
    before = authenticity.Seal.objects.filter(code=code, layout="seal").count()
    return [replace(f, name=f"SEAL-{before + 1}.json") if f.layout == "seal" else f for f in files]
