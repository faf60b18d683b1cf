"""How long each scene stays, so that it can be read or heard, and when every word is there. 15 to 45 seconds in all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from suluh.creative.video.scenes import Beat, Line, Scene

# Seconds a video has at least and at most.
SHORTEST, LONGEST = 15.0, 45.0
# Characters people read in a second, and seconds in which the eye finds the words.
READ_A_SECOND, FOUND_IN = 14.0, 0.5
# Seconds in which a scene comes in, and stays after its last word; the pause after spoken words.
COMES_IN, STAYS, PAUSE = 0.6, 0.5, 0.35


@dataclass(frozen=True, kw_only=True)
class TimedLine:
    """Words, from when until when (seconds from the film's begin)."""

    line: Line
    begins: float
    ends: float


@dataclass(frozen=True, kw_only=True)
class TimedBeat:
    beat: Beat
    begins: float
    ends: float
    lines: tuple[TimedLine, ...]


@dataclass(frozen=True, kw_only=True)
class TimedScene:
    scene: Scene
    begins: float
    ends: float
    beats: tuple[TimedBeat, ...]


@dataclass(frozen=True, kw_only=True)
class Timeline:
    """The whole film. ``left_out`` are the scenes for which there was no time."""

    scenes: tuple[TimedScene, ...]
    left_out: tuple[Scene, ...]

    @property
    def seconds(self) -> float:
        return self.scenes[-1].ends

    @property
    def lines(self) -> tuple[TimedLine, ...]:
        return tuple(line for scene in self.scenes for beat in scene.beats for line in beat.lines)


def timeline(scenes: Sequence[Scene], *, spoken: Mapping[str, float] | None = None) -> Timeline:
    """Return when each scene and word of a film is there.

    ``spoken`` says how many seconds the voice needs for each line; without it lines stay as long as reading takes.
    Where there is too much for the time, what is said beside the shown words is left out, then whole scenes, so that
    what is kept counts most.
    """
    if sum(_length(scene, spoken=spoken) for scene in scenes) > LONGEST:
        scenes = [scene.terse() for scene in scenes]
    kept = _chosen(scenes, spoken=spoken)
    stretch = max(1.0, _stretch(kept, spoken=spoken))
    timed: list[TimedScene] = []
    for scene in kept:
        begins = timed[-1].ends if timed else 0.0
        shown = _timed(scene, begins=begins, stretch=stretch, spoken=spoken)
        timed.append(_with_lead(timed.pop(), lead=shown) if scene.kind == "lead" else shown)
    return Timeline(scenes=tuple(timed), left_out=tuple(scene for scene in scenes if scene not in kept))


def _chosen(scenes: Sequence[Scene], *, spoken: Mapping[str, float] | None) -> tuple[Scene, ...]:
    """Return the scenes that fit in the time and count most together; of equals, those that leave the least time."""
    lengths = [_length(scene, spoken=spoken) for scene in scenes]
    best, best_score = tuple(range(len(scenes))), (-1.0, 0.0)
    free = [place for place, scene in enumerate(scenes) if scene.worth]
    must = [place for place, scene in enumerate(scenes) if not scene.worth]
    if sum(lengths) <= LONGEST:
        return tuple(scenes)
    for count in range(len(free) + 1):
        for some in combinations(free, count):
            places = tuple(sorted((*must, *some)))
            length = sum(lengths[place] for place in places)
            score = (float(sum(scenes[place].worth for place in some)), length)
            if (length <= LONGEST or not some) and score > best_score:
                best, best_score = places, score
    return tuple(scenes[place] for place in best)


def _with_lead(cover: TimedScene, *, lead: TimedScene) -> TimedScene:
    return replace(cover, ends=lead.ends, beats=(*cover.beats, *lead.beats))


def _length(scene: Scene, *, spoken: Mapping[str, float] | None) -> float:
    return _coming(scene) + _staying(scene) + sum(_seconds(beat, spoken=spoken) for beat in scene.beats)


def _coming(scene: Scene) -> float:
    """A lead is said while the cover stays: nothing comes in."""
    return 0.0 if scene.kind == "lead" else COMES_IN


def _staying(scene: Scene) -> float:
    return 0.2 if scene.kind == "lead" else STAYS


def _stretch(scenes: Sequence[Scene], *, spoken: Mapping[str, float] | None) -> float:
    """Return by how much the beats must grow to fill the shortest film."""
    fixed = sum(_coming(scene) + _staying(scene) for scene in scenes)
    whole = sum(_length(scene, spoken=spoken) for scene in scenes)
    return (SHORTEST - fixed) / max(whole - fixed, 0.1)


def _seconds(beat: Beat, *, spoken: Mapping[str, float] | None) -> float:
    if spoken is None:
        read = sum(FOUND_IN + len(line.text) / READ_A_SECOND for line in beat.lines)
    else:
        read = sum(PAUSE + spoken.get(line.text, 0.0) for line in beat.lines)
    return max(beat.least, read)


def _timed(scene: Scene, *, begins: float, stretch: float, spoken: Mapping[str, float] | None) -> TimedScene:
    at = begins + _coming(scene)
    beats = []
    for beat in scene.beats:
        ends = at + _seconds(beat, spoken=spoken) * stretch
        lines = _lines(beat, begins=at, ends=ends, spoken=spoken)
        beats.append(TimedBeat(beat=beat, begins=at, ends=ends, lines=lines))
        at = ends
    # The first layers come in with the scene, its words are said when they stand.
    beats[0] = replace(beats[0], begins=begins)
    return TimedScene(scene=scene, begins=begins, ends=at + _staying(scene), beats=tuple(beats))


def _lines(beat: Beat, *, begins: float, ends: float, spoken: Mapping[str, float] | None) -> tuple[TimedLine, ...]:
    """Divide a beat's time among its lines by how long each is."""
    weights = [_weight(line, spoken=spoken) for line in beat.lines]
    total = sum(weights)
    timed, at = [], begins
    for line, weight in zip(beat.lines, weights, strict=True):
        until = at + (ends - begins) * weight / total
        timed.append(TimedLine(line=line, begins=at, ends=until))
        at = until
    return tuple(timed)


def _weight(line: Line, *, spoken: Mapping[str, float] | None) -> float:
    if spoken is None:
        return FOUND_IN + len(line.text) / READ_A_SECOND
    return PAUSE + spoken.get(line.text, 0.0)
