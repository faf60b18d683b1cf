"""What a claim's page shows, gathered for one member: what may be done now, and why not where it may not."""

from __future__ import annotations

import logging
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from suluh.agencies import api as agencies
from suluh.foundation.errors import Refusal, Translatable
from suluh.foundation.language import lazy
from suluh.verification import api as verification
from suluh.web.checks.cards import HARMS
from suluh.web.checks.reading import seen_of

log = logging.getLogger("suluh.checks")
# The newest questions are read; those of the same words are shown once.
QUESTIONS_READ, QUESTIONS_SHOWN = 20, 5
HISTORY_SHOWN = 40
# A reason is one sentence; from here on the counter advises a shorter one.
SHORT_REASON = 200
# A verdict's form takes these from what stands in the claim already.
_VERDICT_FIELDS = ("title", "verdict", "reason", "review", "appeared", "first_seen_on", "links", "language")


@dataclass(frozen=True, kw_only=True)
class Open:
    """The names of what the member may do with the claim now; ``why_not`` says why the awaited step is not theirs."""

    verbs: frozenset[str] = field(default_factory=frozenset)
    why_not: Translatable = ""


_ALWAYS = frozenset({"weigh", "word", "add-evidence", "archive-again"})
_UNANSWERED = _ALWAYS | {"assign", "match", "merge", "swallow", "close", "split"}
_BY_STATE: dict[str, frozenset[str]] = {
    "open": _UNANSWERED | {"take"},
    "checking": _UNANSWERED | {"release", "propose", "take-over"},
    "proposed": _ALWAYS | {"confirm", "send-back"},
    "answered": frozenset({"add-evidence", "archive-again", "reopen"}),
    "merged": frozenset({"reopen"}),
    "closed": frozenset({"reopen"}),
}


def open_to(claim: verification.Claim, *, member: agencies.Member) -> Open:
    """Return what ``member``, a checker, may do with ``claim`` now."""
    verbs = set(_BY_STATE[claim.state])
    is_mine = claim.assigned_to_id == member.user_id
    if claim.state == "checking" and is_mine:
        verbs.discard("take-over")
    elif claim.state == "checking":
        verbs -= {"release", "propose"}
        who = claim.assigned_to.name if claim.assigned_to else ""
        why = lazy("%(who)s checks this claim. You can add evidence, or take it over.") % {"who": who}
        return Open(verbs=frozenset(verbs), why_not=why)
    elif claim.state == "proposed" and claim.fact_check and claim.fact_check.proposed_by_id == member.user_id:
        verbs.discard("confirm")
        return Open(
            verbs=frozenset(verbs),
            why_not=lazy(
                "You proposed this verdict, so another checker of your office must confirm it. They see it under “To "
                "be confirmed”."
            ),
        )
    return Open(verbs=frozenset(verbs))


def claim_context(
    claim: verification.Claim,
    *,
    member: agencies.Member,
    refusal: Refusal | None = None,
    typed: QueryDict | None = None,
) -> dict[str, Any]:
    """Return what the page shows of a claim and of what ``member`` may do with it."""
    may = open_to(claim, member=member)
    return {
        "claim": claim,
        "may": may,
        "open": may.verbs,
        "seen": seen_of(claim),
        "refusal": refusal,
        "typed": typed or QueryDict(),
        "waits": claim.state in verification.WAITING,
        "harms": HARMS.items(),
        "scale": verification.scale().all(),
        "verdict": _verdict_form(claim, typed=typed) if "propose" in may.verbs else None,
        "may_write": member.may("content.write"),
        "short_reason": SHORT_REASON,
        "typed_name": f"{claim.pk}-{member.user_id}-{claim.fact_check_id or 0}",
        "found": _found(claim) if "match" in may.verbs else (),
        "near": verification.near_claims(claim) if "merge" in may.verbs else (),
        "questions": _alike(verification.asked_words(claim, most=QUESTIONS_READ)),
        "evidence": claim.every_evidence(),
        "checkers": _checkers(claim, member=member) if "assign" in may.verbs else (),
        "history": agencies.journal_about(claim, office=claim.office, most=HISTORY_SHOWN),
        "keys": _keys(may.verbs),
    }


def _alike(asked: list[verification.AskedWords]) -> list[tuple[verification.AskedWords, int]]:
    """Return questions of the same words once, with how often they were sent, in the order of the newest."""
    firsts: dict[object, verification.AskedWords] = {}
    counts: Counter[object] = Counter()
    for one in asked:
        words = " ".join(one.text.lower().split())
        key = one.question.pk if one.has_picture or not words else words
        firsts.setdefault(key, one)
        counts[key] += 1
    return [(one, counts[key]) for key, one in firsts.items()][:QUESTIONS_SHOWN]


def _found(claim: verification.Claim) -> tuple[verification.Found, ...] | None:
    """Return what is near, or None where the matcher's files cannot be read: people go on deciding without it."""
    try:
        return verification.check_text(claim.text, counted=False).found
    except OSError:
        log.exception("the matcher's files cannot be read; a claim is shown without what is near")
        return None


def _checkers(claim: verification.Claim, *, member: agencies.Member) -> list[agencies.Member]:
    people = agencies.Member.objects.of_office(claim.office).filter(is_active=True)
    return [
        one
        for one in people
        if one.may("verification.check") and one.user_id not in (claim.assigned_to_id, member.user_id)
    ]


def _verdict_form(claim: verification.Claim, *, typed: QueryDict | None) -> dict[str, Any]:
    """Return the verdict's fields: what was typed, else what was sent back, else what the claim says."""
    if typed is not None and typed.get("do") == "propose":
        return {name: typed.get(name, "") for name in _VERDICT_FIELDS}
    before = claim.fact_check
    if before is not None:
        return {name: getattr(before, name) for name in _VERDICT_FIELDS} | {
            "links": "\n".join(before.links),
            "first_seen_on": before.first_seen_on.isoformat() if before.first_seen_on else "",
        }
    words = " ".join(claim.text.split())
    addresses = "\n".join(claim.every_evidence().exclude(link="").values_list("link", flat=True))
    return {"title": words if len(words) <= SHORT_REASON else "", "links": addresses, "language": "id"}


def _keys(verbs: frozenset[str]) -> list[tuple[str, str]]:
    keys = [("u", _("back to the queue"))]
    if "take" in verbs or "take-over" in verbs:
        keys.append(("a", _("take the claim")))
    if "propose" in verbs:
        keys.append(("v", _("to the verdict")))
    if "confirm" in verbs:
        keys.append(("v", _("to the proposed verdict")))
    if "add-evidence" in verbs:
        keys.append(("e", _("add evidence")))
    return [*keys, ("?", _("show these keys"))]
