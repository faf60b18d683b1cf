"""The real press release of Palembang, 30 May 2024, with its typing errors."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from suluh.content.blocks import Paragraph, Quote, Step
from suluh.content.structure import Structure, propose, structure, to_story

SAMPLE = Path(__file__).resolve().parents[5] / "samples" / "siaran-pers-palembang-2024-05-30.txt"


@pytest.fixture(scope="module")
def found() -> Structure:
    return structure(SAMPLE.read_text(encoding="utf-8"))


def test_its_three_quotes_have_the_right_speakers(found: Structure) -> None:
    told = [(quote.text.split(",")[0][:22], quote.speaker, quote.title) for quote in found.quotes]
    assert told == [
        ("Tantangan kita yaitu i", "Yuyu A. Iskak", "Kabiro Humas KPK RI"),
        ("Penyebaran arus inform", "Ir. S. A. Supriono", "Sekda Sumatera Selatan"),
        ("Kegiatan ini juga diha", "Ir. S. A. Supriono", "Sekda Sumatera Selatan"),
    ]


def test_quotes_stand_where_their_offsets_say(found: Structure) -> None:
    for quote in found.quotes:
        assert found.text[quote.start] == found.text[quote.end - 1] == '"'
        assert quote.text[:40] in found.text[quote.start : quote.end]


def test_its_people_are_those_named_with_their_offices(found: Structure) -> None:
    assert [(person.name, person.title) for person in found.people] == [
        ("Yuyu A. Iskak", "Kabiro Humas KPK RI"),
        ("Ir. S. A. Supriono", "Sekda Sumatera Selatan"),
        ("Rika Efianti, SE., MM.", "Kepala Diskominfo Sumsel"),
    ]


def test_it_has_no_headline_so_one_is_proposed_from_the_signing(found: Structure) -> None:
    assert found.headline_is_proposed
    assert found.headline == "Dinas Kominfo Sumsel dan KPK RI Tandatangani Komitmen Bersama Pencegahan Korupsi"
    assert found.headline_source is not None
    assert "penandatanganan" in found.text[found.headline_source.start : found.headline_source.end]


def test_its_place_date_and_byline_are_found(found: Structure) -> None:
    assert (found.place, found.dated_on, found.byline) == ("Palembang", date(2024, 5, 30), "Awaludin")
    assert [(day.on, day.text) for day in found.dates] == [(date(2024, 5, 30), "Kamis (30/05/2024)")]
    places = {place.name for place in found.places}
    assert {"Palembang", "Provinsi Sumatera Selatan", "Hotel Suwarnadwipa Palembang"} <= places


def test_its_lead_tells_who_when_and_where(found: Structure) -> None:
    assert found.lead.startswith("Pencegahan korupsi melalui")
    assert all(part in found.lead for part in ("Dinas Kominfo", "Kamis (30/05/2024)", "Hotel Suwarnadwipa"))


def test_its_points_are_short_and_show_their_sentence(found: Structure) -> None:
    assert 3 <= len(found.points) <= 5
    for point in found.points:
        assert 0 < len(point.title) <= 40
        assert found.text[point.sentence.start : point.sentence.end] == point.sentence.text


def test_its_call_to_action_is_made_of_what_a_speaker_asks(found: Structure) -> None:
    assert found.call_to_action is not None
    assert found.call_to_action.text.startswith("Mari menghasilkan konten yang baik")
    assert "Kita perlu menghasilkan" in found.call_to_action.sentence.text


def test_the_story_keeps_every_sentence_once_and_in_order(found: Structure) -> None:
    story = to_story(found)
    body = [block for block in story.blocks if isinstance(block, Paragraph | Quote)]
    assert [block.kind for block in body].count("quote") == 3
    told = " ".join([story.lead, *(block.text for block in body)])
    for start in ("Dukungan ini", "Kegiatan ini merupakan", "Yuyu berharap", "Selain itu", "Untuk itu", "Kesepakatan"):
        assert told.count(start) == 1
    assert "tuturnya" not in told
    at = [told.index(start) for start in ("Dukungan ini", "Tantangan kita", "Sekda Sumatera", "Kesepakatan dan")]
    assert at == sorted(at)


def test_every_block_of_the_story_says_where_it_came_from(found: Structure) -> None:
    proposal = propose(found)
    assert set(proposal.sources) == {block.id for block in proposal.story.blocks}
    for step in proposal.story.of_kind(Step):
        source = proposal.sources[step.id]
        assert step.text.rstrip(".")[-20:] in found.text[source.start : source.end]
