"""Public fact-checks for programs: the list, one of them, and the verdicts there are."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any

from django.conf import settings
from django.http import Http404, HttpRequest
from ninja import Router, Schema
from pydantic import Field

from suluh.verification import api as verification
from suluh.verification.api import FactCheck
from suluh.web.api.access import opens_to_all
from suluh.web.api.cursors import MOST, page_after
from suluh.web.public.facts import checked_by, corrections_of, review_of

router = Router(tags=["fact-checks"])
LONGEST_SEARCH = 200


class VerdictOut(Schema):
    """One verdict of this site's scale. ``rating`` lies between worst and best, null where it has no place there."""

    slug: str = Field(examples=["salah"])
    label: str = Field(examples=["Salah"])
    explanation: str
    is_false: bool
    rating: int | None
    worst: int
    best: int


class FactOut(Schema):
    """A public fact-check. ``office`` is empty where it was taken over from a ``source``, ``link`` leads there then."""

    id: int
    title: str = Field(description="The claim")
    verdict: str = Field(description="Slug in this site's scale", examples=["salah"])
    verdict_label: str
    is_false: bool
    rating: str = Field(description="The source's own word, where it is another's check")
    reason: str
    language: str
    office: str = Field(description="Slug of the office that checked it, or empty")
    source: str = Field(description="Who checked it")
    licence: str = Field(description="What the source allows, or empty")
    checked_on: date | None
    published_at: datetime
    changed_at: datetime
    url: str
    link: str
    is_example: bool


class CorrectionOut(Schema):
    """A public correction: the verdict before it, and its note."""

    before: str
    note: str
    at: datetime


class FactWhole(FactOut):
    """A fact-check with what was found. ``claim_review`` is schema.org's, null for others' checks and examples."""

    review: str = Field(description="What was found; empty for others' checks: read it at the link")
    appeared: str
    first_seen_on: date | None
    links: list[str]
    corrections: list[CorrectionOut]
    claim_review: dict[str, Any] | None


class FactPage(Schema):
    """A page of fact-checks, the newest first. ``next`` is the cursor of the page after, or null at the end."""

    items: list[FactOut]
    next: str | None


@router.get("/verdicts", response=list[VerdictOut])
@opens_to_all
def list_verdicts(request: HttpRequest) -> list[VerdictOut]:
    """List the verdicts of this site's scale, in the order they are shown."""
    scale = verification.scale()
    return [
        VerdictOut(
            slug=verdict.slug,
            label=verdict.label,
            explanation=verdict.explanation,
            is_false=verdict.is_false,
            rating=verdict.rating,
            worst=scale.worst,
            best=scale.best,
        )
        for verdict in scale.all()
    ]


@router.get("/fact-checks", response=FactPage)
@opens_to_all
def list_fact_checks(
    request: HttpRequest,
    verdict: str = "",
    office: str = "",
    q: Annotated[str, Field(max_length=LONGEST_SEARCH)] = "",
    cursor: str = "",
    limit: Annotated[int, Field(ge=1, le=MOST)] = 20,
) -> FactPage:
    """List public fact-checks, the newest first; with ``verdict`` or ``office`` (slugs) or words ``q``, only those."""
    facts = FactCheck.objects.public().filter(published_at__isnull=False)
    if verdict:
        facts = facts.filter(verdict=verification.scale().verdict(verdict[:30]).slug)
    if office:
        facts = facts.filter(office__slug=office)
    words = q.replace("\0", " ").strip()
    if words:
        facts = facts.matching(words)
    rows, following = page_after(facts, by="published_at", cursor=cursor, limit=limit)
    return FactPage(items=[FactOut(**_shown(fact)) for fact in rows], next=following)


@router.get("/fact-checks/{int:fact_check_id}", response=FactWhole)
@opens_to_all
def read_fact_check(request: HttpRequest, fact_check_id: int) -> FactWhole:
    """Read one public fact-check. One that was withdrawn answers 404; its page says why."""
    fact = FactCheck.objects.public().filter(pk=fact_check_id, published_at__isnull=False).first()
    if fact is None:
        raise Http404
    corrections = corrections_of(fact)
    is_ours = fact.office_id is not None or fact.is_example
    return FactWhole(
        **_shown(fact),
        review=fact.review if is_ours else "",
        appeared=fact.appeared,
        first_seen_on=fact.first_seen_on,
        links=[str(link) for link in fact.links] if is_ours else [],
        corrections=[
            CorrectionOut(before=made.before, note=made.public_note, at=made.confirmed_at)
            for made in corrections
            if made.confirmed_at is not None
        ],
        claim_review=review_of(fact, corrections=corrections) if verification.may_be_published(fact) else None,
    )


def _shown(fact: FactCheck) -> dict[str, Any]:
    verdict = verification.scale().shown(fact.verdict)
    return {
        "id": fact.pk,
        "title": fact.title,
        "verdict": fact.verdict,
        "verdict_label": verdict.label,
        "is_false": verdict.is_false,
        "rating": fact.rating,
        "reason": fact.reason,
        "language": fact.language,
        "office": fact.office.slug if fact.office else "",
        "source": checked_by(fact),
        "licence": fact.source.licence if fact.source else "",
        "checked_on": fact.checked_on,
        "published_at": fact.published_at,
        "changed_at": fact.changed_at,
        "url": settings.SITE_URL + fact.get_absolute_url(),
        "link": fact.link,
        "is_example": fact.is_example,
    }
