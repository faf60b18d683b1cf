"""Words of agencies in templates."""

from __future__ import annotations

from django import template

from suluh.agencies.roles import ROLE_LABELS, Role

register = template.Library()


@register.filter
def role_label(role: str) -> str:
    """Return a role's name in the reader's language."""
    return str(ROLE_LABELS[Role(role)])
