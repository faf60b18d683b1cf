"""Which scenes a story's video has, and what each shows and says, beat by beat. Nothing is rewritten."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from suluh.content.blocks import StoryText
from suluh.creative.packs.choose import Room, choose
from suluh.creative.packs.plan import STORY, Belief, Call, Figure, Photo, Piece, Plan, Point, Said

# Characters that a scene has room and time for.
ROOM = Room(quote=150, text=150, lead=150, point=110, topic=34)
_POINTS_A_SCENE = 3
_MOST_POINTS = 6
_MOST_FIGURES = 2
_FEW_SCENES = 2


@dataclass(frozen=True, kw_only=True)
class Line:
    """Words that are said at a time. ``is_drawn``: the scene itself shows them, so no caption does."""

    text: str
    is_drawn: bool = False


@dataclass(frozen=True, kw_only=True)
class Beat:
    """A part of a scene: the layers that come in with it, and what is said meanwhile. ``least`` is seconds."""

    shows: tuple[str, ...] = ()
    lines: tuple[Line, ...] = ()
    least: float = 1.4


@dataclass(frozen=True, kw_only=True)
class Scene:
    """One scene. ``worth`` says how much it counts where a long story has too many; 0 is never left out.

    Which of the other fields are filled depends on ``kind``: cover, lead, belief, points, figure, quote, text, call,
    close. The lead is said over the cover, which stays.
    """

    kind: str
    beats: tuple[Beat, ...]
    block: str = STORY
    worth: int = 0
    is_dusk: bool = False
    topic: Piece | None = None
    headline: Piece | None = None
    photo: Photo | None = None
    points: tuple[Point, ...] = ()
    first: int = 1
    figure: Figure | None = None
    quote: Said | None = None
    belief: Belief | None = None
    call: Call | None = None
    text: Piece | None = None

    def terse(self) -> Scene:
        """Return the scene with what it shows alone: what is said beside is left out, where it shows anything."""
        if not any(beat.shows for beat in self.beats):
            return self
        beats = (replace(beat, lines=tuple(line for line in beat.lines if line.is_drawn)) for beat in self.beats)
        return replace(self, beats=tuple(beats))

    @property
    def known_by(self) -> str:
        """Return how its first words begin, for naming it."""
        lines = [line.text for beat in self.beats for line in beat.lines]
        return lines[0] if lines else self.kind


def plan_of(story: StoryText, *, pictures: Collection[str] = ()) -> Plan:
    """Return the story's plan with the room that a video has."""
    return choose(story, room=ROOM, pictures=pictures)


def scenes_of(plan: Plan, *, closing: str) -> tuple[Scene, ...]:
    """Return every scene that the plan has matter for, in order. ``closing`` is what the last one says."""
    middle = [
        *_belief(plan.belief),
        *_points(plan.points),
        *_figures(plan.figures),
        *_quote(plan.quote),
    ]
    if len(middle) < _FEW_SCENES:
        middle += _texts(plan)
    return (*_cover(plan), *middle, *_call(plan.call), _close(closing))


def _cover(plan: Plan) -> list[Scene]:
    headline = Line(text=plan.headline.text or "—", is_drawn=True)
    beat = Beat(shows=("topic", "headline", "photo"), lines=(headline,), least=2.6)
    cover = Scene(kind="cover", beats=(beat,), topic=plan.topic, headline=plan.headline, photo=plan.photo)
    if plan.lead is None:
        return [cover]
    return [cover, Scene(kind="lead", beats=(Beat(lines=(Line(text=plan.lead.text),)),), worth=5)]


def _belief(belief: Belief | None) -> list[Scene]:
    if belief is None:
        return []
    beats = (
        Beat(shows=("myth",), lines=(Line(text=belief.myth.text, is_drawn=True),), least=2.0),
        Beat(shows=("stamp",), least=1.0),
        Beat(shows=("fact",), lines=(Line(text=belief.fact.text, is_drawn=True),), least=2.4),
    )
    return [Scene(kind="belief", beats=beats, block=belief.myth.block, worth=12, belief=belief)]


def _points(points: tuple[Point, ...]) -> list[Scene]:
    shown = points[:_MOST_POINTS]
    count = -(-len(shown) // _POINTS_A_SCENE)
    size = -(-len(shown) // count) if count else 1
    groups = [(start, shown[start : start + size]) for start in range(0, len(shown), size)]
    return [_points_scene(group, first=start + 1, worth=4 if start else 10) for start, group in groups]


def _points_scene(points: tuple[Point, ...], *, first: int, worth: int) -> Scene:
    beats = []
    for number, point in enumerate(points):
        lines = [Line(text=point.title.text, is_drawn=True)]
        if point.text is not None:
            lines.append(Line(text=point.text.text))
        shows = ("title", "point-1") if number == 0 else (f"point-{number + 1}",)
        beats.append(Beat(shows=shows, lines=tuple(lines)))
    return Scene(
        kind="points", beats=tuple(beats), block=points[0].title.block, worth=worth, points=points, first=first
    )


def _figures(figures: tuple[Figure, ...]) -> list[Scene]:
    return [
        Scene(
            kind="figure",
            beats=(
                Beat(
                    shows=("card", "value", "label"),
                    lines=(Line(text=f"{figure.value.text} {figure.label.text}", is_drawn=True),),
                    least=2.6,
                ),
            ),
            block=figure.value.block,
            worth=3 if number else 7,
            figure=figure,
        )
        for number, figure in enumerate(figures[:_MOST_FIGURES])
    ]


def _quote(said: Said | None) -> list[Scene]:
    if said is None:
        return []
    words = Line(text=f"“{said.text.text}”", is_drawn=True)
    beats = [Beat(shows=("mark", "quote", "speaker"), lines=(words,), least=2.6)]
    if said.speaker is not None:
        beats.append(Beat(lines=(Line(text=f"— {said.speaker.text}", is_drawn=True),), least=0.8))
    return [Scene(kind="quote", beats=tuple(beats), block=said.text.block, worth=8, is_dusk=True, quote=said)]


def _texts(plan: Plan) -> list[Scene]:
    """Return the story's own sentences, the lead aside: the cover says it."""
    lead = plan.lead.text if plan.lead is not None else None
    texts = [slide.text for slide in plan.slides if slide.text is not None and slide.text.text != lead]
    return [
        Scene(
            kind="text",
            beats=(Beat(shows=("text",), lines=(Line(text=text.text, is_drawn=True),), least=2.4),),
            block=text.block,
            worth=2,
            text=text,
        )
        for text in texts
        if text.block != STORY
    ]


def _call(call: Call | None) -> list[Scene]:
    if call is None:
        return []
    beat = Beat(shows=("chip", "call", "url"), lines=(Line(text=call.text.text, is_drawn=True),), least=2.6)
    return [Scene(kind="call", beats=(beat,), block=call.text.block, worth=6, is_dusk=True, call=call)]


def _close(words: str) -> Scene:
    beat = Beat(shows=("words", "proof"), lines=(Line(text=words, is_drawn=True),), least=4.0)
    return Scene(kind="close", beats=(beat,))
