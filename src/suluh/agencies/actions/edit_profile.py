"""Change one's own name, phone number and language."""

from __future__ import annotations

from suluh.agencies.models import User
from suluh.foundation import audit
from suluh.foundation.errors import Refusal
from suluh.foundation.language import SCREEN_LANGUAGES
from suluh.foundation.language import lazy as _


class BadPerson(Refusal):
    """A name or a language that cannot be taken."""

    code = "agencies.E119"


@audit.action("agencies.edit_profile")
def edit_profile(user: User, *, name: str, phone: str, language: str) -> User:
    """Keep what a person says of themselves. It belongs to no office."""
    name = name.strip()
    if not name or len(name) > 120:
        raise BadPerson(_("Write your name, as your colleagues know it."))
    if language not in dict(SCREEN_LANGUAGES):
        raise BadPerson(_("Choose one of the languages of the list."))
    user.name, user.phone, user.language = name, phone.strip()[:30], language
    user.save(update_fields=["name", "phone", "language"])
    audit.record("agencies.edit_profile", subject=user, office=None, by=user.pk)
    return user
