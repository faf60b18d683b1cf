"""Narrative help as the desk shows it: each text with the place it comes from."""

from __future__ import annotations

from dataclasses import dataclass

from suluh.content.blocks import StoryText
from suluh.creative import api as creative
from suluh.web.desk.remarks import place_name


@dataclass(frozen=True, kw_only=True)
class Shown:
    """One text drawn from the story, and the name of the place it comes from. ``is_there``: it stands as a block."""

    told: creative.Told
    place: str
    is_there: bool = False


@dataclass(frozen=True, kw_only=True)
class ShownNarrative:
    """The help for one story as the panel shows it."""

    headlines: tuple[Shown, ...] = ()
    lead: Shown | None = None
    points: tuple[Shown, ...] = ()
    question: str = ""
    answer: Shown | None = None

    @property
    def has_new_points(self) -> bool:
        """Whether any point is no block yet."""
        return any(not point.is_there for point in self.points)


def shown_narrative(text: StoryText) -> ShownNarrative:
    """Return what narrative help draws from ``text``, with the names of the places."""
    found = creative.narrate(text)

    def shown(told: creative.Told) -> Shown:
        place = place_name(text, block=told.place.block, field=told.place.field)
        return Shown(told=told, place=place, is_there=creative.stands_apart(told, story=text))

    question = found.question
    return ShownNarrative(
        headlines=tuple(map(shown, found.headlines)),
        lead=_lead(found, shown=shown(found.lead) if found.lead else None, text=text),
        points=tuple(map(shown, found.points)),
        question=question.text if question else "",
        answer=shown(question.answer) if question and question.answer else None,
    )


def _lead(found: creative.Narrative, *, shown: Shown | None, text: StoryText) -> Shown | None:
    """Return the lead, marked where the story has it already."""
    if shown is None or found.lead is None:
        return None
    return Shown(told=shown.told, place=shown.place, is_there=found.lead.text == text.lead.strip())
