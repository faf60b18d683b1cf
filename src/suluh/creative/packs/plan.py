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
    value: Piece
    label: Piece
    source: Piece | None = None


@dataclass(frozen=True, kw_only=True)
class Belief:
    myth: Piece
    fact: Piece
    source: Piece | None = None


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
    # Every block in order, for layouts that show the whole text.
    blocks: tuple[Block, ...]
