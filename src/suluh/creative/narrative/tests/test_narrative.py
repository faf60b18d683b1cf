"""Narrative help: drawn from the story, true to it, each text tied to its sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from suluh.content.blocks import CallToAction, Event, MythFact, Paragraph, Quote, Step, StoryText
from suluh.creative.narrative import Narrative, Told, narrate
from suluh.creative.narrative.languages import words_of
from suluh.creative.narrative.questions import active
from suluh.creative.narrative.sentences import word_list
from suluh.creative.narrative.shortening import shortened

RELEASE = (
    "Empat puskesmas di Kabupaten Sungai Keruh meraih akreditasi paripurna dari lembaga penilai pada Mei 2024.",
    "Penilaian meliputi mutu layanan, keselamatan pasien, dan pengelolaan obat.",
    "Bupati Sungai Keruh, Ratna Dewi, menyampaikan bahwa seluruh puskesmas ditargetkan terakreditasi pada 2026.",
    "Selain itu, warga dapat melaporkan keluhan layanan melalui nomor 112.",
    "Loket aduan buka setiap hari kerja di kantor dinas kesehatan.",
    "Dinas Kesehatan melatih 240 petugas selama tiga bulan.",
)


def without_network(texts: Sequence[str]) -> None:
    """Stand in for a machine on which the embedding network is not installed."""


def story_of(*paragraphs: str, **values: object) -> StoryText:
    blocks = tuple(Paragraph(id=f"p{n}", text=text) for n, text in enumerate(paragraphs))
    return StoryText(**{"headline": "", "blocks": blocks} | values)  # type: ignore[arg-type]


def read(story: StoryText) -> Narrative:
    return narrate(story, embed=without_network)


def all_told(found: Narrative) -> list[Told]:
    answer = found.question.answer if found.question else None
    return [*found.headlines, *found.points, *(one for one in (found.lead, answer) if one)]


def shortest(text: str, *, words: int = 12) -> list[str]:
    return [one.text for one in shortened(text, by=words_of("id"), most_words=words, most_characters=70)]


def test_every_text_lies_in_the_sentence_it_names() -> None:
    story = story_of(*RELEASE)
    texts = {block.id: block.text for block in story.of_kind(Paragraph)}
    for told in all_told(read(story)):
        assert texts[told.place.block][told.place.start : told.place.end] == told.sentence
        assert {word.lower() for word in word_list(told.text)} <= {word.lower() for word in word_list(told.sentence)}


def test_a_release_gives_three_headlines_a_lead_five_points_and_a_question() -> None:
    found = read(story_of(*RELEASE))
    assert len(found.headlines) == 3
    assert all(len(one.text.split()) <= 12 and len(one.text) <= 70 and one.why for one in found.headlines)
    assert found.headlines[0].text == "Empat puskesmas meraih akreditasi paripurna dari lembaga penilai"
    assert found.lead is not None
    assert len(found.lead.text.split()) <= 25
    assert len(found.points) == 5
    assert [one.place.block for one in found.points] == sorted(one.place.block for one in found.points)
    assert found.question is not None
    assert found.question.text == "Bagaimana cara melaporkan keluhan layanan?"
    assert found.question.answer is not None
    assert found.question.answer.place.block == "p3"


def test_headlines_come_from_different_sentences() -> None:
    found = read(story_of(*RELEASE, RELEASE[0]))
    assert len({one.sentence for one in found.headlines}) == len(found.headlines)


def test_the_story_s_own_headline_is_not_offered_again() -> None:
    own = "Empat puskesmas meraih akreditasi paripurna"
    assert all("meraih akreditasi" not in one.text for one in read(story_of(*RELEASE, headline=own)).headlines)


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Selain itu, dinas menambah satu perahu baca pada Agustus.", "Dinas menambah satu perahu baca pada Agustus"),
        ("Kepala Diskominfo Sumsel, Rika Efianti, SE., MM., menambahkan bahwa media sosial sangat populer.",
         "Rika Efianti: Media sosial sangat populer"),
        ("Dinas Kesehatan (Dinkes) membuka posko (24 jam).", "Dinas Kesehatan membuka posko"),
        ("Petugas melayani perekaman KTP elektronik, kartu keluarga, akta kelahiran, dan surat pindah antarkabupaten.",
         "Petugas melayani perekaman KTP elektronik"),
    ],
)  # fmt: skip
def test_a_sentence_is_shortened_by_leaving_out(sentence: str, said: str) -> None:
    assert said in shortest(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Pegawai dari semua dinas di seluruh kabupaten dan kota diberhentikan sementara bila terbukti menerima suap.",
        "Instansi pemerintah di daerah tidak pernah meminta kode OTP dan nomor rekening warga lewat pesan singkat.",
        "Pengumuman hasil seleksi guru kontrak hanya dimuat di situs dinas dan papan pengumuman kantor cabang.",
        "Denda pajak kendaraan dihapus bagi wajib pajak yang melunasi tunggakan pokok sebelum 30 Juni 2024.",
        "Sebelumnya, warga di kelurahan itu membeli air tangki dari pedagang keliling dengan harga tinggi.",
    ],
)
def test_what_would_change_its_meaning_is_not_cut(sentence: str) -> None:
    assert shortest(sentence) == []


def test_words_of_a_person_stay_theirs() -> None:
    quote = Quote(id="q", text="Pasar yang bersih membuat pembeli betah berbelanja.", speaker="Anita Sari")
    found = read(StoryText(headline="", blocks=(quote,)))
    assert [one.text for one in found.headlines] == ["Anita Sari: Pasar yang bersih membuat pembeli betah berbelanja"]
    assert found.lead is None


def test_a_myth_is_never_a_source() -> None:
    myth = MythFact(
        id="m", myth="Hadiah kecil dari warga pasti boleh diterima.", fact="Pemberian itu harus ditolak pegawai."
    )
    found = read(StoryText(headline="", blocks=(myth,)))
    assert all(one.place.field == "fact" for one in all_told(found))
    assert found.points


def test_a_question_without_an_answer_says_so() -> None:
    found = read(story_of("Petani memanen padi pada Mei 2024.", "Hasil panen naik menjadi 5,6 ton per hektare."))
    assert found.question is not None
    assert found.question.answer is None


def test_steps_answer_what_a_headline_promises() -> None:
    steps = (Step(id="s", title="Buka situs resmi", text="Alamat situs berakhiran .go.id."),)
    found = read(StoryText(headline="Cara memeriksa pengumuman beasiswa", blocks=steps))
    assert found.question is not None
    assert found.question.text == "Bagaimana cara memeriksa pengumuman beasiswa?"
    assert found.question.answer is not None
    assert found.question.answer.place.block == "s"


def test_the_me_form_follows_the_first_letter() -> None:
    verbs = ["laporkan", "periksa", "daftarkan", "ajukan", "cek", "kirimkan", "urus", "bayarkan"]
    assert [active(verb) for verb in verbs] == [
        "melaporkan", "memeriksa", "mendaftarkan", "mengajukan", "mengecek", "mengirimkan", "mengurus", "membayarkan",
    ]  # fmt: skip


def test_english_works_too() -> None:
    found = read(
        story_of(
            "Residents of Lembah Hijau can report illegal levies through the number 112 from Monday.",
            "In addition, the library has hired six part-time staff.",
            language="en",
        )
    )
    assert [one.text for one in found.headlines] == [
        "Residents of Lembah Hijau can report illegal levies",
        "The library has hired six part-time staff",
    ]
    assert found.question is not None
    assert found.question.text == "How do I report illegal levies?"


@pytest.mark.parametrize("text", ["", " ", ".", "😱" * 300, "a" * 5000, "يسقط المطر على المدينة.", "(((", '"' * 99])
def test_odd_texts_are_read(text: str) -> None:
    found = read(story_of(text, text))
    assert len(found.points) <= 5
    call = CallToAction(id="c", text=text)
    assert len(read(StoryText(headline=text, lead=text, blocks=(call,))).headlines) <= 3


@pytest.mark.slow
def test_the_network_reads_where_it_is_installed() -> None:
    found = narrate(story_of(*RELEASE))
    assert found.by_meaning
    assert len(found.headlines) == 3


def test_a_day_in_an_event_block_answers_when() -> None:
    texts = [f"Petugas dinas melayani warga di loket nomor {word}." for word in ("satu", "dua", "tiga", "empat")]
    story = story_of(*texts)
    without, event = read(story).question, Event(id="e", title="Pekan layanan", date="2026-12-09")
    assert without is not None
    assert without.text == "Kapan ini mulai berlaku?"
    asked = read(replace(story, blocks=(*story.blocks, event))).question
    assert asked is not None
    assert asked.text != without.text
