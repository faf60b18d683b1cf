"""A story's video, ready to post: the film, its captions as files, the poster. No Django, no database, no network."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from PIL import Image

from suluh.authenticity.sealing import seal
from suluh.creative.packs.making import MadeFile, Order
from suluh.creative.video.captions import Cue, as_srt, as_vtt, cues_of, transcript
from suluh.creative.video.encoding import Tell, encode
from suluh.creative.video.film import Film
from suluh.creative.video.layers import HEIGHT, WIDTH, Layers, Subject, draw_layers, look
from suluh.creative.video.loudness import levelled
from suluh.creative.video.recording import Recording, joined
from suluh.creative.video.scenes import Scene, plan_of, scenes_of
from suluh.creative.video.steps import NAME
from suluh.creative.video.timing import Timeline, timeline

MP4, JPEG, SRT, VTT = "video/mp4", "image/jpeg", "application/x-subrip", "text/vtt"
# Reads one line aloud: ``voices.speak`` with its voice chosen.
Speak = Callable[[str], Recording]


@dataclass(frozen=True, kw_only=True)
class Shoot:
    """All that a film is made of, before it is encoded. ``sound`` is a WAV file, or None for silence."""

    timeline: Timeline
    cues: tuple[Cue, ...]
    layers: Layers
    sound: bytes | None = None


def shoot(order: Order, *, speak: Speak | None = None) -> Shoot:
    """Return a story's film with its layers drawn, and spoken where ``speak`` is given.

    Raises ``TextDoesNotFit`` naming the block, and what ``speak`` raises.
    """
    plan = plan_of(order.story, pictures=frozenset(order.pictures))
    scenes = scenes_of(plan, closing=look().words_in(order.story.language)["close"])
    spoken = _read_aloud(scenes, speak=speak) if speak else None
    run = timeline(scenes, spoken={text: part.seconds for text, part in spoken.items()} if spoken else None)
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
    return Shoot(timeline=run, cues=cues, layers=layers, sound=_sound(run, spoken=spoken) if spoken else None)


def _read_aloud(scenes: Sequence[Scene], *, speak: Speak) -> dict[str, Recording]:
    texts = dict.fromkeys(line.text for scene in scenes for beat in scene.beats for line in beat.lines)
    return {text: speak(text) for text in texts}


def _sound(run: Timeline, *, spoken: Mapping[str, Recording]) -> bytes:
    """Return what is said, each line when its words are there, as loud as networks want it."""
    placed = [(line.begins, spoken[line.line.text]) for line in run.lines]
    return levelled(joined(placed, seconds=run.seconds).as_wav())


def make_video(order: Order, *, tell: Tell, speak: Speak | None = None) -> tuple[MadeFile, ...]:
    """Return a story's video, sealed: MP4, captions as SRT and VTT, transcript, poster.

    ``tell`` hears about twice a second which share of the film is done, and says whether to go on: where not, there is
    nothing. ``speak`` reads the words aloud (silence without it). Raises ``TextDoesNotFit`` naming the block,
    ``VideoFailed``, ``VoiceFailed`` and ``MotifMissing``.
    """
    shot = shoot(order, speak=speak)
    if not tell(0.0):
        return ()
    film = Film(timeline=shot.timeline, cues=shot.cues, layers=shot.layers)
    encoded = encode(film, sound=shot.sound, tell=tell)
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


def _captions(order: Order, *, cues: Sequence[Cue]) -> tuple[MadeFile, ...]:
    """Return the captions as files, and all that is said as running text."""
    srt, vtt = as_srt(cues), as_vtt(cues, language=order.story.language)
    return (
        MadeFile(layout=NAME, name=f"{NAME}.srt", media_type=SRT, data=srt.encode()),
        MadeFile(layout=NAME, name=f"{NAME}.vtt", media_type=VTT, data=vtt.encode()),
        MadeFile(layout=NAME, name=f"{NAME}.txt", media_type="text/plain", data=_transcript(order, cues=cues)),
    )


def _transcript(order: Order, *, cues: Sequence[Cue]) -> bytes:
    return transcript(cues, title=order.story.headline).encode()


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
