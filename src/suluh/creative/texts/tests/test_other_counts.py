import pytest

from suluh.creative.texts.counting import in_bytes
from suluh.creative.texts.graphemes import graphemes
from suluh.creative.texts.networks import bluesky_thread

CASES = [
    ("", 0),
    ("Lawan korupsi.", 14),
    ("e\u0301", 1),
    ("\u0301e", 2),
    ("a\n\u0301b", 4),
    ("❤️", 1),
    ("👍🏽", 1),
    ("👨‍👩‍👧‍👦", 1),
    ("a\u200db", 2),
    ("👨‍a", 2),
    ("👨\u200d\u200d👨", 2),
    ("🇮🇩", 1),
    ("🇮🇩🇮🇩🇮", 3),
    ("🇮\u0301🇩", 2),
    ("1️⃣", 1),
    ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", 1),
    ("👍😀", 2),
]


@pytest.mark.parametrize(("text", "seen"), CASES)
def test_signs_are_counted_as_a_reader_sees_them(text: str, seen: int) -> None:
    assert graphemes(text) == seen


def test_bluesky_counts_bytes_where_a_sign_has_many() -> None:
    family = "👨‍👩‍👧‍👦"

    assert graphemes(family * 200) == 200
    assert bluesky_thread.count(family * 200) == len(family.encode()) * 20


@pytest.mark.parametrize(("text", "counted"), [("abc", 3), ("semangat 👍", 13), ("🇮🇩", 8), ("“é”", 3)])
def test_threads_counts_an_emoji_by_its_bytes(text: str, counted: int) -> None:
    assert in_bytes(text) == counted
