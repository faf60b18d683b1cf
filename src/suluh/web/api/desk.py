"""What a member may do with the stories of their own office."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Annotated, Literal

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Router, Schema
from ninja.responses import Status
from pydantic import Field, model_validator

from suluh.content import api as content
from suluh.content.api import Story
from suluh.creative import api as creative
from suluh.web.api.access import caller, needs, needs_office
from suluh.web.api.blocks import StoryText, StoryTextIn, parse_text, shown_text
from suluh.web.api.cursors import MOST, page_after

router = Router(tags=["desk"])
LONGEST_SOURCE = 200_000
State = Literal["draft", "in_review", "approved", "scheduled", "published", "withdrawn", "recalled"]


class DeskStory(Schema):
    """A story of the own office. ``revision`` is the number to send as ``base`` when writing."""

    id: int
    state: str
    revision: int
    headline: str
    language: str
    rights: str
    changed_at: datetime
    embargo_at: datetime | None
    publish_at: datetime | None
    published_at: datetime | None


class DeskStoryWhole(DeskStory):
    """A story of the own office with its words. ``proposals`` are blocks the structurer proposed."""

    text: StoryText
    proposals: list[str]


class DeskPage(Schema):
    """A page of the own office's stories, the last changed first."""

    items: list[DeskStory]
    next: str | None


class NewStory(Schema):
    """A story to begin: ``source``, a press release as plain text to take apart, or ``story``, its words."""

    source: str = Field(default="", max_length=LONGEST_SOURCE)
    story: StoryTextIn | None = None

    @model_validator(mode="after")
    def _one_of_both(self) -> NewStory:
        if bool(self.source.strip()) == (self.story is not None):
            raise ValueError("give source or story, one of the two")
        return self


class ChangedStory(Schema):
    """The words to keep. ``base`` is the revision they were made from."""

    base: int
    story: StoryTextIn


class Reason(Schema):
    """Why a story goes back to its author."""

    reason: str = Field(min_length=1, max_length=500)


class ExitIn(Schema):
    """Why a story is taken back: for the office, and for the public."""

    reason: str = Field(min_length=1, max_length=500)
    public_note: str = Field(min_length=1, max_length=500)


class FindingOut(Schema):
    """What the coach says of a place: characters ``start`` to ``end`` of the plain text of a block's field."""

    key: str
    rule: str
    severity: str
    block: str
    field: str
    start: int
    end: int
    text: str
    message: str
    suggestions: list[str]


class PlaceOut(Schema):
    """A place that a count leads to: characters ``start`` to ``end`` of the plain text of a block's field."""

    block: str
    field: str
    start: int
    end: int
    text: str


class CountOut(Schema):
    """One thing the coach counts, why it matters, and where to look."""

    name: str
    label: str
    value: str
    why: str
    places: list[PlaceOut]


@router.get("/stories", response=DeskPage)
@needs_office
def list_own_stories(
    request: HttpRequest,
    state: State | None = None,
    cursor: str = "",
    limit: Annotated[int, Field(ge=1, le=MOST)] = 20,
) -> DeskPage:
    """List the stories of the own office, the last changed first; with ``state``, only those."""
    stories = Story.objects.of(caller(request).office).select_related("current_revision")
    if state is not None:
        stories = stories.filter(state=state)
    rows, following = page_after(stories, by="changed_at", cursor=cursor, limit=limit)
    return DeskPage(items=[_out(story) for story in rows], next=following)


@router.post("/stories", response={201: DeskStoryWhole})
@needs("content.write")
def begin_story(request: HttpRequest, given: NewStory) -> Status[DeskStoryWhole]:
    """Begin a story from a press release or from its words."""
    by = caller(request)
    if given.story is None:
        story = content.import_story(given.source, by=by, source="API")
    else:
        story = content.begin_story(parse_text(given.story), by=by, note="API")
    return Status(201, _whole(story))


@router.get("/stories/{int:story_id}", response=DeskStoryWhole)
@needs_office
def read_own_story(request: HttpRequest, story_id: int) -> DeskStoryWhole:
    """Read a story of the own office."""
    return _whole(_own(request, story_id=story_id))


@router.put("/stories/{int:story_id}", response=DeskStoryWhole)
@needs("content.write")
def write_story(request: HttpRequest, story_id: int, given: ChangedStory) -> DeskStoryWhole:
    """Keep changed words of a draft. Answers 409 (content.E111) where somebody wrote later ones."""
    story = _own(request, story_id=story_id)
    content.write_story(story, text=parse_text(given.story), by=caller(request), base=given.base)
    return _whole(story)


