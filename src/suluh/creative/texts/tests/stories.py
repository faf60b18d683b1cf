"""A story and an office for the tests of text formats."""

from __future__ import annotations

from dataclasses import dataclass

from suluh.agencies.brand import Brand
from suluh.content.blocks import CallToAction, MythFact, Number, Paragraph, Quote, Step, StoryText

SPEAKER = "Yuyu A. Iskak"
LONG_QUOTE = " ".join(["Tantangan kita adalah mengemas informasi menjadi konten yang mudah diterima masyarakat."] * 6)


@dataclass(frozen=True)
class SampleMark:
    code: str = "K7QX-42M8"
    url: str = "https://suluh.sumselprov.go.id/c/K7QX-42M8"


MARK = SampleMark()
BRAND = Brand(
    slug="sumsel",
    name="Dinas Komunikasi dan Informatika Provinsi Sumatera Selatan",
    short_name="Kominfo Sumsel",
    initials="KS",
    primary="#003366",
    accent="#ffcc00",
    ink="#111111",
    paper="#ffffff",
    motif="songket",
)
STORY = StoryText(
    headline="KPK dan Kominfo Sumsel sepakat melawan hoaks",
    lead="Dinas Kominfo Sumatera Selatan dan KPK menandatangani komitmen bersama di Palembang, Kamis (30/05/2024).",
    blocks=(
        Paragraph(id="p", text="Kegiatan ini <strong>kolaborasi</strong> dengan KPK &amp; mitra."),
        Number(id="n", value="17", label="kabupaten dan kota", source="Kominfo Sumsel"),
        Step(id="s1", title="Tukar konten", text="antarlembaga"),
        Step(id="s2", title="Periksa dulu"),
        Quote(id="q", text=LONG_QUOTE, speaker=SPEAKER, title="Kabiro Humas KPK RI"),
        MythFact(id="m", myth="Pelapor harus memakai nama asli.", fact="Identitas pelapor dirahasiakan."),
        CallToAction(id="c", text="Laporkan dugaan korupsi", url="https://kws.kpk.go.id"),
    ),
)
