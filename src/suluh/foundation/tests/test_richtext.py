"""Rich text keeps its tags when its plain text is mended."""

from __future__ import annotations

import random

import pytest

from suluh.foundation import richtext

RICH = 'Kami <strong>terus menerus</strong> &amp; <a href="https://kpk.go.id">jujur</a>.'


def test_plain_text_is_what_the_reader_sees() -> None:
    assert richtext.to_plain(RICH) == "Kami terus menerus & jujur."


def test_a_mend_inside_a_tag_stays_inside_it() -> None:
    mended = richtext.replace_plain(RICH, start=5, end=18, replacement="terus-menerus")
    assert mended == RICH.replace("terus menerus", "terus-menerus")


def test_a_mend_never_makes_markup() -> None:
    mended = richtext.replace_plain("a b", start=2, end=3, replacement="<script>")
    assert mended == "a &lt;script&gt;"


def test_a_place_outside_of_the_text_is_refused() -> None:
    with pytest.raises(ValueError, match="outside"):
        richtext.replace_plain("abc", start=2, end=9, replacement="x")


def test_any_mend_gives_the_plain_text_mended_at_the_same_place() -> None:
    draw = random.Random(20240530)  # noqa: S311 - a seeded test, no secret
    plain = richtext.to_plain(RICH)
    for _round in range(300):
        start, end = sorted((draw.randrange(len(plain) + 1), draw.randrange(len(plain) + 1)))
        mended = richtext.replace_plain(RICH, start=start, end=end, replacement="<é&>")
        assert richtext.to_plain(mended) == plain[:start] + "<é&>" + plain[end:]


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        '<a href="javascript:alert(1)">x</a>',
        '<img src=x onerror="alert(1)">',
        '<strong onclick="alert(1)">x</strong>',
        '<a href="data:text/html,<script>alert(1)</script>">x</a>',
        "<svg><style><img src=x onerror=alert(1)></style></svg>",
    ],
)
def test_cleaning_leaves_nothing_that_runs(hostile: str) -> None:
    cleaned = richtext.clean(hostile).lower()
    assert not any(word in cleaned for word in ("<script", "javascript:", "onerror", "onclick", "data:", "<img"))
