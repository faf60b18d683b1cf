"""Which claim of a desk a text belongs to: thousands of forwards are one card."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import connection

from suluh.agencies.api import Office
from suluh.verification.matching.normalising import normalise
from suluh.verification.models import Claim
from suluh.verification.sketching import ONE_CLAIM, nearness, sketch
from suluh.verification.states import WAITING

# Claims compared with a text, those asked last first.
_MOST_COMPARED = 200
# Texts shorter than this many words are one claim only where they are the same: they share runs by chance.
_FEW_WORDS = 6
_SAME = 0.95
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
    least = ONE_CLAIM if len(normalise(text).split()) >= _FEW_WORDS else _SAME
    found = _near(sketch(text), office=office.pk, least=least)
    found.sort(key=lambda near: (near.claim.state in WAITING, near.nearness), reverse=True)
    return found[0].claim if found else None


def near_claims(claim: Claim, *, limit: int = 3) -> list[NearClaim]:
    """Return claims of the same desk that wait too and share words with this one, the nearest first."""
    found = _near(claim.sketch, office=claim.office_id, least=_NEAR)
    found.sort(key=lambda near: near.nearness)
    others = {near.claim.pk: near for near in found if near.claim.pk != claim.pk and near.claim.state in WAITING}
    return sorted(others.values(), key=lambda near: near.nearness, reverse=True)[:limit]


def _near(wanted: tuple[int, ...] | list[int], *, office: int, least: float) -> list[NearClaim]:
    if not wanted:
        return []
    claims = Claim.objects.filter(office_id=office, sketch__overlap=list(wanted)).select_related("merged_into")
    compared = [
        NearClaim(claim=claim.card(), nearness=nearness(wanted, other=claim.sketch))
        for claim in claims.order_by("-last_asked_at", "-pk")[:_MOST_COMPARED]
    ]
    return [near for near in compared if near.nearness >= least]
