"""Headlines, dates, numbers, places, lists, calls, and texts that are no press release."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from datetime import date

import pytest
from django.conf import settings
from django.utils import translation

from suluh.content.blocks import Paragraph, dump_story, parse_story
from suluh.content.structure import (
    LONGEST_TEXT,
    LanguageUnknown,
    TextTooLong,
    dump_structure,
    guess_language,
    structure,
    to_story,
)
from suluh.foundation.language import spoken


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    """Say refusals in English, whether Django is set up or not."""
    token = spoken.set("en")
    if settings.configured:
        with translation.override("en"):
            yield
    else:
        yield
    spoken.reset(token)


ADUAN = """SIARAN PERS
Nomor: 12/SP/2024

Pemkab Muara Enim Luncurkan Layanan Aduan Digital

MUARA ENIM – Pemerintah Kabupaten Muara Enim bersama Komisi Pemberantasan Korupsi (KPK) meluncurkan layanan aduan
digital di Pendopo Serasan Sekundang, Selasa, 4 Juni 2024 pukul 09.00 WIB. Anggaran sebesar Rp2,5 miliar disiapkan
untuk 22 kecamatan dan 1.200 pegawai. Sebanyak 72 persen warga sudah memakai ponsel pintar.

Layanan ini sesuai Peraturan Nomor 15 Tahun 2023 dan dibuka sampai 31/12/2024.

