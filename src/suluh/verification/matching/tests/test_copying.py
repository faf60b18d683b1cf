"""Copies are told from other texts letter by letter."""

from suluh.verification.matching.copying import alikeness, fewest_changes

HEARD = "mulai senin depan semua warung wajib tutup pukul delapan malam kata surat edaran yang beredar"


def test_the_fewest_changes_are_counted() -> None:
    assert fewest_changes("warung", text="semua warung tutup") == 0
    assert fewest_changes("wrung", text="semua warung tutup") == 1
    assert fewest_changes("xyz", text="abc") == 3


def test_a_part_is_a_copy_and_a_misspelt_part_nearly() -> None:
    assert alikeness("semua warung wajib tutup pukul delapan malam", HEARD) == 1
    assert alikeness("smua warnug wajib tutp pukul delapan mlam", HEARD) > 0.85


def test_another_text_is_none() -> None:
    assert alikeness("gubernur meresmikan jembatan baru di hulu sungai", HEARD) < 0.5


def test_a_short_text_inside_a_long_one_is_no_copy() -> None:
    assert alikeness(f"{HEARD} {HEARD} {HEARD}", "surat edaran") < 0.2


def test_nothing_is_like_nothing() -> None:
    assert alikeness("", HEARD) == 0
