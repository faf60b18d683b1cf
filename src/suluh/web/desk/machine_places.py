"""The machine-written places of a story, as its approver sees them."""

from __future__ import annotations

from dataclasses import dataclass

from suluh.content import api as content
from suluh.content.blocks import StoryText
from suluh.creative import api as creative
from suluh.web.desk.remarks import place_name


@dataclass(frozen=True, kw_only=True)
class MachinePlace:
    """Words a machine wrote that stand in the story, and what a reader calls the place."""

    kept: creative.MachineText
    place: str


@dataclass(frozen=True, kw_only=True)
class MachinePlaces:
    """All of them. ``is_unseen``: at least one was read by nobody but who took it over."""

    places: tuple[MachinePlace, ...]
    is_unseen: bool


def machine_places(story: content.Story, *, text: StoryText) -> MachinePlaces | None:
    """Return the machine-written places that stand in ``text``, None where there are none."""
    standing = creative.standing_machine_texts(story, text=text)
    if not standing:
        return None
    return MachinePlaces(
        places=tuple(
            MachinePlace(kept=one, place=place_name(text, block=one.block, field=one.field)) for one in standing
        ),
        is_unseen=any(one.seen_at is None for one in standing),
    )
