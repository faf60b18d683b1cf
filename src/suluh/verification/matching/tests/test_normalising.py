"""A disguised text and a plain one come out the same; nothing that is plain is changed twice."""

import random

import pytest

from suluh.verification.matching.normalising import normalise, readable

WRITTEN = """BPJS gak dgn 50jt Rp1.500.000 \u200bhati c0v1d-19 𝐡𝐨𝐚𝐱 kebakaran!! 🔥 12:30 4G 56% Forwarded s e b a r
teman2nya pres!den Ibu é … A b 1.000 % 7% I aIat __ ²"""
PIECES = (*WRITTEN.split(), "\n")


@pytest.mark.parametrize(
    ("disguised", "plain"),
    [
        ("𝐁𝐚𝐧𝐭𝐮𝐚𝐧 𝐭𝐮𝐧𝐚𝐢", "bantuan tunai"),
        ("b\u2060a\u2060n\u2060t\u2060u\u2060a\u2060n tunai", "bantuan tunai"),
        ("B4ntu4n tun4i", "bantuan tunai"),
        ("b a n t u a n tunai", "bantuan tunai"),
        ("Bantuaaaaan tunai!!!", "bantuan tunai"),
        ("ваntuan tunai", "bantuan tunai"),
        ("🅱🅰🅽🆃🆄🅰🅽 tunai", "bantuan tunai"),
        ("jalan ditutup krn banjir yg tdk surut", "jalan ditutup karena banjir yang tidak surut"),
        ("dapat 50jt", "dapat 50 juta"),
        ("Rp 1.500.000", "rupiah 1500000"),
    ],
    ids=["bold", "zero-width", "leet", "apart", "long", "cyrillic", "squares", "slang", "unit", "thousands"],
)
def test_a_disguise_comes_off(disguised: str, plain: str) -> None:
    assert normalise(disguised) == plain


def test_the_forwards_wrapping_comes_off_and_the_claim_stays() -> None:
    wrapped = "*Diteruskan berkali-kali*\nAssalamualaikum\nJembatan Sungai Lilin ambruk tadi malam\nSebarkan ke grup!!"
    assert normalise(wrapped) == "jembatan sungai lilin ambruk tadi malam"


def test_a_status_bar_comes_off() -> None:
    assert normalise("21:07 4G 83%\n< Forwarded\nSekolah libur sebulan") == "sekolah libur sebulan"


def test_a_text_of_nothing_but_wrapping_is_kept() -> None:
    assert normalise("Tolong sebarkan") == "tolong sebarkan"


def test_normalising_twice_is_normalising_once() -> None:
    dice = random.Random(7)  # noqa: S311
    for _ in range(400):
        text = dice.choice(("", " ")).join(dice.choices(PIECES, k=dice.randint(1, 14)))
        once = normalise(text)
        assert normalise(once) == once, text


@pytest.mark.parametrize("verdict", ["benar", "salah", "menyesatkan", "diubah", "satire", "belum terbukti", "hoaks"])
def test_a_verdicts_words_are_never_changed(verdict: str) -> None:
    assert normalise(verdict) == verdict
    assert normalise(f"Klaim ini {verdict}") == f"klaim ini {verdict}"
    assert "tidak" in normalise(f"tidak {verdict}").split()


def test_for_reading_by_meaning_letter_case_and_signs_are_kept() -> None:
    assert readable("Sebarkan!!\nBank Nusa membantah kabar itu.") == "Bank Nusa membantah kabar itu."
