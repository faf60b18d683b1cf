"""Forwards of one text are one claim; texts of the same make are not."""

from __future__ import annotations

import pytest

from suluh.verification.sketching import MOST, is_one_claim, nearness, sketch

TEXT = (
    "Mulai tanggal 1 Desember semua kartu SIM yang tidak daftar ulang lewat tautan ini akan diblokir permanen oleh "
    "Kominfo. Segera isi data supaya nomor tetap aktif, jangan sampai terlambat seperti tetangga saya kemarin."
)
OTHER = (
    "Gubernur Sumatera Selatan membagikan sembako gratis kepada semua warga yang mengirim pesan ke nomor ini sebelum "
    "hari Jumat, cukup sebutkan nama lengkap dan alamat rumah lalu tunggu petugas datang mengantar."
)


@pytest.mark.parametrize(
    "forward",
    [
        f"Assalamualaikum, info dari grup sebelah\n\n{TEXT}\n\nTolong sebarkan ke keluarga 🙏🙏",
        TEXT.upper(),
        TEXT.replace("yang", "yg").replace("tidak", "gak").replace("supaya", "biar"),
        TEXT.replace("Desember", "Desmber").replace("permanen", "permannen").replace("nomor", "nonor"),
        TEXT[: len(TEXT) // 2],
    ],
    ids=["chain", "capitals", "slang", "typos", "cropped"],
)
def test_a_changed_forward_is_the_same_claim(forward: str) -> None:
    assert is_one_claim(sketch(forward), other=sketch(TEXT))


def test_another_text_is_another_claim() -> None:
    assert not is_one_claim(sketch(OTHER), other=sketch(TEXT))
    assert nearness(sketch(OTHER), other=sketch(TEXT)) < 0.1


def test_short_texts_are_one_claim_only_where_they_are_the_same() -> None:
    assert is_one_claim(sketch("gempa besar malam ini!!"), other=sketch("Gempa besar malam ini"))
    assert not is_one_claim(sketch("gempa besar malam ini"), other=sketch("gempa besar besok malam"))


def test_a_piece_of_a_very_long_text_is_the_same_claim() -> None:
    long = " ".join(
        f"Butir {number}: pelanggaran ke {number * 7} didenda {number * 13} ribu rupiah." for number in range(60)
    )

    assert is_one_claim(sketch(long[1_000:1_200]), other=sketch(long))


def test_what_has_no_words_is_near_nothing() -> None:
    assert sketch("🙏🙏 \u200b") == ()
    assert not is_one_claim((), other=())
    assert nearness((), other=sketch(TEXT)) == 0.0


def test_a_sketch_is_small_and_its_numbers_fit_the_database() -> None:
    long = " ".join(f"kata{number}" for number in range(9_000))

    assert len(sketch(long)) <= MOST + 1
    assert all(0 <= value < 2**63 for value in sketch(long))
