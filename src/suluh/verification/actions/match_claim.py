"""Say that a claim is a known one."""

from __future__ import annotations

from suluh.agencies import api as agencies
from suluh.foundation import audit
from suluh.foundation.language import lazy as _
from suluh.verification.actions.give_verdict import settle
from suluh.verification.models import Claim, FactCheck
from suluh.verification.refusals import NotPublic
from suluh.verification.working import held, move, note


@audit.action("verification.match_claim")
def match_claim(claim: Claim, *, fact_check: FactCheck, by: agencies.Member) -> Claim:
    """Answer a claim with a public fact-check, of any office or source; its messages go into the claim memory."""
    claim = held(claim, by=by)
    known = FactCheck.objects.public().filter(pk=fact_check.pk).first()
    if known is None:
        raise NotPublic(_("This fact-check is not public, so it cannot answer anybody. Choose another one."))
    before = move(claim, to="answered")
    settle(claim, fact_check=known, by=by)
    note(
        "verification.match_claim",
        claim=claim,
        by=by,
        fact_check=known.pk,
        **{"from": before, "to": claim.state},
    )
    return claim