@router.post("/stories/{int:story_id}/submit", response=DeskStoryWhole)
@needs("content.write")
def submit_story(request: HttpRequest, story_id: int) -> DeskStoryWhole:
    """Ask for a second person's approval."""
    return _whole(content.submit_story(_own(request, story_id=story_id), by=caller(request)))


@router.post("/stories/{int:story_id}/return", response=DeskStoryWhole)
@needs("content.review")
def return_story(request: HttpRequest, story_id: int, given: Reason) -> DeskStoryWhole:
    """Send a story back to its author, with the reason."""
    story = _own(request, story_id=story_id)
    return _whole(content.return_story(story, by=caller(request), reason=given.reason))


@router.post("/stories/{int:story_id}/approve", response=DeskStoryWhole)
@needs("content.approve")
def approve_story(request: HttpRequest, story_id: int, machine_seen: bool = False) -> DeskStoryWhole:
    """Approve the words as they stand. Who wrote any of them cannot (403, content.E121).

    ``machine_seen=true`` says that the caller read the places written by a machine (else 409, creative.E296).
    """
    story, by = _own(request, story_id=story_id), caller(request)
    if machine_seen:
        creative.see_machine_texts(story, by=by)
    return _whole(content.approve_story(story, by=by))


@router.post("/stories/{int:story_id}/publish", response=DeskStoryWhole)
@needs("content.publish")
def publish_story(request: HttpRequest, story_id: int) -> DeskStoryWhole:
    """Make an approved story public now."""
    return _whole(content.publish_story(_own(request, story_id=story_id), by=caller(request)))


@router.post("/stories/{int:story_id}/withdraw", response=DeskStoryWhole)
@needs("content.retract")
def withdraw_story(request: HttpRequest, story_id: int, given: ExitIn) -> DeskStoryWhole:
    """Take a story from view; its page stays readable under a banner."""
    story = _own(request, story_id=story_id)
    content.withdraw_story(story, reason=given.reason, public_note=given.public_note, by=caller(request))
    return _whole(story)


@router.post("/stories/{int:story_id}/recall", response=DeskStoryWhole)
@needs("content.retract")
def recall_story(request: HttpRequest, story_id: int, given: ExitIn) -> DeskStoryWhole:
    """Recall a story for good: its page answers 410 and its codes say recalled."""
    story = _own(request, story_id=story_id)
    content.recall_story(story, reason=given.reason, public_note=given.public_note, by=caller(request))
    return _whole(story)


@router.get("/stories/{int:story_id}/findings", response=list[FindingOut])
@needs_office
def list_findings(request: HttpRequest, story_id: int) -> list[FindingOut]:
    """List what the coach finds in a story and nobody put aside."""
    story = _own(request, story_id=story_id)
    aside = creative.dismissed_keys(story)
    found = creative.coach(story.text(), vocabulary=creative.office_words(story.office_id))
    return [_finding_out(one) for one in found if one.key not in aside]


@router.get("/stories/{int:story_id}/counts", response=list[CountOut])
@needs_office
def list_counts(request: HttpRequest, story_id: int) -> list[CountOut]:
    """List what is counted in a story: sentences, passive verbs, figures with a source. No score is made of it."""
    return [
        CountOut(
            name=one.name,
            label=str(one.label),
            value=str(one.value),
            why=str(one.why),
            places=[PlaceOut(**asdict(place)) for place in one.places],
        )
        for one in creative.count(_own(request, story_id=story_id).text())
    ]


def _own(request: HttpRequest, *, story_id: int) -> Story:
    stories = Story.objects.of(caller(request).office).select_related("current_revision")
    return get_object_or_404(stories, pk=story_id)


def _out(story: Story) -> DeskStory:
    return DeskStory(
        id=story.pk,
        state=story.state,
        revision=story.current_revision.number if story.current_revision else 0,
        headline=story.headline,
        language=story.language,
        rights=story.rights,
        changed_at=story.changed_at,
        embargo_at=story.embargo_at,
        publish_at=story.publish_at,
        published_at=story.published_at,
    )


def _whole(story: Story) -> DeskStoryWhole:
    kept = Story.objects.select_related("current_revision").get(pk=story.pk)
    return DeskStoryWhole(**_out(kept).dict(), text=shown_text(kept.text()), proposals=list(kept.proposals))


def _finding_out(finding: creative.Finding) -> FindingOut:
    return FindingOut(
        key=finding.key,
        rule=finding.rule,
        severity=str(finding.severity),
        block=finding.block,
        field=finding.field,
        start=finding.start,
        end=finding.end,
        text=finding.text,
        message=str(finding.message),
        suggestions=list(finding.suggestions),
    )
