"""Drawing in the background."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from django.conf import settings
from procrastinate import JobContext, RetryStrategy

from suluh.authenticity import api as authenticity
from suluh.content import api as content
from suluh.content.blocks import media_ids
from suluh.creative.actions.add_formats import begin_job, finish_formats, show_job
from suluh.creative.actions.draw_pack import begin_drawing, finish_pack, show_progress
from suluh.creative.drawing.mark import Mark
from suluh.creative.models import Pack, PackJob
from suluh.creative.office_layouts import office_layouts
from suluh.creative.packs.making import MadeFile, Order, Problem, make_pack, problem_of, seal_of
from suluh.creative.video.making import make_video
from suluh.creative.video.steps import NAME, VOICE, steps_done
from suluh.creative.video.voices import speak, voice_called
from suluh.foundation import tenancy
from suluh.foundation.clock import now
from suluh.foundation.errors import Refusal
from suluh.foundation.jobs import app
from suluh.foundation.language import lazy as _

# Tries after the first one, and seconds between them, each time as many more: a full disk or a PostgreSQL that is being
# restarted may be mended by then.
MOST_TRIES_MORE = 3
AGAIN = RetryStrategy(max_attempts=MOST_TRIES_MORE, wait=15, linear_wait=15)


class PackNotDrawn(Refusal):
    """A pack whose drawing ended in an error each time it was tried; the log has it."""

    code = "creative.E230"


@app.task(name="creative.draw", retry=AGAIN, pass_context=True)
def draw(context: JobContext, pack: int, office: int, code: str) -> None:
    """Draw, write and seal a pack. Cut short, it begins again; done already, it does nothing.

    What cannot be drawn after some tries has failed, with a sentence, and may be asked for again.
    """
    with tenancy.acting(office=office):
        found = begin_drawing(pack, code=code)
        if found is None:
            return
        try:
            _draw(found)
        except Refusal as refusal:
            finish_pack(found, files=(), problems=[_problem(refusal)])
        except Exception:  # whatever it was: it is tried again, and raised
            if context.job.attempts >= MOST_TRIES_MORE:
                finish_pack(found, files=(), problems=[_problem(_not_drawn())])
            raise


def _draw(pack: Pack) -> None:
    """Draw all formats; where the drawing is stopped meanwhile, leave it at the next format."""
    files: list[MadeFile] = []
    problems: list[Problem] = []
    finished: list[str] = []
    order = order_of(pack)
    for made in make_pack(order):
        files += made.files
        problems += [made.problem] if made.problem else []
        finished.append(made.layout)
        if not show_progress(pack, finished=finished):
            return
    if files:
        files.append(seal_of(files, order=order))
    finish_pack(pack, files=files, problems=problems)


@app.task(name="creative.draw_formats", retry=AGAIN, pass_context=True)
def draw_formats(context: JobContext, job: int, office: int, code: str) -> None:
    """Draw and seal formats that were added to a ready pack. Stopped or done already, it does nothing."""
    with tenancy.acting(office=office):
        found = begin_job(job, code=code)
        if found is None:
            return
        try:
            _add(found)
        except Refusal as refusal:
            finish_formats(found, files=(), problems=[_problem(refusal)])
        except Exception:  # whatever it was: it is tried again, and raised
            if context.job.attempts >= MOST_TRIES_MORE:
                finish_formats(found, files=(), problems=[_problem(_not_drawn())])
            raise


def _add(job: PackJob) -> None:
    files: list[MadeFile] = []
    problems: list[Problem] = []
    finished: list[str] = []
    order = replace(order_of(job.pack), wanted=tuple(job.formats))
    for made in make_pack(order):
        files += made.files
        problems += [made.problem] if made.problem else []
        finished.append(made.layout)
        if not show_job(job, finished=finished):
            return
    if files:
        files.append(seal_of([*_kept(job.pack), *files], order=order))
    finish_formats(job, files=files, problems=problems)


@app.task(name="creative.film", retry=AGAIN, pass_context=True)
def film(context: JobContext, job: int, office: int, code: str) -> None:
    """Make and seal a ready pack's video. Stopped or done already, it does nothing."""
    with tenancy.acting(office=office):
        found = begin_job(job, code=code)
        if found is None:
            return
        try:
            _film(found)
        except Refusal as refusal:
            finish_formats(found, files=(), problems=[problem_of(NAME, refusal)])
        except Exception:  # whatever it was: it is tried again, and raised
            if context.job.attempts >= MOST_TRIES_MORE:
                finish_formats(found, files=(), problems=[problem_of(NAME, _not_drawn())])
            raise


def _film(job: PackJob) -> None:
    order = order_of(job.pack)
    spoken = (VOICE,) if VOICE in job.formats else ()
    voice = voice_called("program" if settings.VOICE_PROGRAM else "espeak")
    aloud = partial(speak, voice=voice, language=order.story.language, program=settings.VOICE_PROGRAM)
    files = list(
        make_video(
            order,
            tell=lambda share: show_job(job, finished=(*spoken, *steps_done(share))),
            speak=aloud if spoken else None,
        )
    )
    if files:
        files.append(seal_of([*_kept(job.pack), *files], order=order))
        finish_formats(job, files=files, problems=())


def _kept(pack: Pack) -> list[MadeFile]:
    """Return the files that a pack has, but for its list of them."""
    kept = []
    for file in pack.renditions.exclude(layout="seal").order_by("position"):
        with file.file.open() as opened:
            kept.append(
                MadeFile(layout=file.layout, name=file.name, media_type=file.media_type, data=bytes(opened.read()))
            )
    return kept


def _not_drawn() -> PackNotDrawn:
    return PackNotDrawn(_("Draw it again. If that fails too, tell who runs this installation."))


def _problem(refusal: Refusal) -> Problem:
    return Problem(layout="", block="", sentence=str(refusal), code=refusal.code)


def order_of(pack: Pack) -> Order:
    """Return all that a pack is made from, read from the database and the store."""
    story = pack.revision.text()
    brand = pack.office.brand()
    code = pack.code.text if pack.code else ""
    url = f"{settings.SITE_URL}/c/{code}"
    media = content.Media.objects.filter(pk__in=media_ids(story), office_id=pack.office_id)
    return Order(
        story=story,
        brand=brand,
        mark=Mark(code=code, url=url),
        signer=authenticity.office_signer(brand, folder=settings.KEYS_FOLDER, elsewhere=settings.SIGNER),
        claims=authenticity.Claims(
            title=story.headline,
            office=brand.name,
            code=code,
            code_url=url,
            at=now(),
            revision=f"{pack.story_id}/{pack.revision.number}",
            creator=brand.name,
            rights=pack.story.rights,
            language=story.language,
            is_draft=False,
        ),
        pictures={str(picture.pk): picture.file.read() for picture in media},
        own=office_layouts(pack.office_id),
        wanted=tuple(pack.formats),
    )
