"""The press release that Suluh began with, with its typing errors."""

from __future__ import annotations

import time

import pytest

from suluh.creative.coach import Finding, coach_text
from suluh.creative.coach.tests.places import DATA, SAMPLE

MOST_FALSE_ALARMS = 2
SLOWEST_SECONDS = 0.3

KNOWN_ERRORS = {
    "melaluih": "melalui",
    "kontnen": "konten",
    "masiv": "masif",
    "berjalanbaik": "berjalan baik",
    "menyebarkam": "menyebarkan",
    "dlm": "dalam",
    "sari": "dari",
    "diantaranya": "di antaranya",
    "antar lembaga": "antarlembaga",
    "hoax": "hoaks",
    "terus menerus": "terus-menerus",
    "mempengaruhi": "memengaruhi",
}


@pytest.fixture(scope="module")
def found() -> tuple[Finding, ...]:
    return coach_text(SAMPLE.read_text(encoding="utf-8"))


@pytest.mark.parametrize(("wrong", "right"), KNOWN_ERRORS.items())
def test_a_known_error_is_found_everywhere_with_the_right_word_first(
    found: tuple[Finding, ...], wrong: str, right: str
) -> None:
    text = SAMPLE.read_text(encoding="utf-8")

    first = [f.suggestions[:1] for f in found if f.text == wrong and f.rule != "redundancy"]

    assert first == [(right,)] * text.count(wrong)


def test_what_is_found_is_what_was_judged_by_hand(found: tuple[Finding, ...]) -> None:
    lines = (DATA / "sample_expectations.tsv").read_text(encoding="utf-8").splitlines()
    expected = [tuple(line.split("\t")[:5]) for line in lines if not line.startswith("# ")]

    assert [(f.block, str(f.start), f.rule, f.text, "".join(f.suggestions[:1])) for f in found] == expected


def test_few_findings_are_false() -> None:
    lines = (DATA / "sample_expectations.tsv").read_text(encoding="utf-8").splitlines()
    verdicts = [line.split("\t")[5] for line in lines if not line.startswith("# ")]

    assert set(verdicts) <= {"right", "false"}
    assert verdicts.count("false") <= MOST_FALSE_ALARMS


def test_long_sentences_and_unexplained_abbreviations_are_named(found: tuple[Finding, ...]) -> None:
    assert sum(f.rule == "sentence_length" for f in found) == 5
    assert {f.text for f in found if f.rule == "abbreviations"} >= {"KPK", "Plt", "Sekda", "Kabiro"}


@pytest.mark.slow
def test_a_warm_process_reads_it_in_time(found: tuple[Finding, ...]) -> None:
    text = SAMPLE.read_text(encoding="utf-8")

    before = time.perf_counter()
    coach_text(text)

    assert time.perf_counter() - before < SLOWEST_SECONDS
