"""The pack of a story of the own office: its formats, its files, what is being drawn."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header
from ninja import Router, Schema
from ninja.responses import Status
from pydantic import Field

from suluh.content.api import Story
from suluh.creative import api as creative
from suluh.foundation.errors import Refusal
from suluh.foundation.language import lazy as _
from suluh.web.api.access import caller, needs, needs_office
from suluh.web.desk.pack_formats import kind_of
from suluh.web.desk.pack_work import works_on

router = Router(tags=["desk"])
MOST_FORMATS = 60


class NotApproved(Refusal):
    """A pack is asked for before its story is approved."""

    code = "web.E180"
    status = 409


class FormatOut(Schema):
    """A layout or text format. ``suits`` says that the story has what it shows, ``is_wanted`` that packs have it."""

    name: str
    title: str
    place: str
    networks: list[str]
    suits: bool
    is_wanted: bool


class FormatsIn(Schema):
    """The formats that are wanted, by name. All that suit the story is no wish: it stays so when the story changes."""

    formats: list[Annotated[str, Field(max_length=60)]] = Field(min_length=1, max_length=MOST_FORMATS)


class FileOut(Schema):
    """A sealed file. ``width`` and ``height`` are px (pt of a PDF, 0 of a text); fetch it at ``path``."""

    id: int
    name: str
    format: str
    media_type: str
    width: int
    height: int
    size: int
    alt: str
    path: str


class ProblemOut(Schema):
    """A format that could not be drawn, why, and the block to mend."""

    format: str
    block: str
    sentence: str
    code: str


class WorkOut(Schema):
    """Work that is under way: the formats that are done, the one being drawn, those to come."""

    title: str
    finished: list[str]
    at_work: str
    ahead: list[str]


class PackOut(Schema):
    """The pack of a story's approved words. ``state`` is "none" before it was ever asked for."""

    state: str
    code: str
    code_url: str
    ready_at: datetime | None
    files: list[FileOut]
    problems: list[ProblemOut]
    work: list[WorkOut]


@router.get("/stories/{int:story_id}/pack", response=PackOut)
@needs_office
def read_pack(request: HttpRequest, story_id: int) -> PackOut:
    """Read a story's pack: its state, its files in the wanted formats, and what is under way."""
    return _pack_out(_own(request, story_id=story_id))


@router.post("/stories/{int:story_id}/pack", response={202: PackOut})
@needs("creative.draw")
def ask_for_pack(request: HttpRequest, story_id: int) -> Status[PackOut]:
    """Have the whole pack drawn, under a new code. Answers 409 (web.E180) where no words are approved."""
    story = _own(request, story_id=story_id)
    revision = creative.frozen_words(story)
    if revision is None:
        raise NotApproved(_("The pack is drawn from approved words. Have the story approved first."))
    creative.ask_pack(revision, by=caller(request).user_id)
    return Status(202, _pack_out(story))


@router.get("/stories/{int:story_id}/formats", response=list[FormatOut])
@needs_office
def list_formats(request: HttpRequest, story_id: int) -> list[FormatOut]:
    """List every format there is, with which of them suit the story and which are wanted."""
    return _formats_out(_own(request, story_id=story_id))


@router.put("/stories/{int:story_id}/formats", response=list[FormatOut])
@needs("creative.draw")
def choose_formats(request: HttpRequest, story_id: int, given: FormatsIn) -> list[FormatOut]:
    """Choose a story's formats. Those that its ready pack lacks are drawn and sealed under the pack's own code."""
    story = _own(request, story_id=story_id)
    creative.choose_formats(story, formats=given.formats, by=caller(request))
    return _formats_out(story)


@router.get("/stories/{int:story_id}/pack/files/{int:file_id}")
@needs_office
def read_file(request: HttpRequest, story_id: int, file_id: int) -> HttpResponse:
    """Fetch one file of a story's pack."""
    story = _own(request, story_id=story_id)
    found = get_object_or_404(creative.Rendition, pk=file_id, pack__story=story, office_id=story.office_id)
    with found.file.open() as opened:
        response = HttpResponse(opened.read(), content_type=found.media_type)
    response["Content-Disposition"] = content_disposition_header(True, found.name) or "attachment"
    return response


def _own(request: HttpRequest, *, story_id: int) -> Story:
    stories = Story.objects.of(caller(request).office).select_related("current_revision", "published_revision")
    return get_object_or_404(stories, pk=story_id)


def _pack_out(story: Story) -> PackOut:
    revision = creative.frozen_words(story)
    packs = creative.Pack.objects.filter(revision=revision).select_related("code", "revision")
    pack = packs.first() if revision else None
    if pack is None:
        return PackOut(state="none", code="", code_url="", ready_at=None, files=[], problems=[], work=[])
    code = pack.code.text if pack.code and pack.state == "ready" else ""
    wanted = {*creative.shown_formats(pack), "seal", "video"}
    files = pack.renditions.filter(layout__in=wanted).order_by("position", "pk") if code else []
    return PackOut(
        state=pack.state,
        code=code,
        code_url=f"{settings.SITE_URL}/c/{code}" if code else "",
        ready_at=pack.ready_at,
        files=[_file_out(file, story=story) for file in files],
        problems=[_problem_out(problem) for problem in pack.problems],
        work=[
            WorkOut(title=w.title, finished=list(w.finished), at_work=w.at_work, ahead=list(w.ahead))
            for w in works_on(pack)
        ],
    )


def _file_out(file: creative.Rendition, *, story: Story) -> FileOut:
    return FileOut(
        id=file.pk,
        name=file.name,
        format=file.layout,
        media_type=file.media_type,
        width=file.width,
        height=file.height,
        size=file.size,
        alt=file.alt,
        path=f"/api/v1/desk/stories/{story.pk}/pack/files/{file.pk}",
    )


def _problem_out(problem: dict[str, str]) -> ProblemOut:
    said = {name: str(problem.get(name, "")) for name in ("block", "sentence", "code")}
    return ProblemOut(format=str(problem.get("layout", "")), **said)


def _formats_out(story: Story) -> list[FormatOut]:
    revision = creative.frozen_words(story) or story.current_revision
    wanted = set(creative.wanted_formats(revision)) if revision else set()
    suiting = set(creative.suiting_formats(story.text(), office=story.office_id))
    kinds = map(kind_of, creative.every_format(own=creative.office_layouts(story.office_id)))
    return [
        FormatOut(
            name=kind.name,
            title=kind.title,
            place=kind.place,
            networks=list(kind.networks),
            suits=kind.name in suiting,
            is_wanted=kind.name in wanted,
        )
        for kind in kinds
    ]
