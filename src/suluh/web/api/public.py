"""What everybody may ask: offices, published stories, codes."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from django.conf import settings
from django.http import Http404, HttpRequest
from django.urls import reverse
from ninja import Router, Schema
from pydantic import Field

from suluh.agencies.api import Office
from suluh.authenticity.api import Code, parse_code
from suluh.content.api import Exit, Story
from suluh.web.api.access import opens_to_all
from suluh.web.api.blocks import StoryText, shown_text
from suluh.web.api.cursors import MOST, page_after
from suluh.web.public.codes import look_up

router = Router(tags=["public"])


class OfficeOut(Schema):
    """An agency's public-information office."""

    slug: str
    name: str
    short_name: str
    kind: str = Field(description="national, province, kabupaten or kota")
    province: str
    site: str
    contact: str


class ExitOut(Schema):
    """A correction, withdrawal or recall, with its note to the public."""

    kind: str
    note: str
    at: datetime


class StoryOut(Schema):
    """A published story. ``state`` is published or withdrawn."""

    id: int
    office: str = Field(description="Slug of the office")
    state: str
    headline: str
    lead: str
    language: str
    topic: str
    rights: str = Field(description="free (CC BY 4.0), partners or ask")
    url: str
    published_at: datetime
    changed_at: datetime


class StoryWhole(StoryOut):
    """A published story with its words and what happened to it since."""

    text: StoryText
    exits: list[ExitOut]


class StoryPage(Schema):
    """A page of stories, the newest first. ``next`` is the cursor of the page after, or null at the end."""

    items: list[StoryOut]
    next: str | None


class SealOut(Schema):
    """One sealed file: its SHA-256 as 64 hex digits."""

    name: str
    layout: str
    media_type: str
    sha256: str


class CodeOut(Schema):
    """Whose a code is, and whether what carries it still holds."""

    code: str
    office: OfficeOut
    issued_at: datetime
    standing: str = Field(description="current, corrected, withdrawn, recalled, unpublished or outside")
    url: str
    headline: str = Field(description="Empty where the story is not public")
    story: str = Field(description="Address of the story, or empty")
    exits: list[ExitOut]
    files: list[SealOut]


@router.get("/offices", response=list[OfficeOut])
@opens_to_all
def list_offices(request: HttpRequest, province: str = "") -> list[OfficeOut]:
    """List the offices, national first; with ``province``, those of one province."""
    offices = Office.objects.active().in_reading_order()
    if province:
        offices = offices.filter(province=province)
    return [office_out(office) for office in offices]


@router.get("/stories", response=StoryPage)
@opens_to_all
def list_stories(
    request: HttpRequest,
    office: str = "",
    language: str = "",
    cursor: str = "",
    limit: Annotated[int, Field(ge=1, le=MOST)] = 20,
) -> StoryPage:
    """List published stories, the newest first; with ``office`` (a slug) or ``language``, only those."""
    stories = Story.objects.public().filter(state="published", published_at__isnull=False)
    if office:
        stories = stories.filter(office__slug=office)
    if language:
        stories = stories.filter(language=language)
    rows, following = page_after(stories, by="published_at", cursor=cursor, limit=limit)
    return StoryPage(items=[_story_out(story) for story in rows], next=following)


@router.get("/stories/{int:story_id}", response=StoryWhole)
@opens_to_all
def read_story(request: HttpRequest, story_id: int) -> StoryWhole:
    """Read one published story. A recalled one answers 404; its codes say why."""
    story = Story.objects.public().filter(pk=story_id).first()
    if story is None or story.published_revision is None:
        raise Http404
    exits = Exit.objects.filter(story=story).order_by("-made_at")
    return StoryWhole(
        **_story_out(story).dict(), text=shown_text(story.published_revision.text()), exits=[exit_out(e) for e in exits]
    )


@router.get("/codes/{code}", response=CodeOut)
@opens_to_all
def read_code(request: HttpRequest, code: str) -> CodeOut:
    """Say whose a code is and whether it still holds. A typing error answers 422 (authenticity.E101)."""
    found = Code.objects.select_related("office").filter(text=parse_code(code)).first()
    if found is None:
        raise Http404
    answer = look_up(found)
    shown = answer.story if answer.story and answer.story.state != "recalled" else None
    revision = shown.published_revision if shown else None
    return CodeOut(
        code=found.text,
        office=office_out(found.office),
        issued_at=found.issued_at,
        standing=answer.standing,
        url=settings.SITE_URL + reverse("code", kwargs={"text": found.text}),
        headline=revision.text().headline if revision else "",
        story=settings.SITE_URL + shown.get_absolute_url() if shown else "",
        exits=[exit_out(one) for one in answer.exits],
        files=[
            SealOut(name=seal.name, layout=seal.layout, media_type=seal.media_type, sha256=seal.sha256)
            for seal in answer.seals
        ],
    )


def office_out(office: Office) -> OfficeOut:
    """Return an office as the API shows it."""
    return OfficeOut(
        slug=office.slug,
        name=office.name,
        short_name=office.short_name,
        kind=office.kind,
        province=office.province,
        site=office.site,
        contact=office.contact,
    )


def exit_out(made: Exit) -> ExitOut:
    """Return an exit as the public may know it: the reason within the office stays there."""
    return ExitOut(kind=made.kind, note=made.public_note, at=made.made_at)


def _story_out(story: Story) -> StoryOut:
    if story.published_revision is None or story.published_at is None:
        raise LookupError(f"story {story.pk} is public without words")
    text = story.published_revision.text()
    return StoryOut(
        id=story.pk,
        office=story.office.slug,
        state=story.state,
        headline=text.headline,
        lead=text.lead,
        language=text.language,
        topic=text.topic,
        rights=story.rights,
        url=settings.SITE_URL + story.get_absolute_url(),
        published_at=story.published_at,
        changed_at=story.changed_at,
    )
