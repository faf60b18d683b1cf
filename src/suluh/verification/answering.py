"""Answers who asked, and keeps what they sent in the claim memory. Parts of actions."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256

from suluh.foundation.errors import Refusal
from suluh.verification import events
from suluh.verification.citizens import scrub, unseal
from suluh.verification.matching.normalising import normalise
from suluh.verification.models import Claim, FactCheck, Message, Question
from suluh.verification.scrubbing import ERASED

# Of one claim's messages so many different ones are kept: later ones hardly differ.
_MOST_KEPT = 200
_MOST_READ = 2_000


def answer_questions(claim: Claim, *, fact_check: FactCheck | None, at: datetime) -> int:
    """Answer every open question of a claim and of its parts; return how many.

    Without a fact-check they see why the claim is closed.
    """
    waiting = claim.every_question().filter(answered_at__isnull=True)
    answered = list(waiting.values_list("pk", flat=True))
    Question.objects.filter(pk__in=answered).update(fact_check=fact_check, answered_at=at)
    for question in answered:
        events.question_answered.tell(question=question, office=claim.office_id)
    return len(answered)


def take_answers_back(claim: Claim) -> None:
    """Let those who asked wait again."""
    claim.every_question().update(fact_check=None, answered_at=None)


def remember(claim: Claim, *, fact_check: FactCheck, by: int) -> None:
    """Put what was asked into the claim memory, scrubbed: the next who sends it is answered at once."""
    texts = {digest(text): text for text in _texts(claim)}
    for taken_back in Message.objects.filter(fact_check=fact_check, digest__in=list(texts), text=""):
        taken_back.text, taken_back.matched_by_id = texts[taken_back.digest], by
        taken_back.save(update_fields=["text", "matched_by"])
    rows = [
        Message(office_id=claim.office_id, fact_check=fact_check, text=text, digest=key, matched_by_id=by)
        for key, text in texts.items()
    ]
    Message.objects.bulk_create(rows, ignore_conflicts=True)


def forget(claim: Claim, *, fact_check: FactCheck) -> None:
    """Take what was asked out of the memory of a fact-check that it was matched with by mistake."""
    digests = {digest(text) for text in _texts(claim)}
    Message.objects.filter(fact_check=fact_check, office_id=claim.office_id, digest__in=digests).update(text="")


def digest(text: str) -> str:
    """Return what two messages of the same words have in common: 64 hex digits."""
    return sha256(normalise(text).encode()).hexdigest()


def readable(question: Question) -> str:
    """Return the scrubbed words of a question; "" where they were erased or cannot be read any more."""
    if not question.sealed_text:
        return ""
    try:
        return scrub(unseal(bytes(question.sealed_text)))
    except Refusal:
        return ""


def _texts(claim: Claim) -> list[str]:
    """Return the claim's own words and those of its questions, each once, the newest first."""
    found = {digest(claim.text): claim.text} if claim.text != ERASED else {}
    questions = claim.every_question().order_by("-asked_at").only("sealed_text")[:_MOST_READ]
    for question in questions.iterator():
        text = readable(question)
        if normalise(text):
            found.setdefault(digest(text), text)
        if len(found) >= _MOST_KEPT:
            break
    return list(found.values())
