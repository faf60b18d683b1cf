"""What a pack shows of a story, as values that a layout reads. Every text knows the block it came from."""

from __future__ import annotations

from dataclasses import dataclass

from suluh.content.blocks import Block

# The block named where a text is a field of the story itself.
STORY = "story"


@dataclass(frozen=True, kw_only=True)
class Piece:
    """A text to draw. ``block`` is the block's id (or "story"), ``kind`` its kind or the story's field.

    ``shortened`` says that sentences were left out at its end. ``size`` is "long" where the text is body text.
    """

    text: str
    block: str
    kind: str
    shortened: bool = False


@dataclass(frozen=True, kw_only=True)
class Point:
    title: Piece
    text: Piece | None = None
    icon: str = ""


@dataclass(frozen=True, kw_only=True)
class Photo:
    """A photograph of the story. ``media`` names its file; the focal point is shares of width and height, 0 to 1.

    ``shortest`` is how many px of its shorter side are asked for, or 0 where the layout says it.
    """

    media: str
    focal_x: float
    focal_y: float
    alt: Piece | None = None
    credit: Piece | None = None
    shortest: int = 0


@dataclass(frozen=True, kw_only=True)
class Said:
    """A quote. ``initials`` stand in for a portrait."""

    text: Piece
    speaker: Piece | None = None
    title: Piece | None = None
    initials: str = ""
    portrait: Photo | None = None


@dataclass(frozen=True, kw_only=True)
class Figure:
    """A figure. ``share`` is what of a whole it is, 0 to 1, where a chart draws it as that."""

    value: Piece
    label: Piece
    source: Piece | None = None
    share: float | None = None


@dataclass(frozen=True, kw_only=True)
class Bar:
    """A figure beside others of its unit. ``share`` is its length, as a share of the longest bar's."""

    value: Piece
    label: Piece
    share: float
    source: Piece | None = None


@dataclass(frozen=True, kw_only=True)
class Moment:
    """A date or year, and what happened then."""

    when: Piece
    told: Piece


@dataclass(frozen=True, kw_only=True)
class Chart:
    """What the figures of a story are drawn as: bars (a map, where they name places) or moments, and tiles beside."""

    bars: tuple[Bar, ...] = ()
    moments: tuple[Moment, ...] = ()
    tiles: tuple[Figure, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Reach:
    """How an office or a service is reached."""

    name: Piece
    phone: Piece | None = None
    email: Piece | None = None
    url: Piece | None = None
    address: Piece | None = None
    hours: Piece | None = None


@dataclass(frozen=True, kw_only=True)
class Gathering:
    """An event. ``day``, ``month`` and ``weekday`` are its date for a calendar leaf, "" where it has none."""

    title: Piece
    date: Piece | None = None
    time: Piece | None = None
    place: Piece | None = None
    address: Piece | None = None
    fee: Piece | None = None
    url: Piece | None = None
    day: str = ""
    month: str = ""
    weekday: str = ""


@dataclass(frozen=True, kw_only=True)
class Belief:
    myth: Piece
    fact: Piece
    source: Piece | None = None
    # What a check called it ("Hoaks"); None where nobody checked it.
    verdict: Piece | None = None


@dataclass(frozen=True, kw_only=True)
class Call:
    text: Piece
    url: Piece | None = None


@dataclass(frozen=True, kw_only=True)
class Slide:
    """One page of a run of pages; which of the fields are filled depends on ``kind``.

    Kinds: cover, points, quote, figures, belief, call, text, check (how to tell that it is genuine), close.
    """

    kind: str
    points: tuple[Point, ...] = ()
    quote: Said | None = None
    figures: tuple[Figure, ...] = ()
    belief: Belief | None = None
    call: Call | None = None
    text: Piece | None = None


@dataclass(frozen=True, kw_only=True)
class Plan:
    """A story laid out for drawing: its own fields, the best of each kind, and a run of slides."""

    headline: Piece
    lead: Piece | None
    topic: Piece | None
    place: Piece | None
    byline: Piece | None
    slides: tuple[Slide, ...]
    points: tuple[Point, ...]
    quote: Said | None
    figures: tuple[Figure, ...]
    belief: Belief | None
    call: Call | None
    photo: Photo | None
    # The shortest words of the story's own that can stand alone, for where there is room for three or four.
    motto: Piece | None
    # The first belief with a verdict.
    debunk: Belief | None
    # The points, where there are as many as a procedure has: three to six.
    procedure: tuple[Point, ...]
    chart: Chart | None
    contact: Reach | None
    event: Gathering | None
    # Every block in order, for layouts that show the whole text.
    blocks: tuple[Block, ...]
