"""Forms of one word get one stem."""

import pytest

from suluh.verification.matching.stemming import stem


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("membagikan", "dibagikan"),
        ("menutup", "penutupan"),
        ("bukunya", "buku"),
        ("menyapu", "disapu"),
        ("kebakaran", "dibakar"),
    ],
    ids=["bagi", "tutup", "buku", "sapu", "bakar"],
)
def test_forms_of_one_word_meet(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_short_words_and_numbers_stay() -> None:
    assert [stem(word) for word in ("ikan", "2024", "kpk")] == ["ikan", "2024", "kpk"]
