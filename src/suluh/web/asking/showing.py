"""What a check found, as its pages and the API tell it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from suluh.foundation.language import Lazy
from suluh.foundation.language import lazy as _
from suluh.verification import api as verification

_DIFFERING: dict[str, Lazy] = {
    "number": _("figure"),
    "place": _("place"),
    "date": _("date"),
    "name": _("name"),
    "institution": _("institution"),
}


@dataclass(frozen=True, kw_only=True)
class ShownDifference:
    """Something that stands otherwise in what was asked; ``asked`` or ``known`` may be empty."""

    kind: Lazy
    asked: str
    known: str


@dataclass(frozen=True, kw_only=True)
class ShownCheck:
    """A fact-check beside what was asked."""

    fact_check: verification.FactCheck
    verdict: verification.Verdict
    nearness: str
    differences: Sequence[ShownDifference] = ()

    @property
    def source(self) -> str:
        """Who checked it."""
        return source_of(self.fact_check)

    @property
    def own_word(self) -> str:
        """The source's own word for its verdict, where it says another one than ours."""
        word = self.fact_check.rating
        return word if word and word.casefold() != self.verdict.label.casefold() else ""


@dataclass(frozen=True, kw_only=True)
class ShownAnswer:
    """The answer to a check: ``outcome`` is known, from_office, looks_like or unknown."""

    outcome: str
    found: Sequence[ShownCheck]
    origin: verification.Origin | None


def shown_answer(answer: verification.CheckAnswer) -> ShownAnswer:
    """Return a check's answer with its verdicts in words."""
    return ShownAnswer(outcome=answer.outcome, found=[_shown(one) for one in answer.found], origin=answer.origin)


def shown_check(fact_check: verification.FactCheck) -> ShownCheck:
    """Return a fact-check with its verdict in words, compared with nothing."""
    return ShownCheck(fact_check=fact_check, verdict=verification.scale().shown(fact_check.verdict), nearness="")


def source_of(fact_check: verification.FactCheck) -> str:
    """Return who made a fact-check, in words."""
    if fact_check.office is not None:
        return fact_check.office.name
    return fact_check.source.name if fact_check.source is not None else ""


def _shown(found: verification.Found) -> ShownCheck:
    differences = [
        ShownDifference(kind=_DIFFERING[one.kind], asked=one.asked, known=one.known) for one in found.differences
    ]
    return ShownCheck(
        fact_check=found.fact_check,
        verdict=verification.scale().shown(found.fact_check.verdict),
        nearness=str(found.nearness),
        differences=differences,
    )
