"""Tags of the pack page."""

from __future__ import annotations

from typing import Any

from django import template

from suluh.web.desk.pack_formats import Kind

register = template.Library()


@register.filter
def others_for(choices: list[dict[str, Any]], kind: Kind) -> list[Kind]:
    """Return the formats of the same place that are not wanted yet: what a format may be exchanged for."""
    return [
        one["kind"]
        for choice in choices
        if choice["place"] == kind.place
        for one in choice["formats"]
        if not one["is_wanted"]
    ]
