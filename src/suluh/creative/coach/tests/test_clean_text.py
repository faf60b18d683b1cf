"""Clean news of our own: almost nothing is to be said about its words."""

from __future__ import annotations

import pytest

from suluh.creative.coach import coach_text
from suluh.creative.coach.tests.places import DATA

MOST_PER_THOUSAND = 5
ABOUT_WORDS = {
    "spelling",
    "nonstandard",
    "chat_words",
    "split_words",
    "joined_words",
    "confusions",
    "repeated_words",
    "redundancy",
}


@pytest.mark.slow
def test_clean_news_raises_few_alarms() -> None:
    text = (DATA / "clean_news.txt").read_text(encoding="utf-8")

    alarms = [f for f in coach_text(text) if f.rule in ABOUT_WORDS]

    assert 1000 * len(alarms) / len(text.split()) <= MOST_PER_THOUSAND


@pytest.mark.parametrize(
    "sentence",
    [
        "Konten itu diunggah ke laman resmi dan dibagikan melalui media sosial.",
        "Masyarakatnya ramah-ramah, anak-anaknya sopan, dan jalan-jalannya bersih.",
        "Kegiatan ini diikuti pelajar se-Kabupaten Ogan Komering Ulu Timur.",
        "Kabupaten Penukal Abab Lematang Ilir dan Kota Pagar Alam ikut menandatanganinya.",
        "Pascabencana, tim antarinstansi mendata rumah yang rusak.",
        "Ketidakpuasan warga diselesaikan secara musyawarah.",
        "Tangkapan layar percakapan itu telah diverifikasi.",
        "Ibu membeli sari buah dan sari kedelai di pasar.",
        "Ada beberapa akun palsu yang telah dilaporkan.",
        "Paket itu minta diantar ke rumah oleh layanan antar jemput.",
        "Wartawan bertanya di mana acara itu berlangsung.",
        "Petugas berjaga di berbagai lokasi di kedai dan di candi.",
    ],
)
def test_right_words_are_left_alone(sentence: str) -> None:
    assert [f.text for f in coach_text(sentence) if f.rule in ABOUT_WORDS] == []
