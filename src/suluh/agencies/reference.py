"""The reference page of the roles and what each may do."""

from __future__ import annotations

from suluh.agencies.roles import RIGHTS, ROLE_LABELS, ROLE_MEANINGS, Role
from suluh.foundation.reference import page, table

PAGE = "roles"


def reference_page() -> str:
    """Return the page as Markdown: the roles, then each right with the roles that have it."""
    roles = [(f"`{role}`", str(ROLE_LABELS[role]), str(ROLE_MEANINGS[role])) for role in Role]
    rights = [
        (f"`{right}`", *("●" if role in holders else "" for role in Role)) for right, holders in sorted(RIGHTS.items())
    ]
    lines = [
        *table(("role", "on the screen", "who has it"), rows=roles),
        "",
        "## Rights",
        "",
        *table(("right", *(f"`{role}`" for role in Role)), rows=rights),
    ]
    return page("Roles", about="A member has any number of roles in an office, and their rights together.", lines=lines)
