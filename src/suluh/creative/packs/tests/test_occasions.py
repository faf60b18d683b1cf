"""Contacts, events and debunks as the plan has them."""

from __future__ import annotations

from typing import Any

from suluh.content.blocks import Block, Contact, Event, MythFact, Step, StoryText, dump_block, parse_block
from suluh.creative.packs.choose import choose


def _plan(*blocks: Block, language: str = "id") -> Any:
    return choose(StoryText(headline="Acara", language=language, blocks=blocks))


def test_an_event_has_its_day_taken_apart_in_the_storys_language() -> None:
    event = Event(title="Pelatihan", date="2026-12-09", url="https://www.daftar.example.go.id/")

    said, told = _plan(event).event, _plan(event, language="en").event

    assert (said.weekday, said.day, said.month) == ("Rabu", "9", "Des 2026")
    assert (told.weekday, told.day) == ("Wednesday", "9")
    assert said.url.text == "daftar.example.go.id"


def test_a_date_in_other_words_is_shown_as_it_was_written() -> None:
    found = _plan(Event(title="Pelatihan", date="awal Desember")).event

    assert (found.date.text, found.day) == ("awal Desember", "")


def test_an_event_comes_back_from_json_as_it_was() -> None:
    event = Event(title="Pelatihan", date="2026-12-09", fee="Gratis")

    assert parse_block(dump_block(event)) == event


def test_a_contact_without_a_way_to_reach_it_is_none() -> None:
    assert _plan(Contact(name="Humas")).contact is None
    assert _plan(Contact(name="Humas", phone="0711 555")).contact.phone.text == "0711 555"


def test_a_debunk_is_a_belief_that_somebody_checked() -> None:
    unchecked, checked = MythFact(myth="a", fact="b"), MythFact(myth="c", fact="d", verdict="Hoaks")

    assert _plan(unchecked).debunk is None
    assert _plan(unchecked, checked).debunk.verdict.text == "Hoaks"


def test_a_procedure_has_three_to_six_steps() -> None:
    steps = [Step(title=f"Langkah {n}") for n in range(7)]

    assert [len(_plan(*steps[:n]).procedure) for n in (2, 3, 6, 7)] == [0, 3, 6, 0]
