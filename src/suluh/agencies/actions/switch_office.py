"""Begin to work for another of one's offices."""

from __future__ import annotations

from suluh.agencies.models import Member
from suluh.foundation import audit, tenancy


@audit.action("agencies.switch_office")
def switch_office(member: Member) -> Member:
    """Note in the office's audit that one of its members works for it now. The caller keeps the choice."""
    with tenancy.acting(office=member.office_id, user=member.user_id):
        audit.record("agencies.switch_office", subject=member, office=member.office_id, by=member.user_id)
    return member
