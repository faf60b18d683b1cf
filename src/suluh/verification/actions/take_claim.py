"""Take a claim in hand, give it to another checker, put it back, say how much it matters, word it better."""

from __future__ import annotations

from suluh.agencies import api as agencies
from suluh.foundation import audit
from suluh.foundation.language import lazy as _
from suluh.verification.models import Claim
from suluh.verification.refusals import CannotCheck, NotSaid, TakenByAnother
from suluh.verification.sketching import sketch
from suluh.verification.working import CHECK, held, move, note, pressure_of, said

_MOST_HARM = 3
_MOST_REACH = 2_000_000_000
_LONGEST_CLAIM = 5_000


@audit.action("verification.take_claim")
def take_claim(claim: Claim, *, by: agencies.Member) -> Claim:
    """Begin to check a claim. Raises ``TakenByAnother`` where somebody else was quicker."""
    claim = held(claim, by=by)
    if claim.assigned_to_id not in {None, by.user_id}:
        raise TakenByAnother(
            _("%(who)s has taken this claim in hand. Choose another one, or ask for it.") % {"who": claim.assigned_to}
        )
    return _give(claim, to=by, by=by, what="verification.take_claim")


@audit.action("verification.assign_claim")
def assign_claim(claim: Claim, *, to: agencies.Member, by: agencies.Member) -> Claim:
    """Give a claim to a checker of the office, whoever has it now."""
    claim = held(claim, by=by)
    if to.office_id != by.office_id or not to.may(CHECK):
        raise CannotCheck(_("%(who)s does not check claims in your office.") % {"who": to.user})
    return _give(claim, to=to, by=by, what="verification.assign_claim")


@audit.action("verification.release_claim")
def release_claim(claim: Claim, *, by: agencies.Member) -> Claim:
    """Put a claim back among those that wait; nobody has it in hand then."""
    claim = held(claim, by=by)
    before = move(claim, to="open")
    claim.assigned_to = None
    claim.save(update_fields=["state", "assigned_to"])
    note("verification.release_claim", claim=claim, by=by, **{"from": before, "to": claim.state})
    return claim


@audit.action("verification.weigh_claim")
def weigh_claim(claim: Claim, *, harm: int, reach: int, by: agencies.Member) -> Claim:
    """Say what harm a claim can do (0 none, 1 little, 2 money or health, 3 lives) and how many people it reached."""
    claim = held(claim, by=by)
    if not 0 <= harm <= _MOST_HARM or not 0 <= reach <= _MOST_REACH:
        raise NotSaid(_("Harm has four steps, from none to lives. Reach is a number of people."))
    claim.harm, claim.reach = harm, reach
    claim.priority = pressure_of(claim)
    claim.save(update_fields=["harm", "reach", "priority"])
    note("verification.weigh_claim", claim=claim, by=by, harm=harm, reach=reach)
    return claim


@audit.action("verification.word_claim")
def word_claim(claim: Claim, *, text: str, by: agencies.Member) -> Claim:
    """Say in better words what a claim is about. Forwards are still known by the words they came with."""
    claim = held(claim, by=by)
    claim.text = said(text, longest=_LONGEST_CLAIM)
    if not claim.sketch:
        claim.sketch = list(sketch(claim.text))
    claim.save(update_fields=["text", "sketch"])
    note("verification.word_claim", claim=claim, by=by)
    return claim


def _give(claim: Claim, *, to: agencies.Member, by: agencies.Member, what: str) -> Claim:
    before = claim.state
    if claim.state != "checking":
        move(claim, to="checking")
    claim.assigned_to = to.user
    claim.save(update_fields=["state", "assigned_to"])
    note(what, claim=claim, by=by, who=str(to.user), **{"from": before, "to": claim.state})
    return claim
