"""Invite an operator of an office from the command line of the installation: its first one, or one in need."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.urls import reverse

from suluh.agencies.actions.invite_member import (
    LASTS,
    TOKEN_BYTES,
    AlreadyThere,
    checked_address,
    checked_roles,
    hash_of,
)
from suluh.agencies.models import Invitation, Member, Office, User
from suluh.agencies.roles import Role
from suluh.foundation import audit, tenancy
from suluh.foundation.clock import now
from suluh.foundation.language import lazy as _


@dataclass(frozen=True, kw_only=True)
class InvitedOperator:
    """An invitation and its token, which is kept nowhere. ``language`` is the one to write to the person in."""

    invitation: Invitation
    token: str
    language: str

    @property
    def link(self) -> str:
        """The whole address that makes a member; whoever holds it joins."""
        return str(settings.SITE_URL + reverse("accept_invitation", kwargs={"token": self.token}))

    @property
    def ends_at(self) -> datetime:
        return self.invitation.ends_at


@audit.action("agencies.invite_operator")
def invite_operator(email: str, *, office: Office, name: str = "", roles: tuple[str, ...] = ()) -> InvitedOperator:
    """Invite a person as operator, and with further ``roles``; who calls this keeps the installation.

    No mail is sent: the link is shown to who asked, who may send it. An open invitation of the address ends. A member
    keeps their other roles. Raises ``BadAddress``, ``NoRoles``, or ``AlreadyThere`` for an operator in force.
    """
    email = checked_address(email)
    with tenancy.acting(office=office.pk):
        member = Member.objects.of_office(office).filter(user__email=email, is_active=True).first()
        kept = set(member.roles) if member else set()
        if Role.OPERATOR in kept:
            raise AlreadyThere(
                _("%(email)s already is an operator of %(office)s.") % {"email": email, "office": office.name}
            )
        wanted = checked_roles([Role.OPERATOR.value, *roles, *kept])
        Invitation.objects.of_office(office).open().filter(email=email).update(cancelled_at=now())
        token = secrets.token_urlsafe(TOKEN_BYTES)
        invitation = Invitation.objects.create(
            office=office,
            email=email,
            name=name.strip()[:120],
            roles=wanted,
            invited_by=None,
            token_hash=hash_of(token),
            ends_at=now() + LASTS,
        )
        detail = {"email": email, "roles": wanted}
        audit.record("agencies.invite_operator", subject=invitation, office=office.pk, by=None, detail=detail)
    known = User.objects.filter(email=email).values_list("language", flat=True).first()
    return InvitedOperator(invitation=invitation, token=token, language=known or settings.LANGUAGE_CODE)
