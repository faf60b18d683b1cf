"""Which claim of a desk a text belongs to: thousands of forwards are one card."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import connection

from suluh.agencies.api import Office
from suluh.verification.models import Claim
from suluh.verification.sketching import is_one_claim, nearness, sketch
from suluh.verification.states import WAITING

# Claims compared with a text, those asked last first.
_MOST_COMPARED = 200
# Claims less near than this are not shown as near.
_NEAR = 0.15


@dataclass(frozen=True, kw_only=True)
class NearClaim:
    """Another claim of the desk and how near it is, 0 to 1."""

    claim: Claim
    nearness: float


def claim_of_text(text: str, *, office: Office) -> Claim | None:
    """Return the claim that a text is a forward of, one that waits before one that is over; None for a new claim.

    Part of an action: until it ends, no other text is joined or opened on the desk.
    """
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtext('verification_claims'), %s)", [office.pk % 2**31])
    wanted = sketch(text)
    same = [claim for claim in _sharing(wanted, office=office.pk) if is_one_claim(wanted, other=claim.sketch)]
    same = [claim for claim in same if not _lost_its_answer(claim.card())]
    same.sort(key=lambda claim: (claim.card().state in WAITING, nearness(wanted, other=claim.sketch)), reverse=True)
    return same[0].card() if same else None


def _lost_its_answer(claim: Claim) -> bool:
    """Tell whether a claim was answered by what is public no more: who asks now must not hear that."""
    return claim.state == "answered" and (claim.fact_check is None or claim.fact_check.state != "published")


def near_claims(claim: Claim, *, limit: int = 3) -> list[NearClaim]:
    """Return claims of the same desk that wait too and share words with this one, the nearest first."""
    found: dict[int, NearClaim] = {}
    for one in _sharing(claim.sketch, office=claim.office_id):
        near = NearClaim(claim=one.card(), nearness=nearness(claim.sketch, other=one.sketch))
        before = found.get(near.claim.pk)
        is_other = near.claim.pk != claim.pk and near.claim.state in WAITING
        if is_other and near.nearness >= _NEAR and (before is None or before.nearness < near.nearness):
            found[near.claim.pk] = near
    return sorted(found.values(), key=lambda near: near.nearness, reverse=True)[:limit]


def _sharing(wanted: Sequence[int], *, office: int) -> list[Claim]:
    """Return claims that share at least one run with a text, those asked last first."""
    if not wanted:
        return []
    claims = Claim.objects.filter(office_id=office, sketch__overlap=list(wanted)).select_related(
        "fact_check", "merged_into__fact_check"
    )
    return list(claims.order_by("-last_asked_at", "-pk")[:_MOST_COMPARED])
