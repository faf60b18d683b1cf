"""What is counted in a story, and where it stands."""

from __future__ import annotations

from suluh.content.blocks import Number, Paragraph, Quote, StoryText
from suluh.creative.coach import Counted, count


def counts(*blocks: Paragraph | Quote | Number) -> dict[str, Counted]:
    return {one.name: one for one in count(StoryText(headline="", blocks=blocks))}


def test_the_longest_sentence_is_led_to() -> None:
    found = counts(Paragraph(id="a", text="Warga datang. Warga desa datang ke kantor camat pagi itu."))

    assert found["length"].places[0].text == "Warga desa datang ke kantor camat pagi itu."
    assert "2" in str(found["sentences"].value)


def test_passives_figures_and_quotes_are_counted_with_their_places() -> None:
    found = counts(
        Paragraph(id="a", text="Jalan itu dibangun. Warga senang. Sebanyak 72 persen warga puas."),
        Number(id="n", value="17 kota", label="kota", source="BPS"),
        Quote(id="q", text="Kami senang sekali atas kegiatan ini.", speaker="Rika"),
        Quote(id="r", text="Kami senang sekali atas kegiatan ini.", speaker=""),
    )

    assert [place.text for place in found["passive"].places] == ["Jalan itu dibangun."]
    assert (str(found["figures"].value).split()[0], str(found["figures"].value).split()[-1]) == ("1", "2")
    assert [place.block for place in found["figures"].places] == ["a"]
    assert [place.block for place in found["quotes"].places] == ["r"]


def test_what_there_is_none_of_is_left_out() -> None:
    assert "figures" not in counts(Paragraph(id="a", text="Warga datang."))
    assert counts() == {}
