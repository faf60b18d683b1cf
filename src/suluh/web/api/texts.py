"""The engines for texts that are no story yet."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import Router, Schema
from pydantic import Field

from suluh.content.structure import dump_structure, propose, structure
from suluh.web.api.access import needs_office
from suluh.web.api.blocks import StoryText, shown_text

router = Router(tags=["texts"])


class TextIn(Schema):
    """A press release as plain text."""

    text: str = Field(min_length=1, max_length=200_000)


class StructureOut(Schema):
    """What the structurer found (docs/reference/structure.md), and the story it proposes."""

    structure: dict[str, Any]
    story: StoryText


@router.post("/structure", response=StructureOut)
@needs_office
def take_apart(request: HttpRequest, given: TextIn) -> StructureOut:
    """Take a press release apart; nothing is kept."""
    found = structure(given.text)
    return StructureOut(structure=dump_structure(found), story=shown_text(propose(found).story))
