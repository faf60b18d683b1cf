"""A machine's text is held against the story: numbers, dates, names, addresses."""

from __future__ import annotations

from datetime import date

import pytest

from suluh.content.blocks import Paragraph, Quote, StoryText
from suluh.creative.assistant import unknown_in
from suluh.creative.assistant.values import values_in

STORY = StoryText(
    headline="Sumsel dan KPK sepakat bertukar konten antikorupsi",
    lead="Komitmen ditandatangani di Hotel Suwarnadwipa Palembang, Kamis (30/05/2024).",
    dated_on=date(2024, 5, 30),
    place="Palembang",
    blocks=(
        Paragraph(
            text="Sebanyak 17 kabupaten/kota ikut. Anggarannya Rp1,8 miliar untuk dua ratus empat puluh petugas."
        ),
        Quote(text="Kami saling bertukar konten.", speaker="Rika Efianti", title="Kepala Diskominfo Sumsel"),
        Paragraph(text="Laporkan lewat https://www.lapor.go.id."),
    ),
)


@pytest.mark.parametrize(
    "text",
    [
        "Sumsel dan KPK bertukar konten antikorupsi",
        "Sumsel Dan KPK Bertukar Konten Antikorupsi",
        "Tujuh belas kabupaten/kota ikut pada 30 Mei 2024.",
        "Anggarannya Rp1.800.000.000 untuk 240 petugas.",
        "Warga dapat melapor lewat www.lapor.go.id.",
        "Salah satu peserta, Rika Efianti, berharap kerja sama berjalan baik.",
        "Pemerintah daerah bekerja sama agar warga mudah memahami pesan.",
    ],
)
def test_what_the_story_bears_out_is_let_pass(text: str) -> None:
    assert unknown_in(text, story=STORY) == ()


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Sebanyak 18 kabupaten/kota ikut.", "number", "18"),
        ("Delapan belas kabupaten/kota ikut.", "number", "Delapan belas"),
        ("Anggarannya Rp1,8 juta.", "number", "Rp1,8 juta"),
        ("Ditandatangani pada 30 Juni 2024.", "month", "Juni"),
        ("Ditandatangani pada 30/05/2023.", "number", "30/05/2023"),
        ("Rika Efianti dan Supriyadi hadir.", "name", "Supriyadi"),
        ("Joko meresmikan kerja sama.", "name", "Joko"),
        ("Kerja sama dengan Jakarta dimulai.", "name", "Jakarta"),
        ("Laporkan lewat contoh-palsu.com.", "address", "contoh-palsu.com"),
        ("Tulis ke bantuan@penipu.id.", "address", "bantuan@penipu.id"),
        ("Acara dihadiri supriyadi dan warga.", "word", "supriyadi"),
    ],
)
def test_what_it_does_not_bear_out_is_found(text: str, kind: str, words: str) -> None:
    assert [(one.kind, one.text) for one in unknown_in(text, story=STORY)] == [(kind, words)]


def test_places_are_those_of_the_text() -> None:
    text = "Sebanyak 18 kota dan 99 desa ikut."
    assert [text[one.start : one.end] for one in unknown_in(text, story=STORY)] == ["18", "99"]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("240", 240), ("2.500.000", 2_500_000), ("1,8 miliar", 1.8e9), ("dua ratus empat puluh", 240), ("0,5", 0.5),
        ("lima belas ribu", 15_000), ("two hundred and forty", 240), ("1,234.5", 1234.5), ("sebelas juta", 11_000_000),
        ("1.234,50", 1234.5), ("tiga puluh lima", 35), ("twenty-one", 21), ("seribu dua ratus", 1200),
    ],
)  # fmt: skip
def test_a_number_is_read_however_it_is_written(written: str, value: float) -> None:
    assert [one.value for one in values_in(written)] == [value]


def test_english_is_held_against_its_story_too() -> None:
    story = StoryText(
        headline="City library opens on Sundays", language="en", lead="The Palmerah library opens in May."
    )
    assert unknown_in("The Palmerah library opens its doors on Sundays", story=story) == ()
    assert [one.text for one in unknown_in("The Palmerah library in Bandung opens 3 doors", story=story)] == [
        "Bandung",
        "3",
    ]
