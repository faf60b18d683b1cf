"""Join an office by the link of an invitation."""

from __future__ import annotations

from dataclasses import dataclass

from allauth.account.models import EmailAddress
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from suluh.agencies.actions.invite_member import InvitationIsOver, hash_of
from suluh.agencies.models import Invitation, Member, User
from suluh.foundation import audit, tenancy
from suluh.foundation.clock import now
from suluh.foundation.errors import Refusal
from suluh.foundation.language import lazy as _


class NotYours(Refusal):
    """An invitation sent to somebody else's address."""

    code = "agencies.E114"
    status = 403


class HasAccount(Refusal):
    """The invited address has an account: its owner signs in instead of making a second one."""

    code = "agencies.E115"
    status = 409


class BadNewcomer(Refusal):
    """A name or a password that cannot be taken."""

    code = "agencies.E116"


@dataclass(frozen=True)
class Newcomer:
    """What a person without an account says of themselves. ``language`` is "id" or "en"."""

    name: str
    password: str
    language: str = "id"


def find_invitation(token: str) -> Invitation:
    """Return the open invitation of a link, with its office. Raises ``InvitationIsOver``."""
    # Who holds the link is no member yet, so no office's scope can show the row; the 256-bit token is the right to it.
    with tenancy.whole_house(reason="who opens an invitation is not yet a member of its office"):
        found = Invitation.objects.open().filter(token_hash=hash_of(token)).select_related("office", "invited_by")
        invitation = found.first()
    if invitation is None or invitation.is_over() or not invitation.office.is_active:
        raise InvitationIsOver(
            _("This invitation no longer works: it was used, taken back, or is over seven days old. Ask for another.")
        )
    return invitation


@audit.action("agencies.accept_invitation")
def accept_invitation(token: str, *, user: User | None = None, newcomer: Newcomer | None = None) -> Member:
    """Make the invited person a member. The link is used up.

    Give ``user`` for a person who signed in, ``newcomer`` for one without an account. Raises ``NotYours``,
    ``HasAccount``, ``BadNewcomer`` or ``InvitationIsOver``.
    """
    invitation = find_invitation(token)
    if user is not None and user.email != invitation.email:
        raise NotYours(
            _("This invitation was sent to %(email)s, and you are signed in as %(you)s. Sign out, then open it again.")
            % {"email": invitation.email, "you": user.email}
        )
    with tenancy.acting(office=invitation.office_id, user=user.pk if user else None):
        # Two clicks at once: the second waits here and finds the invitation used.
        locked = Invitation.objects.open().select_for_update().filter(pk=invitation.pk, token_hash=hash_of(token))
        if not locked.exists():
            raise InvitationIsOver(_("This invitation was used or taken back already. Reload the page."))
        person = user or _new_person(newcomer, email=invitation.email)
        member = _join(person, invitation=invitation)
        Invitation.objects.filter(pk=invitation.pk).update(accepted_at=now())
        audit.record(
            "agencies.accept_invitation",
            subject=member,
            office=invitation.office_id,
            by=person.pk,
            detail={"email": invitation.email, "roles": invitation.roles},
        )
    return member


def _new_person(newcomer: Newcomer | None, *, email: str) -> User:
    if User.objects.filter(email=email).exists():
        raise HasAccount(_("%(email)s has an account already. Sign in first, then join.") % {"email": email})
    if newcomer is None or not newcomer.name.strip():
        raise BadNewcomer(_("Write your name, as your colleagues know it."))
    person = User(email=email, name=newcomer.name.strip(), language=newcomer.language)
    try:
        validate_password(newcomer.password, user=person)
    except ValidationError as error:
        raise BadNewcomer(" ".join(error.messages)) from error
    person.set_password(newcomer.password)
    person.save()
    # The link came by mail to this address, so it is the person's own.
    EmailAddress.objects.create(user=person, email=email, verified=True, primary=True)
    return person


def _join(person: User, *, invitation: Invitation) -> Member:
    member, is_new = Member.objects.get_or_create(
        office=invitation.office, user=person, defaults={"roles": invitation.roles}
    )
    if not is_new:
        member.roles, member.is_active = invitation.roles, True
        member.save(update_fields=["roles", "is_active"])
    return member
