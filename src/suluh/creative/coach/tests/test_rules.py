"""Each rule on small texts of its own."""

from __future__ import annotations

import pytest

from suluh.content.blocks import Number, Paragraph, Quote, StoryText
from suluh.creative.coach import ADVICE, WARNING, coach, coach_text


def said(text: str, *, rule: str) -> list[tuple[str, str]]:
    """The words found by one rule, each with its first suggestion."""
    return [(f.text, "".join(f.suggestions[:1])) for f in coach_text(text) if f.rule == rule]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("pemerntah", "pemerintah"),
        ("msayarakat", "masyarakat"),
        ("pembanguman", "pembangunan"),
        ("kegiattan", "kegiatan"),
        ("menyampaikn", "menyampaikan"),
        ("dalamrangka", "dalam rangka"),
        ("palembang", "Palembang"),
    ],
)
def test_a_slip_is_mended_by_the_likeliest_word(wrong: str, right: str) -> None:
    assert said(f"Kami melihat {wrong} itu kemarin.", rule="spelling") == [(wrong, right)]


def test_a_name_inside_a_sentence_is_not_doubted() -> None:
    assert said("Acara itu dibuka oleh Supryono Wijayakusumah.", rule="spelling") == []


def test_a_slip_at_the_start_keeps_its_capital() -> None:
    assert said("Pemeritah menyampaikan hal itu.", rule="spelling") == [("Pemeritah", "Pemerintah")]


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("Hal ini mengurangi resikonya.", "resikonya", "risikonya"),
        ("Silahkan datang.", "Silahkan", "Silakan"),
        ("Kerjasama itu baik.", "Kerjasama", "Kerja sama"),
        ("Ia bekerja terus menerus.", "terus menerus", "terus-menerus"),
        ("Mereka mensosialisasikan aturan.", "mensosialisasikan", "menyosialisasikan"),
    ],
)
def test_a_nonstandard_form_is_named(text: str, wrong: str, right: str) -> None:
    assert said(text, rule="nonstandard") == [(wrong, right)]


def test_a_name_keeps_its_old_spelling() -> None:
    assert said("Ia bertemu Putera di kantor.", rule="nonstandard") == []


def test_chat_words_are_written_out() -> None:
    assert said("Ini dilakukan utk warga yg datang.", rule="chat_words") == [("utk", "untuk"), ("yg", "yang")]


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("Sinergi antar instansi penting.", "antar instansi", "antarinstansi"),
        ("Pegawai non ASN hadir.", "non ASN", "non-ASN"),
        ("Bantuan pasca bencana tiba.", "pasca bencana", "pascabencana"),
        ("Kegiatan di lakukan kemarin.", "di lakukan", "dilakukan"),
        ("Uang itu di bawa pulang.", "di bawa", "dibawa"),
    ],
)
def test_what_is_cut_in_two_is_joined(text: str, wrong: str, right: str) -> None:
    assert said(text, rule="split_words") == [(wrong, right)]


@pytest.mark.parametrize(
    ("text", "right"), [("Acara diPalembang ramai.", "di Palembang"), ("Ia pergi kepalembang.", "ke Palembang")]
)
def test_a_preposition_stands_apart_from_a_place(text: str, right: str) -> None:
    assert [first for _words, first in said(text, rule="joined_words")] == [right]


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("Ini konten kreatif sari instansi pemerintah.", "sari", "dari"),
        ("Acara itu berlangsung pada tahu 2024 di Lahat.", "tahu", "tahun"),
        ("Pelanggar dikenai sangsi tegas.", "sangsi", "sanksi"),
        ("Kelapa Dinas Kesehatan hadir, kata kelapa dinas itu.", "kelapa", "kepala"),
        ("Program yang akun dilaksanakan itu penting.", "akun", "akan"),
    ],
)
def test_a_right_word_in_the_wrong_place_is_doubted(text: str, wrong: str, right: str) -> None:
    assert (wrong, right) in said(text, rule="confusions")


