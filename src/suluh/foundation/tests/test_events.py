"""Events are heard at once, with exactly the keys they declare."""

from __future__ import annotations

import pytest

from suluh.foundation.events import Event


@pytest.fixture
def event(monkeypatch: pytest.MonkeyPatch) -> Event:
    monkeypatch.setattr(Event, "known", {})
    return Event("foundation.tried", keys=("story",), meaning="Something was tried.")


def test_every_hearer_hears(event: Event) -> None:
    heard: list[int] = []
    event.heard_by(lambda *, story: heard.append(story))
    event.heard_by(lambda *, story: heard.append(story * 10))
    event.tell(story=7)
    assert heard == [7, 70]


def test_wrong_keys_are_a_mistake(event: Event) -> None:
    with pytest.raises(TypeError, match="carries"):
        event.tell(office=1)


def test_two_events_of_one_name_stop_the_start(event: Event) -> None:
    with pytest.raises(ValueError, match="two events"):
        Event("foundation.tried", keys=(), meaning="Again.")
