"""Where a speaker's name ends in news sentences."""

from __future__ import annotations

import pytest

from suluh.content.structure import structure


@pytest.mark.parametrize(
    ("credit", "speaker", "title"),
    [
        ("kata Anwar Suprijadi di Jakarta, Senin.", "Anwar Suprijadi", ""),
        (
            "ujar Direktur Utama Bank Sumsel, Rika Efianti dalam rapat itu.",
            "Rika Efianti",
            "Direktur Utama Bank Sumsel",
        ),
        ("kata Menteri Dalam Negeri Tito Karnavian di kantornya.", "Tito Karnavian", "Menteri Dalam Negeri"),
    ],
)
def test_a_name_ends_before_the_place_and_the_occasion(credit: str, speaker: str, title: str) -> None:
    quote = structure(f'"Hasilnya sudah cukup baik," {credit}').quotes[0]

    assert (quote.speaker, quote.title) == (speaker, title)


def test_a_word_may_stand_between_the_speaker_and_the_verb() -> None:
    quote = structure('Rika Efianti juga mengatakan: "Hasilnya sudah cukup baik."').quotes[0]

    assert quote.speaker == "Rika Efianti"
