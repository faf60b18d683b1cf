"""The desk's navigation: the entries that the parts of the house add, found by looking in their ``urls.py``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import import_module

from django.urls import NoReverseMatch, reverse

from suluh.agencies.api import Member
from suluh.foundation.navigation import NavigationEntry
from suluh.web.parts import url_modules


@dataclass(frozen=True)
class Line:
    """An entry as a page shows it."""

    label: str
    url: str
    icon: str
    is_current: bool
    count: int | None = None


@cache
def entries() -> tuple[NavigationEntry, ...]:
    """Return every entry of the house, in order."""
    found: list[NavigationEntry] = []
    for module in url_modules():
        found += getattr(import_module(module), "desk_navigation", [])
    return tuple(sorted(found, key=lambda entry: (entry.order, entry.url_name)))


def lines_for(member: Member | None, *, path: str) -> list[Line]:
    """Return the lines that ``member`` may open; the one that ``path`` lies nearest under is current."""
    if member is None:
        return []
    open_to = [(entry, _url(entry)) for entry in entries() if not entry.right or member.may(entry.right)]
    under = [url for entry, url in open_to if path == url or path.startswith(tuple(url + part for part in entry.below))]
    current = max(under, key=len, default="")
    return [
        Line(str(entry.label), url, entry.icon, url == current, entry.count(member) if entry.count else None)
        for entry, url in open_to
    ]


def _url(entry: NavigationEntry) -> str:
    try:
        return reverse(entry.url_name)
    except NoReverseMatch:
        raise LookupError(f"desk_navigation names an address that is not there: {entry.url_name}") from None
