"""What citizens sent, opened for a checker's eyes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from suluh.foundation.errors import Refusal
from suluh.foundation.language import lazy as _
from suluh.verification.citizens import scrub, unseal
from suluh.verification.models import Claim, Question


@dataclass(frozen=True, kw_only=True)
class AskedWords:
    """One question with its words, scrubbed; ``trouble`` says why there are none."""

    question: Question
    text: str = ""
    trouble: str = ""

    @property
    def has_picture(self) -> bool:
        """Tell whether a picture was sent that is still kept."""
        return bool(self.question.sealed_picture)


def asked_words(claim: Claim, *, most: int = 20) -> list[AskedWords]:
    """Return the newest questions of a claim and of its parts with what was sent."""
    return words_of(claim.every_question().order_by("-asked_at", "-pk")[:most])


def words_of(questions: Iterable[Question]) -> list[AskedWords]:
    """Return questions with what was sent."""
    return [_opened(question) for question in questions]


def _opened(question: Question) -> AskedWords:
    if not question.sealed_text:
        return AskedWords(question=question, trouble=str(_("What was sent has been erased.")))
    try:
        return AskedWords(question=question, text=scrub(unseal(bytes(question.sealed_text))))
    except Refusal as refusal:
        return AskedWords(question=question, trouble=str(refusal))
