"""What presses most comes first."""

from __future__ import annotations

from dataclasses import replace

from suluh.verification.priority import Pressure, growth, priority

CALM = Pressure(asked=10, last_hour=0, hours=24, harm=1, reach=0)


def test_more_questions_more_reach_more_harm_press_more() -> None:
    for one in (replace(CALM, asked=40), replace(CALM, reach=5_000), replace(CALM, harm=2), replace(CALM, last_hour=5)):
        assert priority(one) > priority(CALM), one


def test_what_may_cost_lives_comes_before_many_forwards_of_something_harmless() -> None:
    harmless = Pressure(asked=2_000, last_hour=100, hours=24, harm=0, reach=0)
    deadly = Pressure(asked=20, last_hour=5, hours=24, harm=3, reach=0)

    assert priority(deadly) > priority(harmless)


def test_growth_counts_what_is_more_than_usual() -> None:
    assert growth(replace(CALM, asked=240, last_hour=10)) < 0.2
    assert growth(replace(CALM, asked=240, last_hour=160)) > 4
    assert growth(CALM) == 0


def test_nothing_asked_presses_not_at_all() -> None:
    assert priority(Pressure(asked=0, last_hour=0, hours=0, harm=3, reach=0)) == 0
