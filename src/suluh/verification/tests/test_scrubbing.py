"""What tells who a person is goes; amounts, hours and emergency numbers stay."""

from __future__ import annotations

import random

import pytest

from suluh.verification.scrubbing import scrub

GONE = {
    "mobile": ("Hubungi 081234567890 segera", "Hubungi [nomor telepon] segera"),
    "mobile-dashes": ("WA 0812-3456-7890.", "WA [nomor telepon]."),
    "mobile-spaces": ("WA 0812 3456 7890 ya", "WA [nomor telepon] ya"),
    "mobile-pairs": ("08 12 34 56 78 90", "[nomor telepon]"),
    "mobile-dots": ("0812.3456.7890", "[nomor telepon]"),
    "mobile-country": ("+62 812-3456-7890", "[nomor telepon]"),
    "mobile-brackets": ("(+62) 81234567890 dan (0812) 34567890", "([nomor telepon] dan [nomor telepon]"),
    "mobile-invisible": ("0812\u200b3456\u200b7890", "[nomor telepon]"),
    "mobile-wide": ("\uff10812\uff1345678\uff190", "[nomor telepon]"),
    "abroad": ("telp +65 6123 4567", "telp [nomor telepon]"),
    "fixed": ("Kantor (0711) 354715 dan 021-25578300", "Kantor [nomor telepon] dan [nomor telepon]"),
    "identity": ("NIK 1671012345678901", "NIK [nomor identitas]"),
    "identity-groups": ("KK: 1671 0123 4567 8901", "KK: [nomor identitas]"),
    "account": ("Transfer BCA 1234567 a.n. Siti Aminah", "Transfer BCA [nomor rekening] a.n. [nama]"),
    "account-word": ("no. rekening: 123-456-7890", "no. rekening: [nomor rekening]"),
    "long-run": ("kode 7712345678901", "kode [nomor rekening]"),
    "mail": ("surat ke budi.santoso+x@mail.co.id ya", "surat ke [surel] ya"),
    "profile": ("ikuti @budi_s99!", "ikuti [akun]!"),
    "plate": ("mobil BG 1234 XY putih", "mobil [pelat nomor] putih"),
    "link-query": ("https://contoh.id/daftar?nik=1671012345678901#x", "https://contoh.id/daftar"),
    "link-person": ("https://budi:rahasia@contoh.id/a", "https://contoh.id/a"),
    "link-talk": ("klik wa.me/6281234567890", "klik wa.me/…"),
    "link-profile": ("https://www.tiktok.com/@budi99/video/7", "https://www.tiktok.com/@…/video/7"),
}
KEPT = (
    "Buka 08.00-16.00 WIB, Sabtu 08.15–12.00",
    "Telepon 110, 112 atau 129; layanan 14045 dan 1500-454; 0800-1-500-500",
    "Bantuan Rp 1.500.000.000 untuk 2.500.000 orang, Rp1500000000 lagi, 1250000000 rupiah",
    "Tanggal 23-11-2026, 2026-11-23 dan 23/11/2026, tahun 2024-2025",
    "Pasal 27 ayat 3 UU 19/2016, SK Nomor 188.44/123/KEP/2024",
    "https://tempo.co/read/1234567890/judul-berita",
    "Tarif 100 200 300 400, tahun 2023 2024 2025",
    "Transfer Mandiri Rp 1.250.000 per bulan",
    "Gempa M 7,1 pukul 02.14.25 di 3.95 LS 102.41 BT",
)


@pytest.mark.parametrize(("text", "scrubbed"), GONE.values(), ids=GONE)
def test_what_tells_who_a_person_is_goes(text: str, scrubbed: str) -> None:
    assert scrub(text) == scrubbed


@pytest.mark.parametrize("text", KEPT, ids=[f"kept-{place}" for place in range(len(KEPT))])
def test_amounts_days_hours_and_emergency_numbers_stay(text: str) -> None:
    assert scrub(text) == text


def test_scrubbing_twice_is_scrubbing_once() -> None:
    draw = random.Random(3)  # noqa: S311 - a repeatable heap of texts, no secret
    pieces = [text for text, _scrubbed in GONE.values()] + list(KEPT) + list("0123456789 .-+@?/:[]a") + ["\n", "BCA "]
    for _text in range(400):
        once = scrub("".join(draw.choice(pieces) for _piece in range(draw.randrange(1, 12))))
        assert scrub(once) == once


def test_a_long_text_takes_no_square_of_time() -> None:
    for piece in ("1", "0 8 ", "@a", "a.", "BCA ", "http://", "+6 2"):
        scrub(piece * 20_000)
