"""A story's video, ready to post: the film, its captions as files, the poster. No Django, no database, no network."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, replace

from PIL import Image

from suluh.authenticity.sealing import seal
from suluh.creative.packs.making import MadeFile, Order
from suluh.creative.video.captions import Cue, as_srt, as_vtt, cues_of, transcript
from suluh.creative.video.encoding import Tell, encode
from suluh.creative.video.film import Film
from suluh.creative.video.layers import HEIGHT, WIDTH, Layers, Subject, draw_layers, look
from suluh.creative.video.scenes import plan_of, scenes_of
from suluh.creative.video.steps import NAME
from suluh.creative.video.timing import Timeline, timeline

MP4, JPEG, SRT, VTT = "video/mp4", "image/jpeg", "application/x-subrip", "text/vtt"


@dataclass(frozen=True, kw_only=True)
class Shoot:
    """All that a film is made of, before it is encoded."""

    timeline: Timeline
    cues: tuple[Cue, ...]
    layers: Layers


def shoot(order: Order) -> Shoot:
    """Return a story's film with its layers drawn. Raises ``TextDoesNotFit`` naming the block."""
    plan = plan_of(order.story, pictures=frozenset(order.pictures))
    run = timeline(scenes_of(plan, closing=look().words_in(order.story.language)["close"]))
    cues = cues_of(run)
    subject = Subject(
        story=order.story,
        plan=plan,
        brand=order.brand,
        mark=order.mark,
        partners=order.partners,
        pictures=order.pictures,
    )
    layers = draw_layers(subject, scenes=[timed.scene for timed in run.scenes], cues=cues)
    return Shoot(timeline=run, cues=cues, layers=layers)


def make_video(order: Order, *, tell: Tell) -> tuple[MadeFile, ...]:
    """Return a story's video, sealed: MP4, captions as SRT and VTT, poster. Nothing where ``tell`` says to stop.

    ``tell`` hears about twice a second which share of the film is done. Raises ``TextDoesNotFit`` naming the block,
    ``VideoFailed`` and ``MotifMissing``.
    """
    shot = shoot(order)
    if not tell(0.0):
        return ()
    film = Film(timeline=shot.timeline, cues=shot.cues, layers=shot.layers)
    encoded = encode(film, sound=None, tell=tell)
    if encoded is None:
        return ()
    return (
        _sealed(_file(f"{NAME}.mp4", encoded, kind=MP4, shot=shot, alt=_told(order, cues=shot.cues)), order=order),
        *_captions(order, cues=shot.cues),
        _sealed(_poster(film.poster(), order=order), order=order),
    )


def _file(name: str, data: bytes, *, kind: str, shot: Shoot, alt: str) -> MadeFile:
    return MadeFile(
        layout=NAME,
        name=name,
        media_type=kind,
        data=data,
        width=WIDTH,
        height=HEIGHT,
        alt=alt,
        shortened=tuple(dict.fromkeys(scene.block for scene in shot.timeline.left_out)),
        left_out=shot.layers.left_out,
    )


def _told(order: Order, *, cues: Sequence[Cue]) -> str:
    """Return in words what the film shows: all its texts, and who put it out."""
    said = " ".join(transcript(cues, title="").split())
    words = look().words_in(order.story.language)
    return f"{said} {words['alt_from']} {order.brand.name}. {words['alt_code']} {order.mark.code}."


def _captions(order: Order, *, cues: Sequence[Cue]) -> tuple[MadeFile, MadeFile]:
    srt, vtt = as_srt(cues), as_vtt(cues, language=order.story.language)
    return (
        MadeFile(layout=NAME, name=f"{NAME}.srt", media_type=SRT, data=srt.encode()),
        MadeFile(layout=NAME, name=f"{NAME}.vtt", media_type=VTT, data=vtt.encode()),
    )


def _poster(picture: Image.Image, *, order: Order) -> MadeFile:
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=88, subsampling=0)
    words = look().words_in(order.story.language)
    alt = f"{order.story.headline}. {words['alt_from']} {order.brand.name}."
    return MadeFile(
        layout=NAME,
        name=f"{NAME}-poster.jpg",
        media_type=JPEG,
        data=out.getvalue(),
        width=WIDTH,
        height=HEIGHT,
        alt=alt,
    )


def _sealed(file: MadeFile, *, order: Order) -> MadeFile:
    claims = replace(order.claims, title=f"{order.claims.title} ({file.name})")
    return replace(file, data=seal(file.data, media_type=file.media_type, signer=order.signer, claims=claims))
