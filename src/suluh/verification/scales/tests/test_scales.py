"""The scale of verdicts: what its words mean, and that a wrong file is refused with the place."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from suluh.verification import scales
from suluh.verification.scales.using import DEFAULT
from suluh.verification.scales.values import plain


@pytest.fixture
def raw() -> Any:
    return json.loads(DEFAULT.read_text())


def test_the_default_scale_has_six_verdicts_in_both_languages() -> None:
    slugs = [verdict.slug for verdict in scales.scale().all()]

    assert slugs == ["benar", "salah", "menyesatkan", "diubah", "satire", "belum-terbukti"]
    for verdict in scales.scale().all():
        assert set(verdict.labels) == set(verdict.explanations) == {"id", "en"}


def test_no_word_means_two_verdicts() -> None:
    said = Counter(
        word for verdict in scales.scale().all() for word in {plain(word) for word in (verdict.slug, *verdict.words)}
    )

    assert [word for word, count in said.items() if count > 1] == []


@pytest.mark.parametrize(
    ("words", "slug"),
    [
        ("SALAH", "salah"),
        ("[SALAH] Bansos dibagi lewat tautan", "salah"),
        ("HOAKS", "salah"),
        ("PENIPUAN", "salah"),
        ("Mostly false", "salah"),
        ("Klarifikasi", "menyesatkan"),
        ("Konten yang Menyesatkan (Misleading Content)", "menyesatkan"),
        ("  ALTERED ", "diubah"),
        ("Satire.", "satire"),
        ("Partly-False", "menyesatkan"),
        ("True", "benar"),
        ("Tidak Terbukti", "belum-terbukti"),
        ("Sembilan dari sepuluh", "belum-terbukti"),
        ("", "belum-terbukti"),
    ],
)
def test_the_words_of_other_sources_are_understood(words: str, slug: str) -> None:
    assert scales.scale().read(words) == slug


def test_a_number_is_read_only_where_the_words_are_not_understood() -> None:
    scale = scales.scale()

    assert scale.read("Dua bintang", value=2, ends=(1, 10)) == "salah"
    assert scale.read("Lima bintang", value=10, ends=(1, 10)) == "benar"
    assert scale.read("False", value=10, ends=(1, 10)) == "salah"
    assert scale.read("Aneh", value=99, ends=(1, 10)) == "belum-terbukti"
    assert scale.read("Aneh", value=1, ends=(1, 1)) == "belum-terbukti"


def test_a_sentence_about_a_claim_is_not_searched_for_words() -> None:
    assert scales.scale().understood("Kabar ini panjang, " * 10 + "salah") == ""


def test_a_verdict_is_found_by_its_slug_or_refused_with_those_there_are() -> None:
    assert scales.scale().verdict("salah").label_in("en") == "False"
    with pytest.raises(scales.UnknownVerdict, match="menyesatkan"):
        scales.scale().verdict("bohong")


def test_a_verdict_the_scale_has_lost_is_shown_by_its_slug_in_grey() -> None:
    lost = scales.scale().shown("setengah-benar")

    assert (lost.label, lost.tone, lost.is_false) == ("setengah-benar", "open", False)


def test_a_named_scale_is_used_until_the_default_one_is(raw: Any, tmp_path: Path) -> None:
    file = tmp_path / "scale.json"
    raw["verdicts"] = raw["verdicts"][:1]
    raw["unread"] = "benar"
    file.write_text(json.dumps(raw))
    try:
        scales.use(file)
        assert [verdict.slug for verdict in scales.scale().all()] == ["benar"]
    finally:
        scales.use(None)
    assert scales.scale().has("salah")


WRONG: dict[str, tuple[list[Any], Any]] = {
    "best": (["best"], 1),
    "verdicts": (["verdicts"], []),
    "tone": (["verdicts", 0, "tone"], "purple"),
    "is_false": (["verdicts", 1, "is_false"], "yes"),
    "rating": (["verdicts", 0, "rating"], 9),
    "slug": (["verdicts", 0, "slug"], "Benar!"),
    "two verdicts": (["verdicts", 0, "slug"], "salah"),
    "label": (["verdicts", 0, "label"], {"en": "True"}),
    "words": (["verdicts", 0, "words"], [""]),
    "unread": (["unread"], "salah"),
    "colour": (["verdicts", 0, "colour"], "red"),
}


@pytest.mark.parametrize("said", list(WRONG))
def test_a_wrong_scale_is_refused_with_the_place(said: str, raw: Any, tmp_path: Path) -> None:
    place, value = WRONG[said]
    inner = raw
    for step in place[:-1]:
        inner = inner[step]
    inner[place[-1]] = value
    file = tmp_path / "scale.json"
    file.write_text(json.dumps(raw))

    with pytest.raises(scales.BadScale) as refused:
        scales.read_scale(file)

    assert "scale.json" in str(refused.value)
    # Sentences are in the reader's language; the key, or the verdict it is about, stands there in any.
    assert said in f"{refused.value.sentence!r}"


def test_a_file_that_is_no_json_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "scale.json"
    file.write_text("{")

    with pytest.raises(scales.BadScale, match=r"scale\.json"):
        scales.read_scale(file)
