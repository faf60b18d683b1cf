"""The film, frame by frame: the panorama runs along below, scenes come and go, captions stand in their place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PIL import Image, ImageDraw

from suluh.creative.video.captions import Cue
from suluh.creative.video.layers import HEIGHT, STRIP_HEIGHT, STRIP_TOP, TILE, WIDTH, Layers, Light
from suluh.creative.video.planes import Bitmap, Frame, resized
from suluh.creative.video.timing import COMES_IN, TimedScene, Timeline

FRAMES_A_SECOND = 30
# px the panorama runs in a frame while a scene stands: whole and even, so that it glides.
_DRIFT = 2
_ENTER, _LEAVE, _STAGGER, _FADE = 0.45, 0.36, 0.1, 0.14
# Seconds that a scene waits for the one before it to have nearly gone.
_WAITS = 0.26
_COUNTED_IN = 1.1
_FALLS_IN, _FALLS_FROM = 0.2, 1.9
# px that a wipe's edge leans from top to foot.
_LEAN = 260


@dataclass(frozen=True, kw_only=True)
class Move:
    """Where a layer stands on its way: px from its place, how much of it is seen, how large it is."""

    dx: int = 0
    dy: int = 0
    share: float = 1.0
    size: float = 1.0


def ease_out(share: float) -> float:
    """Return how far something is that begins fast and comes to rest; ``share`` of the time, 0 to 1."""
    return 1 - (1 - _within(share)) ** 3


def ease_in(share: float) -> float:
    """Return how far something is that begins slowly and leaves fast."""
    return _within(share) ** 3


def ease(share: float) -> float:
    """Return how far something is that begins and ends slowly."""
    share = _within(share)
    return share * share * (3 - 2 * share)


def _within(share: float) -> float:
    return min(1.0, max(0.0, share))


class Film:
    """A timeline with its layers, ready to be shown frame by frame."""

    def __init__(self, *, timeline: Timeline, cues: Sequence[Cue], layers: Layers) -> None:
        self._timeline, self._layers = timeline, layers
        self._cues = [cue for cue in cues if not cue.is_drawn and cue.lines in layers.captions]
        self.count = round(timeline.seconds * FRAMES_A_SECOND)
        self._frame, self._other = (self._new_frame() for _side in range(2))
        run = layers.lights["day"].strip.width - WIDTH - _DRIFT * self.count
        self._leap = max(0.0, run / max(1, len(timeline.scenes) - 1))

    def _new_frame(self) -> Frame:
        frame = Frame(width=WIDTH, height=HEIGHT)
        frame.lay(self._layers.ground)
        return frame

    def frames(self) -> Iterator[bytes]:
        """Yield every frame as raw yuv420p."""
        for number in range(self.count):
            yield self.at(number).data()

    def poster(self) -> Image.Image:
        """Return the picture that stands for the film: its cover, all of it come in, without a caption."""
        first = self._timeline.scenes[0]
        frame = self._new_frame()
        self._behind(frame, light="dusk" if first.scene.is_dusk else "day", left=0)
        self._scene(frame, place=0, at=first.ends - 0.01)
        return frame.picture()

    def at(self, number: int) -> Frame:
        """Return one frame, counted from 0. It is drawn over by the next one."""
        at = number / FRAMES_A_SECOND
        place = max(n for n, scene in enumerate(self._timeline.scenes) if scene.begins <= at)
        scene = self._timeline.scenes[place]
        left = self._left(number, place=place, at=at)
        frame = self._frame
        self._ground(frame, place=place, at=at, left=left)
        if place and at - scene.begins < _LEAVE + _STAGGER:
            self._leaving(frame, place=place - 1, since=at - scene.begins)
        self._scene(frame, place=place, at=at)
        self._caption(frame, at=at)
        return frame

    def _left(self, number: int, *, place: int, at: float) -> int:
        """Return where the panorama is: it drifts, and leaps ahead at each new scene."""
        since = at - self._timeline.scenes[place].begins
        leaps = place - 1 + ease(since / 0.8) if place else 0.0
        most = self._layers.lights["day"].strip.width - WIDTH
        return min(most, round(self._leap * leaps) + _DRIFT * number) & ~1

    def _ground(self, frame: Frame, *, place: int, at: float, left: int) -> None:
        scene = self._timeline.scenes[place]
        before = self._timeline.scenes[place - 1] if place else scene
        share = ease((at - scene.begins) / COMES_IN)
        if before.scene.is_dusk == scene.scene.is_dusk or share >= 1:
            self._behind(frame, light=_light_of(scene), left=left)
            return
        self._behind(frame, light=_light_of(before), left=left)
        self._behind(self._other, light=_light_of(scene), left=left)
        frame.lay_frame(self._other, masks=_wipe(share))

    def _behind(self, frame: Frame, *, light: str, left: int) -> None:
        shown: Light = self._layers.lights[light]
        frame.lay_part(shown.sky, left=left % TILE)
        frame.lay_part(shown.strip, left=left)
        if shown.brand is not None:
            frame.lay(shown.brand)

    def _scene(self, frame: Frame, *, place: int, at: float) -> None:
        for number, beat in enumerate(self._timeline.scenes[place].beats):
            begins = beat.begins + (_WAITS if place and not number else 0)
            for turn, part in enumerate(beat.beat.shows):
                since = at - begins - turn * _STAGGER
                steps = self._layers.parts.get((place, part), ())
                if since > 0 and steps:
                    _put(frame, _step(steps, since=since), move=_entering(part, since=since))

    def _leaving(self, frame: Frame, *, place: int, since: float) -> None:
        """Let a scene's layers go to the left, from the uppermost on."""
        parts = [part for beat in self._timeline.scenes[place].beats for part in beat.beat.shows]
        shown = [self._layers.parts[place, part][-1] for part in parts if (place, part) in self._layers.parts]
        for turn, bitmap in enumerate(sorted(shown, key=lambda it: it.y)):
            gone = ease_in((since - turn * _STAGGER / len(shown)) / _LEAVE)
            _put(frame, bitmap, move=Move(dx=-round(gone * (WIDTH + 40)), share=1 - gone * 0.4))

    def _caption(self, frame: Frame, *, at: float) -> None:
        for cue in self._cues:
            if cue.begins <= at < cue.ends:
                share = min(1.0, (at - cue.begins) / _FADE, (cue.ends - at) / _FADE)
                bitmap = self._layers.captions[cue.lines]
                _put(frame, bitmap, move=Move(dy=round((1 - ease_out((at - cue.begins) / 0.25)) * 18), share=share))


