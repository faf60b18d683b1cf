"""What happens below is heard above. An event is declared by the room it happens in, and heard by any room over it.

Hearers run at once, inside the transaction of the change: a job they defer is saved with the change or not at all.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

Hearer = Callable[..., None]


class Event:
    """Something that happened. ``keys`` are the names of the ids it carries, all whole numbers.

    ``meaning`` is one sentence for docs/reference/events.md.
    """

    known: ClassVar[dict[str, Event]] = {}

    def __init__(self, name: str, *, keys: tuple[str, ...], meaning: str) -> None:
        if name in Event.known:
            raise ValueError(f"two events are called {name}")
        self.name = name
        self.keys = keys
        self.meaning = meaning
        self._hearers: list[Hearer] = []
        Event.known[name] = self

    def heard_by(self, hearer: Hearer) -> Hearer:
        """Register a hearer (a decorator). It is called with the event's keys by name."""
        self._hearers.append(hearer)
        return hearer

    def tell(self, **ids: Any) -> None:
        """Call every hearer now, in the transaction of the change. Raises ``TypeError`` when keys are off."""
        if set(ids) != set(self.keys):
            raise TypeError(f"{self.name} carries {self.keys}, not {sorted(ids)}")
        for hearer in self._hearers:
            hearer(**ids)
