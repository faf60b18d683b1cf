"""Who said it: every way an office writes down a speaker."""

from __future__ import annotations

import pytest

from suluh.content.structure import structure


def told(text: str, *, language: str = "id") -> list[tuple[str, str, str]]:
    """Return the quotes of a text as (text, speaker, title)."""
    return [(quote.text, quote.speaker, quote.title) for quote in structure(text, language=language).quotes]


YANI = ("Dr. H. Ahmad Yani, S.Sos., M.Si.", "Kepala Dinas Komunikasi dan Informatika Kabupaten Muara Enim")

CASES = {
    "title and name without a comma, before": (
        "Bupati Muara Enim Edison mengatakan, “Layanan ini gratis untuk semua.”",
        [("Layanan ini gratis untuk semua.", "Edison", "Bupati Muara Enim")],
    ),
    "long title, comma, degrees, after; then no attribution": (
        "“Kami menerima laporan setiap hari,” kata Kepala Dinas Komunikasi dan Informatika Kabupaten Muara Enim, "
        "Dr. H. Ahmad Yani, S.Sos., M.Si., usai acara. “Tidak ada yang ditutupi.”",
        [("Kami menerima laporan setiap hari.", *YANI), ("Tidak ada yang ditutupi.", *YANI)],
    ),
    "name, age, comma, lower-case title": (
        "“Saya senang sekali,” ujar Siti Aminah (35), warga Kelurahan Plaju.",
        [("Saya senang sekali.", "Siti Aminah", "warga Kelurahan Plaju")],
    ),
    "name selaku title": (
        "Drs. Hasan Basri, M.M., selaku Ketua Panitia menyampaikan, “Peserta datang dari semua kota.”",
        [("Peserta datang dari semua kota.", "Drs. Hasan Basri, M.M.", "Ketua Panitia")],
    ),
    "a pronoun leads back to the subject, not to a person only mentioned": (
        "Wali Kota Palembang, Ratu Dewa, menyerahkan bantuan kepada Rudi Hartono, Ketua RT 05. Ia mengatakan bantuan "
        "itu untuk warga. “Gunakan dengan baik,” pesannya.",
        [("Gunakan dengan baik.", "Ratu Dewa", "Wali Kota Palembang")],
    ),
    "two speakers, each with a chain": (
        "Juru Bicara KPK Tessa Mahardhika Sugiarto menilai langkah ini penting.\n"
        '"Korupsi tumbuh di tempat gelap," imbuhnya.\n'
        "Sementara itu, Inspektur Provinsi Jambi, Agus Herianto, mengapresiasi kegiatan itu.\n"
        '"Kami siap diawasi siapa saja," tuturnya.\n'
        '"Mari kita mulai hari ini," lanjut Tessa.',
        [
            ("Korupsi tumbuh di tempat gelap.", "Tessa Mahardhika Sugiarto", "Juru Bicara KPK"),
            ("Kami siap diawasi siapa saja.", "Agus Herianto", "Inspektur Provinsi Jambi"),
            ("Mari kita mulai hari ini.", "Tessa Mahardhika Sugiarto", "Juru Bicara KPK"),
        ],
    ),
    "an office alone means who holds it": (
        "Gubernur Sumatera Selatan, H. Herman Deru, membuka pelatihan itu.\n“Ilmu harus dibagi,” kata Gubernur.",
        [("Ilmu harus dibagi.", "H. Herman Deru", "Gubernur Sumatera Selatan")],
    ),
    "an office nobody is named for": (
        "“Ilmu harus selalu dibagi,” kata Camat Plaju.",
        [("Ilmu harus selalu dibagi.", "", "Camat Plaju")],
    ),
    "interrupted by its speaker": (
        "“Kami siap,” kata Sekda Lahat, Candra Wijaya, “untuk bekerja bersama warga.”",
        [("Kami siap, untuk bekerja bersama warga.", "Candra Wijaya", "Sekda Lahat")],
    ),
    "over two paragraphs, the convention of opening each": (
        "Ketua PKK Lahat, Yunita Sari, mengatakan, “Kita mulai dari rumah.\n“Lalu ke seluruh desa,” katanya.",
        [("Kita mulai dari rumah. Lalu ke seluruh desa.", "Yunita Sari", "Ketua PKK Lahat")],
    ),
    "menurut": (
        "Menurut Direktur Politeknik Sekayu, Prof. Dr. Ani Rahma, “pelatihan ini wajib diikuti semua dosen.”",
        [("pelatihan ini wajib diikuti semua dosen.", "Prof. Dr. Ani Rahma", "Direktur Politeknik Sekayu")],
    ),
    "an organisation speaks": (
        "“Harga beras turun tiga persen,” tulis Badan Pusat Statistik dalam laporannya.",
        [("Harga beras turun tiga persen.", "Badan Pusat Statistik", "")],
    ),
    "told in the sentence after": (
        "“Posyandu buka setiap Rabu.” Demikian disampaikan Kepala Puskesmas Merdeka, drg. Lina Marlina, di Palembang.",
        [("Posyandu buka setiap Rabu.", "drg. Lina Marlina", "Kepala Puskesmas Merdeka")],
    ),
    "themes, slogans and single words are no quotes": (
        'Kegiatan bertema "Membangun Narasi dengan Konten Kreatif." digelar. Bupati menyebut "hoaks" sebagai musuh.',
        [],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_quote_finds_its_speaker(case: str) -> None:
    text, expected = CASES[case]
    assert told(text) == expected


def test_english_quotes_find_their_speakers() -> None:
    text = (
        "JAKARTA - The Health Ministry launched a new service on May 30, 2024.\n"
        '"This will save lives," said Jane Doe, head of communications at the ministry. "We start today."\n'
        'Minister of Health Budi Gunadi Sadikin thanked the volunteers. "You are the backbone," he said.\n'
        '"No one is left behind," Dr. Mary Ann Smith, a senior nurse, added.'
    )
    doe = ("Jane Doe", "head of communications at the ministry")
    assert told(text, language="en") == [
        ("This will save lives.", *doe),
        ("We start today.", *doe),
        ("You are the backbone.", "Budi Gunadi Sadikin", "Minister of Health"),
        ("No one is left behind.", "Dr. Mary Ann Smith", "senior nurse"),
    ]


def test_a_far_away_person_is_not_made_the_speaker_of_an_unattributed_quote() -> None:
    filler = "\n".join(["Kegiatan itu berjalan dengan lancar sampai selesai."] * 5)
    text = f"Bupati Lahat, Bursah Zarnubi, membuka acara.\n{filler}\n“Air bersih adalah hak semua warga.”"
    assert told(text) == [("Air bersih adalah hak semua warga.", "", "")]


def test_an_unclosed_quote_does_not_swallow_the_paragraphs_after_it() -> None:
    text = '"Kami siap membantu warga.\nPelatihan digelar di Lahat.\nPeserta datang dari 17 daerah.'
    (quote,) = structure(text).quotes
    assert quote.text == "Kami siap membantu warga."
