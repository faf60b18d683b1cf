"""Let a member go: no more access to the office, no sessions, no keys."""

from __future__ import annotations

from django.db.models import F

from suluh.agencies.access import check_right
from suluh.agencies.actions.change_roles import locked_member, refuse_without_operator
from suluh.agencies.models import ApiKey, Member, User
from suluh.agencies.roles import Role
from suluh.foundation import audit
from suluh.foundation.clock import now


@audit.action("agencies.deactivate_member")
def deactivate_member(member: Member, *, by: Member) -> Member:
    """End a membership: sessions end, keys are revoked; what the person wrote stays.

    Raises ``LastOperator`` where nobody would be left to invite.
    """
    check_right(by, right="agencies.manage_members")
    member = locked_member(member)
    if Role.OPERATOR in member.roles:
        refuse_without_operator(member)
    member.is_active = False
    member.save(update_fields=["is_active"])
    # Sessions are signed with this number: raising it ends them all, in other offices too; there one signs in again.
    User.objects.filter(pk=member.user_id).update(session_round=F("session_round") + 1)
    ApiKey.objects.filter(member=member, revoked_at__isnull=True).update(revoked_at=now())
    audit.record(
        "agencies.deactivate_member",
        subject=member,
        office=member.office_id,
        by=by.user_id,
        detail={"who": str(member.user)},
    )
    return member
