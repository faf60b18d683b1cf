"""The rules of style and care on small texts: what each says, and what it leaves alone."""

from __future__ import annotations

import pytest

from suluh.content.blocks import CallToAction, MythFact, Number, Paragraph, StoryText
from suluh.creative.coach import ADVICE, WARNING, Finding, coach, coach_text


def found(text: str, *, rule: str, headline: str = "") -> list[Finding]:
    """What one rule says of a text."""
    story = StoryText(headline=headline, blocks=(Paragraph(id="p", text=text),))
    return [finding for finding in coach(story) if finding.rule == rule]


def test_three_passives_in_a_sentence_are_counted() -> None:
    chained = "Jalan itu dibangun, jembatannya diperbaiki, dan pasarnya dipindahkan."

    assert [f.text for f in found(chained, rule="passive_chains")] == [chained]
    assert found("Jalan itu dibangun dan pasarnya dipindahkan.", rule="passive_chains") == []
    assert found("Dinas digital di Dinoyo dini hari itu dibuka.", rule="passive_chains") == []


@pytest.mark.parametrize(
    ("word", "plain"),
    [
        ("implementasi", "pelaksanaan"),
        ("stakeholder", "pemangku kepentingan"),
        ("launching", "peluncuran"),
        ("roadmap", "peta jalan"),
    ],
)
def test_an_office_word_is_said_plainly_and_once(word: str, plain: str) -> None:
    said = found(f"Kami membahas {word} itu. Lalu {word} itu selesai.", rule="jargon")

    assert [f.suggestions[0] for f in said] == [plain]
    assert found(f"Kata Rika, “Kami membahas {word} itu.”", rule="jargon") == []
    assert found(f"Ia hadir di Seminar {word.capitalize()} Daerah.", rule="jargon") == []


def test_an_english_text_has_its_own_plain_words() -> None:
    assert [f.suggestions[0] for f in coach_text("We utilise the hall.", language="en") if f.rule == "jargon"] == [
        "use"
    ]


def test_hearsay_needs_a_source() -> None:
    assert [f.text for f in found("Konon jembatan itu akan dibuka. Katanya pekan depan.", rule="hearsay")] == [
        "Konon",
        "Katanya",
    ]
    assert found("“Kami siap bekerja,” katanya. Rika berkata, “Konon begitu.”", rule="hearsay") == []


_OFFER = "Dinas Kesehatan membuka vaksinasi gratis bagi semua warga. Warga menyambut vaksinasi itu dengan gembira. " * 3


def test_an_offer_says_what_to_do() -> None:
    story = StoryText(
        headline="", blocks=(Paragraph(id="p", text=_OFFER), CallToAction(id="c", text="Datang ke puskesmas."))
    )

    assert len(found(_OFFER, rule="call_to_action")) == 1
    assert [f for f in coach(story) if f.rule == "call_to_action"] == []
    assert found(f"{_OFFER} Daftar di puskesmas terdekat.", rule="call_to_action") == []
    assert found("Bupati meresmikan jembatan baru. " * 15, rule="call_to_action") == []


def test_a_headline_claims_no_more_than_its_text() -> None:
    body = "Sebanyak 1.200 warga hadir. Tujuh desa ikut serta."

    assert [f.text for f in found(body, rule="headline", headline="Semua Warga Hadir, 1.500 Orang Bersorak")] == [
        "Semua",
        "1.500",
    ]
    assert found(body, rule="headline", headline="1.200 Warga dari 7 Desa Hadir") == []


def test_a_number_block_carries_the_headline() -> None:
    story = StoryText(headline="72 Persen Warga Puas", blocks=(Number(id="n", value="72", label="persen warga puas"),))

    assert [f for f in coach(story) if f.rule == "headline"] == []


def test_a_headline_that_is_cut_off_is_counted() -> None:
    assert [f.severity for f in found("Isi.", rule="headline", headline="Warga desa " * 8)] == [ADVICE]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Dalam rangka memperingati hari jadi, kota menanam pohon.", "Dalam rangka"),
        ("Dinas meminta warga tenang, masa tidak tahu aturan itu.", "masa tidak tahu"),
        ("Jalan berlubang itu indah, selamat menikmati.", "selamat menikmati"),
    ],
)
def test_tone_is_named(text: str, words: str) -> None:
    assert [f.text for f in found(text, rule="tone")] == [words]


def test_an_office_phrase_inside_a_sentence_is_left() -> None:
    assert found("Kota menanam pohon dalam rangka hari jadi.", rule="tone") == []


def test_people_are_named_with_respect() -> None:
    text = "Bantuan bagi penyandang cacat, orang gila, dan manula tiba."

    assert [f.suggestions[0] for f in found(text, rule="inclusive_words")] == [
        "penyandang disabilitas",
        "orang dengan gangguan jiwa (ODGJ)",
        "lansia",
    ]
    assert found("Barang cacat produksi itu ditukar. Band Manula tampil.", rule="inclusive_words") == []


def test_the_style_of_hoaxes_is_named_except_in_the_myth_itself() -> None:
    story = StoryText(
        headline="", blocks=(MythFact(id="m", myth="Tolong viralkan sebelum dihapus.", fact="Itu salah."),)
    )

    assert [f.text for f in found("Kabar ini benar, tolong viralkan sebelum dihapus.", rule="hoax_style")] == [
        "tolong viralkan",
        "sebelum dihapus",
    ]
    assert [f for f in coach(story) if f.rule == "hoax_style"] == []


def test_shouting_is_named_but_abbreviations_are_not() -> None:
    assert [f.text for f in found("Kota kini AMAN DARI BANJIR ROB besar!!", rule="shouting")] == [
        "AMAN DARI BANJIR ROB",
        "!!",
    ]
    assert found("Petugas BPJS dan KPK RI hadir di DPRD!", rule="shouting") == []


@pytest.mark.parametrize(
    "text",
    [
        "Budi Santoso telah melakukan korupsi dana desa.",
        "Warga melihat koruptor Budi Santoso di pasar.",
        "Kepala desa itu, Budi Santoso, menggelapkan dana.",
    ],
)
def test_a_settled_crime_with_a_name_asks_for_its_source(text: str) -> None:
    said = found(text, rule="accusation")

    assert [(f.text, f.severity) for f in said] == [(text, WARNING)]
    assert "Budi" not in str(said[0].message)


@pytest.mark.parametrize(
    "text",
    [
        "Budi Santoso diduga melakukan korupsi dana desa.",
        "Pengadilan memvonis Budi Santoso karena korupsi.",
        "Budi Santoso mengajak warga mencegah korupsi.",
        "Komisi Pemberantasan Korupsi memeriksa kantor itu.",
        "Dinas Sosial Kota Palembang melaporkan pungli.",
        "Budi Santoso membuka pelatihan. Korupsi merusak daerah.",
    ],
)
def test_a_state_of_the_law_or_no_person_is_left(text: str) -> None:
    assert found(text, rule="accusation") == []
