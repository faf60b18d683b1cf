"""The lists of words and forms, and what is formed from them."""

from __future__ import annotations

import pytest

from suluh.creative.coach.forms import dictionary_folder, forms_of
from suluh.creative.coach.lexicon import lexicon_of
from suluh.creative.coach.morphology import nasal
from suluh.creative.coach.reference import reference_page
from suluh.creative.coach.suggestions import suggestions
from suluh.creative.coach.tests.places import PROJECT


def test_no_standard_form_is_itself_a_wrong_one() -> None:
    forms = forms_of("id")
    wrong = {" ".join(words) for words in forms.nonstandard}

    assert not [right for right in forms.nonstandard.values() if right.lower() in wrong]
    assert len(wrong) >= 200


def test_every_word_of_a_standard_form_is_right() -> None:
    lexicon = lexicon_of("id")
    rights = {word for form in forms_of("id").nonstandard.values() for word in form.split()}

    assert not [w for w in rights if w.islower() and w.isalpha() and not lexicon.knows(w)]


def test_all_provinces_and_their_regions_are_listed() -> None:
    folder = dictionary_folder("id")
    assert folder is not None
    names = (folder / "words" / "regions.txt").read_text(encoding="utf-8")

    assert len(names.splitlines()) > 514
    assert all(
        n in names
        for n in ("Ogan Komering Ulu Timur", "Penukal Abab Lematang Ilir", "Papua Pegunungan", "Lubuklinggau")
    )


@pytest.mark.parametrize(
    ("stem", "formed"),
    [
        ("tulis", "menulis"),
        ("pakai", "memakai"),
        ("sapu", "menyapu"),
        ("kirim", "mengirim"),
        ("bawa", "membawa"),
        ("lihat", "melihat"),
    ],
)
def test_me_takes_its_nasal(stem: str, formed: str) -> None:
    assert formed in nasal("me", stem)


@pytest.mark.parametrize(
    "word", ["dirilis", "mengunggah", "antarlembaga", "terverifikasi", "kontennya", "ramah-ramah", "seprovinsi"]
)
def test_formed_words_are_right(word: str) -> None:
    assert lexicon_of("id").knows(word)


@pytest.mark.parametrize("word", ["dirumah", "kontnen", "menyediaan", "ditangap", "dipasar"])
def test_rules_of_forming_do_not_let_errors_pass(word: str) -> None:
    assert not lexicon_of("id").knows(word)


def test_nothing_is_proposed_for_a_foreign_word_far_from_all() -> None:
    assert suggestions("zxqvvkw", lexicon=lexicon_of("id")) == ()


def test_a_language_without_words_is_refused() -> None:
    with pytest.raises(LookupError):
        lexicon_of("xx")


def test_the_reference_page_is_up_to_date() -> None:
    page = PROJECT / "docs" / "reference" / "coach.md"

    assert page.read_text(encoding="utf-8") == reference_page()
