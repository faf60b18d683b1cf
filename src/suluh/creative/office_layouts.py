"""The layouts that an office made its own or may use of others, as values to draw with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from suluh.creative.designing.shelf import layout_of
from suluh.creative.drawing.layouts import Layout, layouts
from suluh.creative.models import OfficeLayout
from suluh.creative.texts import formats
from suluh.foundation.tenancy import current_scope


def own_layouts(office: int) -> Mapping[str, Layout]:
    """Return the office's own layouts that are in use, by name: they belong to each of its packs."""
    used = OfficeLayout.objects.filter(office=office, offered__isnull=False).exclude(state="retired")
    return _by_name((found.slug, found) for found in used.select_related("offered").order_by("slug"))


def office_layouts(office: int) -> Mapping[str, Layout]:
    """Return every layout beside the built-in ones that the office may draw with: its own in use, and shared ones.

    Another office's is called by its name and number ("kartu_12"), so that no two offices' names meet.
    """
    shared = OfficeLayout.objects.shared().exclude(office=office).select_related("shared").order_by("pk")
    return {**_by_name((f"{found.slug}_{found.pk}", found) for found in shared), **own_layouts(office)}


def layout_here(name: str) -> Layout | None:
    """Return the layout of that name that the office in whose scope the program acts may draw with; or None."""
    if name in layouts():
        return layouts()[name]
    office = current_scope().office
    return office_layouts(int(office)).get(name) if office.isdecimal() and name not in formats() else None


def _by_name(named: Iterable[tuple[str, OfficeLayout]]) -> dict[str, Layout]:
    found = {}
    for name, layout in named:
        revision = layout.shared if "_" in name else layout.offered
        if revision is not None and name not in layouts():
            found[name] = layout_of(revision.files(), name=name)
    return found
