"""Invite a person into an office; send the mail again; take the invitation back."""

from __future__ import annotations

import hashlib
import secrets
from datetime import timedelta
from functools import partial

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils import translation

from suluh.agencies.access import check_right
from suluh.agencies.mail import send_invitation
from suluh.agencies.models import Invitation, Member, User
from suluh.agencies.roles import Role
from suluh.foundation import audit
from suluh.foundation.clock import now
from suluh.foundation.errors import Refusal
from suluh.foundation.language import lazy as _

LASTS = timedelta(days=7)
TOKEN_BYTES = 32


class BadAddress(Refusal):
    """A mail address nobody can have."""

    code = "agencies.E110"


class NoRoles(Refusal):
    """No role was chosen, or one that does not exist."""

    code = "agencies.E111"


class AlreadyThere(Refusal):
    """The person is a member, or an open invitation exists."""

    code = "agencies.E112"
    status = 409


class InvitationIsOver(Refusal):
    """An invitation that was used, taken back or ran out."""

    code = "agencies.E113"
    status = 410


def hash_of(token: str) -> str:
    """Return what is kept of a token: its SHA-256 as 64 hex digits."""
    return hashlib.sha256(token.encode()).hexdigest()


def checked_roles(roles: list[str]) -> list[str]:
    """Return the roles once each, in the order of the table. Raises ``NoRoles``."""
    known = [role.value for role in Role]
    if not roles or not set(roles) <= set(known):
        raise NoRoles(_("Choose at least one role: it says what the person may do in this office."))
    return [role for role in known if role in roles]


@audit.action("agencies.invite_member")
def invite_member(email: str, *, roles: list[str], by: Member) -> Invitation:
    """Invite a person by mail. The link works once, for seven days."""
    check_right(by, right="agencies.manage_members")
    email = checked_address(email)
    roles = checked_roles(roles)
    if Member.objects.of_office(by.office).filter(user__email=email, is_active=True).exists():
        raise AlreadyThere(_("%(email)s already is a member of this office.") % {"email": email})
    if Invitation.objects.of_office(by.office).open().filter(email=email).exists():
        raise AlreadyThere(
            _("%(email)s has been invited already. Press “Send again” beside the invitation.") % {"email": email}
        )
    token = secrets.token_urlsafe(TOKEN_BYTES)
    invitation = Invitation.objects.create(
        office=by.office,
        email=email,
        roles=roles,
        invited_by=by.user,
        token_hash=hash_of(token),
        ends_at=now() + LASTS,
    )
    _record("agencies.invite_member", invitation=invitation, by=by)
    _send_after_commit(invitation, token=token, by=by)
    return invitation


@audit.action("agencies.resend_invitation")
def resend_invitation(invitation: Invitation, *, by: Member) -> Invitation:
    """Send an invitation again under a new link; the old link ends, the seven days begin anew."""
    check_right(by, right="agencies.manage_members")
    invitation = _open(invitation)
    token = secrets.token_urlsafe(TOKEN_BYTES)
    invitation.token_hash, invitation.ends_at = hash_of(token), now() + LASTS
    invitation.save(update_fields=["token_hash", "ends_at"])
    _record("agencies.resend_invitation", invitation=invitation, by=by)
    _send_after_commit(invitation, token=token, by=by)
    return invitation


@audit.action("agencies.cancel_invitation")
def cancel_invitation(invitation: Invitation, *, by: Member) -> Invitation:
    """Take an invitation back: its link no longer works."""
    check_right(by, right="agencies.manage_members")
    invitation = _open(invitation)
    invitation.cancelled_at = now()
    invitation.save(update_fields=["cancelled_at"])
    _record("agencies.cancel_invitation", invitation=invitation, by=by)
    return invitation


def checked_address(email: str) -> str:
    """Return the address in lower case. Raises ``BadAddress``."""
    email = email.strip().lower()
    try:
        validate_email(email)
    except ValidationError as error:
        raise BadAddress(
            _("“%(email)s” is not a mail address. Check it for missing or extra characters.") % {"email": email[:80]}
        ) from error
    return email


def _open(invitation: Invitation) -> Invitation:
    found = Invitation.objects.open().select_for_update().filter(pk=invitation.pk).first()
    if found is None:
        raise InvitationIsOver(_("This invitation was used or taken back already. Reload the page."))
    return found


def _record(what: str, *, invitation: Invitation, by: Member) -> None:
    detail = {"email": invitation.email, "roles": invitation.roles}
    audit.record(what, subject=invitation, office=invitation.office_id, by=by.user_id, detail=detail)


def _send_after_commit(invitation: Invitation, *, token: str, by: Member) -> None:
    known = User.objects.filter(email=invitation.email).values_list("language", flat=True).first()
    send = partial(
        send_invitation,
        invitation.email,
        token=token,
        office=by.office.name,
        invited_by=str(by.user),
        language=known or translation.get_language() or by.user.language,
    )
    transaction.on_commit(send)
