"""Keys that programs work with, for one member."""

from __future__ import annotations

import secrets

from suluh.agencies.access import NotAllowed
from suluh.agencies.actions.invite_member import hash_of
from suluh.agencies.models import ApiKey, Member
from suluh.foundation import audit, tenancy
from suluh.foundation.clock import now
from suluh.foundation.errors import Refusal
from suluh.foundation.language import lazy as _

PREFIX = "suluh_"


class NoLabel(Refusal):
    """A key that does not say what it is for."""

    code = "agencies.E118"


@audit.action("agencies.create_api_key")
def create_api_key(label: str, *, by: Member) -> tuple[ApiKey, str]:
    """Make a key that works with the member's own rights. Return it with its text, which is kept nowhere."""
    label = label.strip()[:80]
    if not label:
        raise NoLabel(_("Say what the key is for, so that you know later which one to revoke."))
    text = PREFIX + secrets.token_urlsafe(32)
    key = ApiKey.objects.create(office=by.office, member=by, label=label, key_hash=hash_of(text))
    audit.record("agencies.create_api_key", subject=key, office=by.office_id, by=by.user_id, detail={"label": label})
    return key, text


@audit.action("agencies.revoke_api_key")
def revoke_api_key(key: ApiKey, *, by: Member) -> ApiKey:
    """End a key: one's own, or as an operator any of the office. A second call changes nothing."""
    if key.member_id != by.pk and not by.may("agencies.manage_members"):
        raise NotAllowed(_("Only who made this key, or an operator, can revoke it."))
    key = ApiKey.objects.select_for_update().get(pk=key.pk, office=by.office_id)
    key.revoked_at = key.revoked_at or now()
    key.save(update_fields=["revoked_at"])
    audit.record(
        "agencies.revoke_api_key", subject=key, office=by.office_id, by=by.user_id, detail={"label": key.label}
    )
    return key


def member_of_key(text: str) -> Member | None:
    """Return who a key works for, or None where it does not work."""
    if not text.startswith(PREFIX):
        return None
    # A request with a key says no office: the key alone tells it, so no office's scope can be entered before.
    with tenancy.whole_house(reason="an API key is looked up before it is known whose it is"):
        key = (
            ApiKey.objects.in_force()
            .filter(key_hash=hash_of(text))
            .select_related("member__office", "member__user")
            .first()
        )
    return key.member if key else None
