"""What narrative help hands back: texts, each tied to the sentence it was drawn from."""

from __future__ import annotations

from dataclasses import dataclass

from suluh.foundation.errors import Translatable


@dataclass(frozen=True, kw_only=True)
class Place:
    """A sentence in a story: characters ``start`` to ``end`` of the plain text of a block's field.

    ``block`` is a block's id, or "lead".
    """

    block: str
    field: str
    start: int
    end: int


@dataclass(frozen=True, kw_only=True)
class Told:
    """A text drawn from one sentence. ``why`` says why this one, and what was left out; ``key`` names it."""

    text: str
    sentence: str
    place: Place
    why: tuple[Translatable, ...]
    key: str = ""


@dataclass(frozen=True, kw_only=True)
class Question:
    """What readers want to know next. ``answer`` is the sentence that says it, None where the story does not."""

    text: str
    answer: Told | None


@dataclass(frozen=True, kw_only=True)
class Narrative:
    """The help for one story. Any part may be less than full where the story has too little to draw from.

    ``by_meaning`` is False where the embedding network was not at hand and words were compared instead.
    """

    headlines: tuple[Told, ...] = ()
    lead: Told | None = None
    points: tuple[Told, ...] = ()
    question: Question | None = None
    by_meaning: bool = False
