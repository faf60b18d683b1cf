"""Is this true, for programs: checks, and how far a question is."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest
from django.urls import reverse
from ninja import Router, Schema
from ninja.errors import HttpError, ValidationError
from pydantic import Field
from pydantic import ValidationError as WrongForm

from suluh.foundation.allowances import sender_of
from suluh.foundation.language import translate
from suluh.verification import api as verification
from suluh.web.api.access import opens_to_all
from suluh.web.asking.access import CHECKING, COST, LOOKING
from suluh.web.asking.sent import LONGEST, Given, clean, read_words, sent_file
from suluh.web.asking.showing import ShownAnswer, ShownCheck, shown_answer, shown_check

router = Router(tags=["checks"])
JSON, FORM = "application/json", "multipart/form-data"
_EXAMPLE = "Bantuan tunai Rp 5 juta dari pemerintah, daftar di tautan ini sebelum besok!"


class CheckIn(Schema):
    """A text, or a link alone, to be checked."""

    text: str = Field(min_length=1, max_length=LONGEST, examples=[_EXAMPLE])


class DifferenceOut(Schema):
    """Something that differs: ``kind`` is number, place, date, name or institution; a side may be empty."""

    kind: str
    asked: str
    known: str


class FactCheckOut(Schema):
    """What is known of a claim."""

    id: int
    title: str
    verdict: str = Field(description="Slug in this site's scale", examples=["salah"])
    verdict_label: str = Field(examples=["Salah"])
    rating: str = Field(description="The source's own word, where it is another's check")
    reason: str
    source: str = Field(description="Who checked it")
    checked_on: date | None
    language: str
    url: str = Field(description="Page of the check on this site")
    link: str = Field(description="Page of the check at its source, or empty")
    is_example: bool
    is_withdrawn: bool = Field(description="Taken back: do not rely on it")


class FoundOut(Schema):
    """A fact-check that what was asked is, or looks like."""

    fact_check: FactCheckOut
    nearness: str = Field(description="How near, in words, in the language of Accept-Language")
    probability: float = Field(ge=0, le=1)
    shared: list[str] = Field(description="Words, numbers and names that both have")
    differences: list[DifferenceOut]


class OriginOut(Schema):
    """A story of an office here with the same words or code. ``state`` is published, withdrawn or recalled."""

    office: str = Field(description="Slug of the office")
    state: str
    headline: str = Field(description="Empty where it was recalled")
    url: str
    code: str = Field(description="Code it carried, or empty")


class CheckOut(Schema):
    """The answer. Outcome ``unknown`` means that nothing is known: neither true nor false."""

    outcome: str = Field(description="known, from_office, looks_like or unknown", examples=["known"])
    sentence: str = Field(description="The answer in one sentence, in the language of Accept-Language")
    kind: str = Field(description="text, link or picture")
    words: str = Field(description="The words that were compared: those typed, or read on the page or in the picture")
    notes: list[str] = Field(description="On what was read, such as parts of a picture that were hard to read")
    found: list[FoundOut] = Field(description="known: one or more, the first is it; looks_like: up to three")
    origin: OriginOut | None


class QuestionOut(Schema):
    """How far a question is. ``standing``: waiting, checking, answered, withdrawn (answer taken back) or closed."""

    number: str = Field(examples=["T-7K4M-Q2XD-9RHH"])
    standing: str
    office: str
    asked_at: datetime
    due_at: datetime | None
    answered_at: datetime | None
    fact_check: FactCheckOut | None
    corrections: list[str] = Field(description="Notes to the public on corrections of the answer, the newest first")
    reason: str = Field(description="Why it was closed without a verdict, or empty")
    is_erased: bool = Field(description="What was sent is kept no more")
    url: str


_FILES = "PNG, JPEG, WebP, PDF, .docx or .txt; a recording where the server can hear"
_BODY: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            JSON: {
                "schema": {
                    "type": "object",
                    "required": ["text"],
                    "properties": {"text": {"type": "string", "minLength": 1, "maxLength": LONGEST}},
                },
                "example": {"text": _EXAMPLE},
            },
            FORM: {
                "schema": {
                    "type": "object",
                    "properties": {
                        "picture": {"type": "string", "format": "binary", "description": _FILES},
                        "text": {"type": "string", "maxLength": LONGEST},
                    },
                }
            },
        },
    },
}


@router.post("/checks", response=CheckOut, openapi_extra=_BODY)
@opens_to_all
def check(request: HttpRequest) -> CheckOut:
    """Check a text, a link or a picture; nothing of it is kept. 429 says in Retry-After when to come back."""
    given = _given(request)
    CHECKING.take(sender_of(request), cost=COST[given.kind])
    asked = read_words(given)
    answer = verification.check_text(asked.words)
    shown = shown_answer(answer)
    return CheckOut(
        outcome=answer.outcome,
        sentence=sentence_of(shown),
        kind=asked.kind,
        words=asked.words,
        notes=[str(note) for note in asked.notes],
        found=[_found(one, shown=check) for one, check in zip(answer.found, shown.found, strict=True)],
        origin=_origin(answer.origin) if answer.origin is not None else None,
    )


@router.get("/questions/{number}", response=QuestionOut)
@opens_to_all
def read_question(request: HttpRequest, number: str) -> QuestionOut:
    """Say how far a question is. A typing error in the number answers 422 (verification.E101)."""
    parsed = verification.parse_number(number[:40])
    LOOKING.take(sender_of(request))
    progress = verification.progress_of(parsed)
    if progress is None:
        raise Http404
    shown = shown_check(progress.fact_check) if progress.fact_check is not None else None
    return QuestionOut(
        number=progress.number,
        standing=progress.standing,
        office=progress.office,
        asked_at=progress.asked_at,
        due_at=progress.due_at,
        answered_at=progress.answered_at,
        fact_check=_fact_check(shown) if shown is not None else None,
        corrections=[made.public_note for made in progress.corrections],
        reason=progress.reason,
        is_erased=progress.is_erased,
        url=settings.SITE_URL + reverse("question", kwargs={"text": progress.number}),
    )


def sentence_of(shown: ShownAnswer) -> str:
    """Return the answer in one sentence. It never says that something is true because nothing was found."""
    if shown.outcome == "known":
        known = shown.found[0]
        said = translate("%(verdict)s: “%(title)s” (%(source)s).")
        return said % {"verdict": known.verdict.label, "title": known.fact_check.title, "source": known.source}
    sentences = {
        "from_office": translate("An office here published these words; compare them word for word."),
        "looks_like": translate("It looks like something that was checked, but the machine is not sure."),
    }
    unknown = translate("Nobody has checked this yet. That makes it neither true nor false: do not pass it on yet.")
    return sentences.get(shown.outcome, unknown)


def _given(request: HttpRequest) -> Given:
    """Read a body of JSON or of a form. Ninja reads one of both only."""
    if request.content_type == FORM:
        picture, text = sent_file(request, name="picture"), clean(request.POST.get("text", ""))
        return Given(text="" if picture else _parsed({"text": text}), picture=picture)
    try:
        raw = json.loads(request.body)
    except (ValueError, RecursionError) as error:
        raise HttpError(400, "no JSON") from error
    return Given(text=_parsed(raw))


def _parsed(raw: object) -> str:
    try:
        return clean(CheckIn.model_validate(raw).text)
    except WrongForm as error:
        raise ValidationError([{"loc": ("body", *one["loc"]), "msg": one["msg"]} for one in error.errors()]) from error


def _found(found: verification.Found, *, shown: ShownCheck) -> FoundOut:
    return FoundOut(
        fact_check=_fact_check(shown),
        nearness=shown.nearness,
        probability=round(min(1.0, max(0.0, float(found.probability))), 3),
        shared=list(found.shared),
        differences=[DifferenceOut(kind=one.kind, asked=one.asked, known=one.known) for one in found.differences],
    )


def _fact_check(shown: ShownCheck) -> FactCheckOut:
    fact_check = shown.fact_check
    return FactCheckOut(
        id=fact_check.pk,
        title=fact_check.title,
        verdict=fact_check.verdict,
        verdict_label=shown.verdict.label,
        rating=fact_check.rating,
        reason=fact_check.reason,
        source=shown.source,
        checked_on=fact_check.checked_on,
        language=fact_check.language,
        url=settings.SITE_URL + fact_check.get_absolute_url(),
        link=fact_check.link,
        is_example=fact_check.is_example,
        is_withdrawn=fact_check.state == "withdrawn",
    )


def _origin(origin: verification.Origin) -> OriginOut:
    story = origin.story
    return OriginOut(
        office=story.office.slug,
        state=story.state,
        headline=story.headline if story.state != "recalled" else "",
        url=settings.SITE_URL + story.get_absolute_url(),
        code=origin.code,
    )
