"""Change what a member may do in an office."""

from __future__ import annotations

from suluh.agencies.access import check_right
from suluh.agencies.actions.invite_member import checked_roles
from suluh.agencies.models import Member
from suluh.agencies.roles import Role
from suluh.foundation import audit
from suluh.foundation.errors import Refusal
from suluh.foundation.language import lazy as _


class LastOperator(Refusal):
    """An office would be left without anybody who can invite."""

    code = "agencies.E117"
    status = 409


def locked_member(member: Member) -> Member:
    """Return the member as the database has it now; the office's members stay as they are until the action ends."""
    list(Member.objects.filter(office=member.office_id).order_by("pk").select_for_update().values_list("pk", flat=True))
    return Member.objects.select_related("user", "office").get(pk=member.pk, office=member.office_id)


def refuse_without_operator(member: Member) -> None:
    """Raise ``LastOperator`` where no other operator in force is left in the member's office."""
    others = Member.objects.filter(
        office=member.office_id, is_active=True, user__is_active=True, roles__contains=[Role.OPERATOR]
    )
    if not others.exclude(pk=member.pk).exists():
        raise LastOperator(
            _("%(who)s is the last operator of this office. Make somebody else an operator first.")
            % {"who": member.user}
        )


@audit.action("agencies.change_roles")
def change_roles(member: Member, *, roles: list[str], by: Member) -> Member:
    """Give a member other roles. Raises ``LastOperator`` where nobody would be left to invite."""
    check_right(by, right="agencies.manage_members")
    roles = checked_roles(roles)
    member = locked_member(member)
    before = list(member.roles)
    if member.is_active and Role.OPERATOR in before and Role.OPERATOR not in roles:
        refuse_without_operator(member)
    member.roles = roles
    member.save(update_fields=["roles"])
    audit.record(
        "agencies.change_roles",
        subject=member,
        office=member.office_id,
        by=by.user_id,
        detail={"who": str(member.user), "from": before, "to": roles},
    )
    return member
