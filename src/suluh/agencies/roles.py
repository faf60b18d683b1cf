"""What each role may do. A member has any number of roles in an office."""

from __future__ import annotations

from enum import StrEnum

from suluh.foundation.language import Lazy
from suluh.foundation.language import lazy as _


class Role(StrEnum):
    AUTHOR = "author"
    EDITOR = "editor"
    APPROVER = "approver"
    CHECKER = "checker"
    OPERATOR = "operator"


ROLE_LABELS: dict[Role, Lazy] = {
    Role.AUTHOR: _("Author"),
    Role.EDITOR: _("Editor"),
    Role.APPROVER: _("Approver"),
    Role.CHECKER: _("Checker"),
    Role.OPERATOR: _("Operator"),
}

# What a role is for, for who gives it to somebody.
ROLE_MEANINGS: dict[Role, Lazy] = {
    Role.AUTHOR: _("writes stories and has packs drawn"),
    Role.EDITOR: _("mends, publishes and takes back stories; edits the office profile"),
    Role.APPROVER: _("approves what others wrote"),
    Role.CHECKER: _("checks claims, writes debunks and reads the journal"),
    Role.OPERATOR: _("invites members, gives roles and opens the check desk"),
}

# What may be done, and by which roles. A right is "<room>.<verb>"; reading one's own office's desk needs no right.
RIGHTS: dict[str, frozenset[Role]] = {
    "content.write": frozenset({Role.AUTHOR, Role.EDITOR, Role.CHECKER}),  # checkers write debunks
    "content.review": frozenset({Role.EDITOR, Role.APPROVER}),
    "content.approve": frozenset({Role.APPROVER}),
    "content.publish": frozenset({Role.EDITOR, Role.APPROVER}),
    "content.retract": frozenset({Role.EDITOR, Role.APPROVER}),
    "creative.draw": frozenset({Role.AUTHOR, Role.EDITOR, Role.APPROVER, Role.CHECKER}),
    "creative.design": frozenset({Role.AUTHOR, Role.EDITOR}),
    "creative.use_layout": frozenset({Role.EDITOR, Role.APPROVER}),
    # Of a national or provincial office only: what it shares is offered to every office.
    "creative.share_layout": frozenset({Role.EDITOR, Role.OPERATOR}),
    "verification.check": frozenset({Role.CHECKER}),
    "verification.run_desk": frozenset({Role.OPERATOR}),
    "agencies.manage_members": frozenset({Role.OPERATOR}),
    "agencies.edit_brand": frozenset({Role.EDITOR, Role.OPERATOR}),
    "agencies.read_audit": frozenset({Role.OPERATOR, Role.APPROVER, Role.CHECKER}),
}


def may(roles: list[str], *, right: str) -> bool:
    """Tell whether any of ``roles`` has ``right``. Raises ``KeyError`` for a right that is not in the table."""
    return any(Role(role) in RIGHTS[right] for role in roles)
