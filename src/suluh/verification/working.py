"""What every verb of the desk begins with: the right, the row held, the move allowed. Parts of actions."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from suluh.agencies import api as agencies
from suluh.content.blocks import seen
from suluh.foundation import audit
from suluh.foundation.clock import now
from suluh.foundation.language import lazy as _
from suluh.verification.models import Claim, Desk, FactCheck
from suluh.verification.priority import Pressure, priority
from suluh.verification.refusals import NotSaid
from suluh.verification.states import ClaimStates

CHECK = "verification.check"
_HOUR = timedelta(hours=1)
_HOURS_TO_ANSWER = 3  # where the office's desk was closed for good
_LONGEST_LINK = 1_000


def held(claim: Claim, *, by: agencies.Member) -> Claim:
    """Return the claim, held until the action ends. Raises ``NotAllowed`` for who may not check."""
    agencies.check_right(by, right=CHECK)
    return Claim.objects.select_for_update().get(pk=claim.pk, office_id=by.office_id)


def held_fact_check(fact_check: FactCheck, *, by: agencies.Member) -> FactCheck:
    """Return the office's own fact-check, held until the action ends."""
    agencies.check_right(by, right=CHECK)
    return FactCheck.objects.select_for_update().get(pk=fact_check.pk, office_id=by.office_id)


def move(claim: Claim, *, to: str) -> str:
    """Set a claim's state and return the one before; the caller saves. Raises ``MoveRefused``."""
    ClaimStates.check_move(claim.state, to=to)
    before, claim.state = claim.state, to
    return before


def note(what: str, *, claim: Claim, by: agencies.Member, **detail: Any) -> None:
    """Write the action's line in the journal."""
    audit.record(what, subject=claim, office=claim.office_id, by=by.user_id, detail=detail)


def said(words: str, *, longest: int) -> str:
    """Return a reason or a note. Raises ``NotSaid`` where it is empty or longer than the column."""
    plain = " ".join(seen(words).split())
    if not plain:
        raise NotSaid(_("Say in one sentence why. Others of your office, or the public, will read it."))
    if len(plain) > longest:
        raise NotSaid(
            _("This has %(count)s signs; %(longest)s fit. Shorten it.") % {"count": len(plain), "longest": longest}
        )
    return plain


def checked_link(link: str) -> str:
    """Return an address of the web, "" for none. Raises ``NotSaid`` for anything else."""
    link = link.strip()
    if not link:
        return ""
    try:
        URLValidator(schemes=["http", "https"])(link)
    except ValidationError as error:
        raise NotSaid(_("This is not an address of the web: it begins with https:// or http://.")) from error
    if len(link) > _LONGEST_LINK:
        raise NotSaid(_("The address is longer than %(longest)s signs.") % {"longest": _LONGEST_LINK})
    return link


def fresh_due(claim: Claim) -> datetime:
    """Return when a claim that its desk takes up now is to be answered."""
    desk = Desk.objects.filter(office_id=claim.office_id).first()
    return now() + timedelta(hours=desk.hours_to_answer if desk else _HOURS_TO_ANSWER)


def pressure_of(claim: Claim) -> float:
    """Return how pressing a claim is now."""
    at = now()
    lately = claim.every_question().filter(asked_at__gte=at - _HOUR).count()
    hours = (at - claim.first_asked_at) / _HOUR
    return priority(Pressure(asked=claim.asked, last_hour=lately, hours=hours, harm=claim.harm, reach=claim.reach))


def recount(claim: Claim) -> None:
    """Count the questions behind a claim and weigh it anew; saves both. Part of an action."""
    claim.asked = claim.every_question().count()
    claim.priority = pressure_of(claim)
    claim.save(update_fields=["asked", "priority"])
