"""Narrative help for a story of the own office."""

from __future__ import annotations

from dataclasses import asdict

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Router, Schema

from suluh.content.api import Story
from suluh.creative import api as creative
from suluh.web.api.access import caller, needs_office

router = Router(tags=["desk"])


class PlaceOut(Schema):
    """A sentence: characters ``start`` to ``end`` of the plain text of a block's field; ``block`` may be "lead"."""

    block: str
    field: str
    start: int
    end: int


class ToldOut(Schema):
    """A text drawn from one sentence by leaving out, and why this one."""

    key: str
    text: str
    sentence: str
    place: PlaceOut
    why: list[str]


class QuestionOut(Schema):
    """What readers want to know; ``answer`` is null where the story does not say it."""

    text: str
    answer: ToldOut | None


class NarrativeOut(Schema):
    """What can be drawn from a story. ``by_meaning``: the embedding network was at hand."""

    headlines: list[ToldOut]
    lead: ToldOut | None
    points: list[ToldOut]
    question: QuestionOut | None
    by_meaning: bool


@router.get("/stories/{int:story_id}/narrative", response=NarrativeOut)
@needs_office
def read_narrative(request: HttpRequest, story_id: int) -> NarrativeOut:
    """Draw headlines, a lead, key points and a question from a story; nothing is kept."""
    stories = Story.objects.of(caller(request).office).select_related("current_revision")
    found = creative.narrate(get_object_or_404(stories, pk=story_id).text())
    question = found.question
    return NarrativeOut(
        headlines=[_told(one) for one in found.headlines],
        lead=_told(found.lead) if found.lead else None,
        points=[_told(one) for one in found.points],
        question=QuestionOut(text=question.text, answer=_told(question.answer) if question.answer else None)
        if question
        else None,
        by_meaning=found.by_meaning,
    )


def _told(one: creative.Told) -> ToldOut:
    return ToldOut(
        key=one.key,
        text=one.text,
        sentence=one.sentence,
        place=PlaceOut(**asdict(one.place)),
        why=[str(reason) for reason in one.why],
    )
