"""A folder answers: known, looks like, remembered; another process's changes are seen at once."""

from datetime import date
from pathlib import Path

import pytest

from suluh.verification.matching.matcher import Matcher
from suluh.verification.matching.values import Heard, Known

pytestmark = pytest.mark.slow

GARUT = Known(key="fact:1", title="Bank Nusa bagi-bagi uang Rp 50 juta di Kabupaten Garut", day=date(2026, 5, 1))
PALEMBANG = Known(key="fact:2", title="Bank Nusa bagi-bagi uang Rp 50 juta di Palembang")
BRIDGE = Known(key="fact:3", title="Jembatan Sungai Lilin ambruk dihantam kapal", review="Foto lama dari negara lain.")
LOTTERY = (
    "Halo nasabah setia, ikuti undian akhir tahun kami dan menangkan sepeda listrik, kirim data diri ke nomor di bawah"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    Matcher(folder=tmp_path, reader=None).apply(put=[GARUT, PALEMBANG, BRIDGE], drop=[], mark=3)
    return tmp_path


@pytest.fixture
def matcher(folder: Path) -> Matcher:
    return Matcher(folder=folder, reader=None)


def test_an_empty_folder_knows_nothing(tmp_path: Path) -> None:
    matcher = Matcher(folder=tmp_path / "new", reader=None)
    assert matcher.mark() == 0
    assert matcher.match("Jembatan ambruk").matches == ()


def test_a_disguised_forward_finds_its_fact_check(matcher: Matcher) -> None:
    answer = matcher.match("Forwarded\nJ3mbatan Sungai Lilin ambrukkk dihantam kapal!! Sebarkan")
    assert answer.matches[0].key == "fact:3"
    assert {"jembatan", "sungai", "lilin"} <= set(answer.matches[0].shared)


def test_of_twins_the_one_with_the_right_place_comes_first(matcher: Matcher) -> None:
    first, second = matcher.match("Bank Nusa bagi2 duit 50 jt di Palembang").matches[:2]
    assert (first.key, second.key) == ("fact:2", "fact:1")
    assert first.probability > second.probability
    assert [(one.kind, one.asked, one.known) for one in second.differences if one.kind == "place"] == [
        ("place", "Palembang", "Garut")
    ]


def test_a_twin_of_another_place_is_not_answered_as_known(matcher: Matcher) -> None:
    answer = matcher.match("Bank Nusa bagi-bagi uang Rp 50 juta di Manado")
    assert answer.known is None
    assert answer.matches[0].key in ("fact:1", "fact:2")


def test_a_text_about_something_else_is_not_known(matcher: Matcher) -> None:
    assert matcher.match("Harga cabai turun menjelang panen raya").known is None


def test_what_a_person_matched_once_is_remembered(folder: Path, matcher: Matcher) -> None:
    matcher.apply(put=[Heard(key="message:7", text=LOTTERY, known="fact:2")], drop=[], mark=4)
    answer = matcher.match("ikuti undian akhir tahun kami dan menangkn sepeda listrk, kirim data diri ke nomr di bawah")
    assert answer.known is not None
    assert (answer.known.key, answer.known.by) == ("fact:2", "memory")


def test_a_remembered_message_of_a_dropped_fact_check_answers_nothing(matcher: Matcher) -> None:
    matcher.apply(put=[Heard(key="message:7", text=LOTTERY, known="fact:9")], drop=[], mark=4)
    assert matcher.match(LOTTERY).known is None


def test_another_processs_change_is_seen_by_the_next_match(folder: Path, matcher: Matcher) -> None:
    assert matcher.match("Jembatan Sungai Lilin ambruk").matches[0].key == "fact:3"
    Matcher(folder=folder, reader=None).apply(put=[], drop=["fact:3"], mark=9)
    assert "fact:3" not in {match.key for match in matcher.match("Jembatan Sungai Lilin ambruk").matches}
    assert matcher.mark() == 9


def test_an_older_change_does_not_turn_the_mark_back(matcher: Matcher) -> None:
    matcher.apply(put=[BRIDGE], drop=[], mark=2)
    assert matcher.mark() == 3


@pytest.mark.parametrize(
    "text",
    ["", "   ", "🔥🔥", "?" * 500, "a" * 100_000, "\x00", "kata " * 20_000],
    ids=["empty", "blank", "pictures", "signs", "long-word", "null", "long"],
)
def test_odd_texts_are_answered(matcher: Matcher, text: str) -> None:
    assert matcher.match(text).known is None