Laporkan dugaan korupsi melalui https://aduan.contoh.go.id, atau telepon 0812-3456-7890.
"""


def test_a_release_with_its_own_headline_keeps_it() -> None:
    found = structure(ADUAN)
    assert (found.headline, found.headline_is_proposed) == ("Pemkab Muara Enim Luncurkan Layanan Aduan Digital", False)
    assert found.place == "Muara Enim"
    assert found.lead.startswith("Pemerintah Kabupaten Muara Enim bersama")
    assert found.paragraphs[0].text.startswith("MUARA ENIM")


def test_wrapped_lines_become_paragraphs() -> None:
    assert [paragraph.text.split()[0] for paragraph in structure(ADUAN).paragraphs] == ["MUARA", "Layanan", "Laporkan"]


def test_numbers_come_with_what_they_count_and_without_times_years_and_telephones() -> None:
    assert [(figure.value, figure.label) for figure in structure(ADUAN).numbers] == [
        ("Rp2,5 miliar", "Anggaran"),
        ("22", "kecamatan"),
        ("1.200", "pegawai"),
        ("72 persen", "warga"),
    ]


def test_a_call_to_action_keeps_its_address() -> None:
    call = structure(ADUAN).call_to_action
    assert call is not None
    assert call.text.startswith("Laporkan dugaan korupsi")
    assert call.url == "https://aduan.contoh.go.id"


def test_an_organisation_is_named_once_though_its_short_name_follows() -> None:
    names = [organisation.name for organisation in structure(ADUAN).organisations]
    assert names == ["Pemerintah Kabupaten Muara Enim", "Komisi Pemberantasan Korupsi (KPK)"]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Acara digelar Kamis (30/05/2024).", "id", date(2024, 5, 30)),
        ("Acara digelar Jum’at, 7 Juni 2024.", "id", date(2024, 6, 7)),
        ("Acara digelar 1–3 Agustus 2024 di Lahat.", "id", date(2024, 8, 1)),
        ("Acara digelar 05-11-2024 di Lahat.", "id", date(2024, 11, 5)),
        ("It opened on Thursday, May 30, 2024.", "en", date(2024, 5, 30)),
        ("It opened on 2024-05-30.", "en", date(2024, 5, 30)),
        ("Acara digelar 31/02/2024.", "id", None),
        ("Rasio 1/2 dan skor 30/5 tanpa tahun.", "id", None),
    ],
)
def test_a_day_is_read_however_it_is_written(text: str, language: str, expected: date | None) -> None:
    assert structure(text, language=language).dated_on == expected


def test_a_day_without_a_year_takes_the_year_of_the_full_one() -> None:
    days = [day.on for day in structure("Pelatihan Senin (3/6) menyusul rapat 30 Mei 2024.").dates]
    assert days == [date(2024, 6, 3), date(2024, 5, 30)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Lahat – Dinas Kesehatan Kabupaten Lahat menggelar imunisasi polio gratis untuk 12.000 anak, Senin "
            "(3/6/2024). Kegiatan ini berlangsung di semua posyandu.",
            "Dinas Kesehatan Kabupaten Lahat Gelar Imunisasi Polio Gratis untuk 12.000 Anak",
        ),
        (
            "Bandung – Cuaca cerah menyambut tamu. Acara diisi penandatanganan nota kesepahaman antara Pemprov Jabar "
            "dan Ombudsman RI tentang pelayanan publik.",
            "Pemprov Jabar dan Ombudsman RI Tandatangani Nota Kesepahaman Pelayanan Publik",
        ),
    ],
)
def test_a_headline_is_proposed_from_what_happened(text: str, expected: str) -> None:
    found = structure(text)
    assert found.headline_is_proposed
    assert found.headline == expected


def test_a_list_becomes_points_and_is_not_repeated() -> None:
    text = (
        "Cara Melapor Gratifikasi\nPegawai wajib melaporkan gratifikasi paling lambat 30 hari kerja sejak diterima.\n"
        "1. Buka laman pelaporan gratifikasi milik kantor.\n2. Isi formulir dengan nama pemberi dan nilai barang.\n"
        "3. Simpan nomor laporan untuk melihat hasilnya."
    )
    story = to_story(structure(text))
    assert [block.kind for block in story.blocks] == ["number", "step", "step", "step"]
    assert story.headline == "Cara Melapor Gratifikasi"


@pytest.mark.parametrize("text", ["", " \n\t\n ", "\x00\u200b\ufeff", "…", '"', "“”", "(", "1.", "-", "Halo"])
def test_next_to_nothing_gives_next_to_nothing(text: str) -> None:
    found = structure(text)
    assert (found.quotes, found.people, found.points, found.call_to_action) == ((), (), (), None)
    assert to_story(found).of_kind(Paragraph) == ()


def test_hostile_characters_are_dropped_or_escaped() -> None:
    text = (
        "Rilis <script>alert(1)</script>\n"
        "Warga\u202e diminta\x00 waspada & tidak membuka <img src=x onerror=alert(1)> di pesan berantai itu.\n"
        "Tautan palsu menyebar luas lewat grup percakapan warga sejak pekan lalu, menurut laporan yang masuk.\n"
        "Petugas memeriksa <b>semua</b> laporan itu satu per satu bersama dinas terkait."
    )
    story = to_story(structure(text))
    rich = " ".join(block.text for block in story.of_kind(Paragraph))
    assert "<" not in rich
    assert "&lt;b&gt;semua" in rich
    assert not {"\x00", "\u202e"} & set(structure(text).text)


def test_a_structure_and_its_story_survive_json() -> None:
    found = structure(ADUAN)
    raw = json.loads(json.dumps(dump_structure(found)))
    assert raw["format"] == "suluh.structure/1"
    assert raw["dates"][0]["on"] == "2024-06-04"
    story = to_story(found)
    assert parse_story(json.loads(json.dumps(dump_story(story)))) == story


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    [
        ADUAN,
        '"' * 50,
        "“a ",
        "Kepala Dinas ",
        "H. ",
        "A. ",
        "kata ",
        "1.",
        "1.000 ",
        "Senin, ",
        "Budi, ",
        "( ",
        "a" * 5000,
        "Budi ",
    ],
)
def test_200_kilobytes_are_taken_apart_in_seconds(piece: str) -> None:
    text = (piece * (200_000 // len(piece) + 1))[:200_000]
    began = time.process_time()
    structure(text)
    assert time.process_time() - began < 10


def test_a_text_too_long_and_a_language_unknown_are_refused_in_words() -> None:
    with pytest.raises(TextTooLong, match="1,000,000"):
        structure("a" * (LONGEST_TEXT + 1))
    with pytest.raises(LanguageUnknown, match="en, id"):
        structure("Halo", language="../xx")


def test_the_language_is_guessed_from_function_words() -> None:
    assert guess_language("The mayor said that this is for all of the people in the city.") == "en"
    assert guess_language("Bupati mengatakan bahwa layanan ini untuk semua warga di kota.") == "id"
    assert guess_language("12345") == "id"