def test_saying_it_twice_is_named() -> None:
    assert said("Ini dibuat agar supaya jelas.", rule="redundancy") == [("agar supaya", "agar")]
    assert said("Salah satu bentuknya diantaranya pertukaran konten.", rule="redundancy") == [
        ("Salah satu bentuknya diantaranya", "")
    ]


def test_a_repeated_word_is_named_with_its_likely_mend() -> None:
    assert said("Kegiatan yang yang baik.", rule="repeated_words") == [("yang yang", "yang")]
    assert said("Pada akhir akhir ini hujan.", rule="repeated_words") == [("akhir akhir", "akhir-akhir")]


@pytest.mark.parametrize(("words", "severity"), [(25, None), (26, ADVICE), (35, ADVICE), (36, WARNING)])
def test_the_words_of_a_sentence_are_counted(words: int, severity: str | None) -> None:
    sentence = " ".join(["Warga", *["datang"] * (words - 1)]) + "."

    found = [f.severity for f in coach_text(sentence) if f.rule == "sentence_length"]

    assert found == ([severity] if severity else [])


def test_initials_and_titles_do_not_end_a_sentence() -> None:
    sentence = "Bupati Ir. S. A. Supriono, SE., MM. hadir bersama dr. Rika di Jl. Merdeka No. 5 kemarin. Warga senang."

    assert said(sentence + " " + sentence, rule="sentence_length") == []


def test_an_abbreviation_is_to_be_explained_once() -> None:
    assert said("BPK datang. BPK pulang.", rule="abbreviations") == [("BPK", "Badan Pemeriksa Keuangan (BPK)")]
    assert said("Badan Pemeriksa Keuangan (BPK) datang. BPK pulang.", rule="abbreviations") == []
    assert said("BPK (Badan Pemeriksa Keuangan) datang.", rule="abbreviations") == []
    assert said("Warga RI membawa KTP pada pukul 08.00 WIB.", rule="abbreviations") == []


def test_a_story_without_day_and_place_is_asked_for_them() -> None:
    text = "Bupati Askolani mengatakan bahwa warga senang karena jalan telah baik. " * 6

    messages = " ".join(str(f.message) for f in coach_text(text) if f.rule == "five_questions")

    assert "story" in {f.block for f in coach_text(text)}
    assert all(word in messages for word in ("KAPAN", "DI MANA")) or all(w in messages for w in ("WHEN", "WHERE"))


def test_a_passage_ends_with_a_mark() -> None:
    assert said("Kesepakatan itu mendorong program pemberantasan korupsi", rule="final_punctuation") == [
        ("korupsi", "korupsi.")
    ]
    assert said("Ia berkata, “Kegiatan ini baik untuk kita semua.”", rule="final_punctuation") == []


def test_a_quote_needs_a_speaker() -> None:
    text = "Kami senang sekali atas kegiatan ini."
    silent = StoryText(headline="", blocks=(Quote(id="q", text=text),))
    spoken = StoryText(headline="", blocks=(Quote(id="q", text=text, speaker="Rika Efianti"),))

    assert [f.block for f in coach(silent) if f.rule == "quote_speaker"] == ["q"]
    assert [f for f in coach(spoken) if f.rule == "quote_speaker"] == []


def test_words_in_quotation_marks_need_somebody_who_says_them() -> None:
    quoted = "“Kami senang sekali atas kegiatan ini bagi warga”"

    assert len(said(f"{quoted} dan acara selesai.", rule="quote_speaker")) == 1
    assert said(f"{quoted}, ujar Rika.", rule="quote_speaker") == []


def test_a_number_needs_source_and_unit() -> None:
    story = StoryText(
        headline="",
        blocks=(
            Number(id="a", value="17", label=""),
            Number(id="b", value="17", label="kabupaten dan kota", source="BPS"),
            Paragraph(id="c", text="Sebanyak 72 persen warga puas."),
            Paragraph(id="d", text="Menurut survei, 72 persen warga puas."),
        ),
    )

    assert [f.block for f in coach(story) if f.rule == "number_source"] == ["a", "a", "c"]