def _light_of(timed: TimedScene) -> str:
    return "dusk" if timed.scene.is_dusk else "day"


def _step(steps: Sequence[Bitmap], *, since: float) -> Bitmap:
    """Return what is seen of a figure that counts up; the steps are eased already."""
    return steps[min(len(steps) - 1, int(since / _COUNTED_IN * len(steps)))]


def _entering(part: str, *, since: float) -> Move:
    if part == "stamp":
        share = ease_in(since / _FALLS_IN)
        return Move(share=_within(since / _FALLS_IN), size=_FALLS_FROM - (_FALLS_FROM - 1) * share)
    share = ease_out(since / _ENTER)
    shown = _within(since / _ENTER * 1.6)
    if part in {"headline", "topic", "photo", "words", "quote", "call"}:
        return Move(dy=round((1 - share) * 90), share=shown)
    if part in {"value", "label", "url"}:
        return Move(share=shown)
    return Move(dx=round((1 - share) * 420), share=shown)


def _put(frame: Frame, bitmap: Bitmap, *, move: Move) -> None:
    shown = bitmap if move.size == 1 else resized(bitmap, by=move.size)
    frame.lay(shown, dx=move.dx, dy=move.dy, share=move.share)


def _wipe(share: float) -> tuple[Image.Image, Image.Image]:
    """Return the masks of a leaning edge that runs from the right to the left."""
    height = STRIP_TOP + STRIP_HEIGHT
    edge = round((WIDTH + _LEAN) * (1 - share)) - _LEAN
    masks = []
    for half in (1, 2):
        mask = Image.new("L", (WIDTH // half, height // half), 0)
        corners = [(edge + _LEAN, 0), (WIDTH * 2, 0), (WIDTH * 2, height), (edge, height)]
        ImageDraw.Draw(mask).polygon([(x // half, y // half) for x, y in corners], fill=255)
        masks.append(mask)
    return masks[0], masks[1]
