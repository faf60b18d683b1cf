"""Take a citizen's question to the desk: onto the card of the same claim, or onto a new one."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import timedelta

from django.core.files.base import ContentFile
from django.db.models import F

from suluh.agencies.api import Office
from suluh.content.blocks import seen
from suluh.foundation import audit, tenancy
from suluh.foundation.clock import now
from suluh.foundation.language import lazy as _
from suluh.verification import events
from suluh.verification.answering import answer_questions
from suluh.verification.citizens import new_number, scrub, seal, seal_picture
from suluh.verification.clustering import claim_of_text
from suluh.verification.matching.normalising import normalise
from suluh.verification.models import Claim, Desk, Question
from suluh.verification.refusals import NoDesk, NothingAsked
from suluh.verification.sketching import sketch
from suluh.verification.states import WAITING
from suluh.verification.working import pressure_of

# Signs kept of what was sent, and shown of it on the card.
LONGEST_QUESTION = 20_000
_LONGEST_CLAIM = 5_000


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What a citizen sends: words (typed, of the linked page, or read in the picture), and the redrawn picture.

    ``number`` may be drawn beforehand, so that what is sent twice is one question.
    """

    text: str
    kind: str = Question.Kind.TEXT
    language: str = "id"
    picture: bytes = b""
    number: str = ""


def take_question(asked: Asked, *, office: Office | None = None) -> Question:
    """Keep a question, sealed, and put it on its claim. Nobody needs to be signed in.

    A forward of a claim that is answered or closed already is answered at once. Raises ``NoDesk`` where neither the
    office nor the server's default desk answers questions, and ``NothingAsked``.
    """
    if not normalise(asked.text) and not asked.picture:
        raise NothingAsked(_("There is nothing to check yet. Paste the text, the link or the picture you received."))
    desk = open_desk_for(office)
    if desk is None:
        raise NoDesk(_("No office takes questions here at present. Ask the office nearest to you."))
    with tenancy.acting(office=desk.office_id):
        return _take(asked, desk=desk)


def open_desk_for(office: Office | None) -> Desk | None:
    """Return the desk that answers for an office, or the server's default one; None where neither is open."""
    desks = Desk.objects.filter(is_open=True, office__is_active=True).select_related("office")
    own = desks.filter(office=office).first() if office is not None else None
    return own or desks.filter(is_default=True).first()


@audit.action("verification.take_question")
def _take(asked: Asked, *, desk: Desk) -> Question:
    """Took a question of a citizen."""
    plain = scrub(seen(asked.text[:LONGEST_QUESTION]))
    claim = claim_of_text(plain, office=desk.office)
    known = Question.objects.filter(number=asked.number).first() if asked.number else None
    subject = known or Question(office_id=desk.office_id, number=asked.number or new_number())
    is_new = known is None and claim is None
    if known is None:
        subject.claim = claim or _open(plain, desk=desk)
        _keep(subject, asked=asked, plain=plain)
    audit.record("verification.take_question", subject=subject, office=desk.office_id, by=None, detail={"new": is_new})
    if known is None:
        _tell(subject, is_new=is_new)
    return subject


def _keep(question: Question, *, asked: Asked, plain: str) -> None:
    """Keep what was sent, sealed and without what tells who a person is."""
    question.kind, question.language = asked.kind, asked.language[:5]
    question.sealed_text = seal(plain)
    question.save()  # before its picture is written: a number that is taken leaves no file behind
    if asked.picture:
        name = f"{secrets.token_hex(16)}.sealed"
        question.sealed_picture.save(name, ContentFile(seal_picture(asked.picture)))


def _tell(question: Question, *, is_new: bool) -> None:
    """Count a question in its claim, tell the rooms above, and answer it where the claim is over."""
    claim = question.claim
    if claim is None:
        raise LookupError(f"question {question.pk} has no claim")
    _count(claim)
    ids = {"claim": claim.pk, "office": claim.office_id}
    if is_new:
        events.claim_opened.tell(**ids)
    events.question_asked.tell(question=question.pk, **ids)
    if claim.state not in WAITING:
        answer_questions(claim, fact_check=claim.fact_check, at=now())
        question.refresh_from_db(fields=["fact_check", "answered_at"])


def _open(text: str, *, desk: Desk) -> Claim:
    at = now()
    return Claim.objects.create(
        office_id=desk.office_id,
        text=text[:_LONGEST_CLAIM],
        sketch=list(sketch(text)),
        first_asked_at=at,
        last_asked_at=at,
        due_at=at + timedelta(hours=desk.hours_to_answer),
    )


def _count(claim: Claim) -> None:
    """Count one more question behind the claim and weigh it anew, without counting all of them."""
    Claim.objects.filter(pk=claim.pk).update(asked=F("asked") + 1, last_asked_at=now())
    claim.refresh_from_db(fields=["asked", "last_asked_at"])
    claim.priority = pressure_of(claim)
    claim.save(update_fields=["priority"])
