import pytest

from suluh.creative.texts.counting import weigh

# After the rules of twitter-text's conformance suite; texts and sums are our own.
CASES = [
    ("", 0),
    ("Lawan korupsi.", 14),
    ("http://kpk.go.id", 23),
    ("https://suluh.sumselprov.go.id/c/K7QX-42M8?dari=x#atas", 23),
    ("Lapor: https://kws.kpk.go.id.", 7 + 23 + 1),
    ("(https://kws.kpk.go.id)", 25),
    ("kpk.go.id", 23),
    ("contoh.com dan contoh.id", 23 + 5 + 23),
    ("surel humas@kpk.go.id", 21),
    ("Ir. S.A. Supriono", 17),
    ("semangat, semangat.Ayo", 22),
    ("e\u0301", 1),
    ("한국", 4),
    ("汉字 dan kanji", 2 * 2 + 10),
    ("“kutipan” – jeda — ‘ya’", 23),
    ("…", 2),
    ("• butir", 8),
    ("\u10ff", 1),
    ("\u1100", 2),
    ("\u200b", 1),
    ("\u2032", 1),
    ("\u2038", 2),
    ("😀", 2),
    ("❤️", 2),
    ("👍🏽", 2),
    ("👨‍👩‍👧‍👦", 2),
    ("🇮🇩", 2),
    ("🇮🇩🇮🇩", 4),
    ("1️⃣", 2),
    ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", 2),
    ("\u00a9", 1),
    ("\u00a9\ufe0f", 2),
    ("𐀀", 2),
    ("a\nb", 3),
]


@pytest.mark.parametrize(("text", "weight"), CASES)
def test_a_post_weighs_what_x_says(text: str, weight: int) -> None:
    assert weigh(text) == weight


def test_a_long_address_without_a_scheme_is_never_weighed_too_light() -> None:
    doubtful = "sebuah-nama-yang-panjang-sekali-tanpa-skema.di"

    assert weigh(doubtful) == len(doubtful)
