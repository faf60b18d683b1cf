"""Lifecycles are checked when they are declared."""

from __future__ import annotations

import pytest

from suluh.content.states import StoryStates
from suluh.foundation.language import lazy as _
from suluh.foundation.states import BadTable, MoveRefused, State, States


def test_a_move_that_the_table_has_is_let_through_and_another_is_refused_in_words() -> None:
    StoryStates.check_move("draft", to="in_review")
    with pytest.raises(MoveRefused, match=r"Reload|Muat ulang") as refused:
        StoryStates.check_move("draft", to="published")
    assert refused.value.status == 409


def test_a_table_with_an_unknown_name_stops_the_start() -> None:
    with pytest.raises(BadTable, match="nowhere_at_all"):
        type("Wrong", (States,), {"begun": State(label=_("Draft"), then=("nowhere_at_all",))})


def test_a_dead_end_that_is_not_said_to_be_last_stops_the_start() -> None:
    with pytest.raises(BadTable, match="leads nowhere"):
        type("Wrong", (States,), {"begun": State(label=_("Draft"))})


def test_a_state_nobody_reaches_stops_the_start() -> None:
    parts = {"begun": State(label=_("Draft"), is_last=True), "lost": State(label=_("Draft"), is_last=True)}
    with pytest.raises(BadTable, match="lost"):
        type("Wrong", (States,), parts)


def test_the_diagram_has_every_state() -> None:
    drawn = "\n".join(StoryStates.diagram())
    assert all(name in drawn for name in StoryStates.table)
