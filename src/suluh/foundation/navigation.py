"""What a part of the house adds to the desk's navigation. Plain Python, at the bottom so that every room can say it.

A part's ``urls.py`` may hold ``desk_navigation = [NavigationEntry(...)]``; web/navigation.py finds them by looking.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from suluh.foundation.errors import Translatable


@dataclass(frozen=True, kw_only=True)
class NavigationEntry:
    """One line of the desk's navigation.

    ``url_name`` is an address without arguments; ``icon`` a file of ``web/components/icon/icons/``; ``right`` hides the
    line from members without it (the page checks again); ``order`` sorts, small first. The line is current at its
    address and at what lies ``below`` it: paths that continue the address, "" for all. ``count`` is given the member
    and says how many things wait there; it is asked on every page of the desk, so it takes one quick query.
    """

    label: Translatable
    url_name: str
    icon: str = "document"
    right: str = ""
    order: int = 100
    below: tuple[str, ...] = ("",)
    count: Callable[[Any], int] | None = None
