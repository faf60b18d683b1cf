"""Stories, offices and a mark to draw in tests."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import date

from suluh.agencies.brand import Brand
from suluh.content.blocks import (
    CallToAction,
    Contact,
    Event,
    MythFact,
    Number,
    Paragraph,
    Quote,
    Step,
    StoryText,
)
from suluh.creative.drawing.layouts import layouts
from suluh.creative.drawing.mark import Mark
from suluh.creative.drawing.motif import PROVINCES
from suluh.creative.packs.choose import choose

MARK = Mark(code="K7QX-42MD", url="https://suluh.example.go.id/c/K7QX-42MD")
LONG_NAME = "Mempertanggungjawabkan Kesejahteraan Penyelenggaraan Bersama"

SUMSEL = Brand(
    slug="sumsel",
    name="Dinas Komunikasi dan Informatika Provinsi Sumatera Selatan",
    short_name="Diskominfo Sumsel",
    initials="KS",
    primary="#d7202c",
    accent="#ffb81f",
    ink="#141238",
    paper="#fff6e6",
    motif="sumatera-selatan",
)
KPK = Brand(
    slug="kpk",
    name="Komisi Pemberantasan Korupsi Republik Indonesia",
    short_name="KPK RI",
    initials="KPK",
    primary="#b3121d",
    accent="#f2a900",
    ink="#1c1c22",
    paper="#faf7f2",
    motif="nasional",
)
# A light primary, a grey ink, a white paper and a name of 60 characters: what a palette and a header must stand.
DIFFICULT = Brand(
    slug="sulit",
    name=LONG_NAME,
    short_name=LONG_NAME,
    initials="DKISP",
    primary="#ffd400",
    accent="#00a0a0",
    ink="#3a3a3a",
    paper="#ffffff",
    motif="bali",
)
BRANDS = {brand.slug: brand for brand in (SUMSEL, KPK, DIFFICULT)}

TYPICAL = StoryText(
    headline="Sumsel dan KPK sepakat bertukar konten antikorupsi",
    lead="Pencegahan korupsi diperkuat melalui media digital untuk menyebarkan informasi kepada masyarakat.",
    topic="Kolaborasi antikorupsi",
    place="Palembang",
    dated_on=date(2024, 5, 30),
    byline="Awaludin",
    blocks=(
        Paragraph(id="p1", text="Dukungan ini ditunjukkan pada <em>pelatihan bersama</em> di Palembang."),
        Quote(
            id="q1",
            text="Tantangan kita yaitu inovasi, di antaranya bagaimana mengemas informasi menjadi konten kreatif "
            "sehingga dapat dengan mudah diterima oleh masyarakat.",
            speaker="Yuyu A. Iskak",
            title="Kabiro Humas KPK RI",
        ),
        Number(id="n1", value="17", label="kabupaten dan kota ikut berbagi konten", source="Diskominfo Sumsel"),
        Step(id="s1", title="Pertukaran konten", text="Konten pencegahan korupsi saling dibagikan."),
        Step(id="s2", title="Pesan yang lebih kuat", text="Humas pusat dan daerah menyampaikan pesan yang sama."),
        Step(id="s3", title="Diseminasi tanpa hoaks", text="Informasi diperiksa dulu sebelum disebarkan."),
        Step(id="s4", title="Periksa sumbernya", text="Pastikan berasal dari situs resmi pemerintah."),
        CallToAction(id="c1", text="Jujur itu keren. Sebarkan yang benar.", url="https://kpk.go.id/lapor"),
        Contact(id="k1", name="Humas Diskominfo Sumsel", email="humas@example.go.id"),
    ),
)
# Enough of everything for a run of ten pages.
RICH = replace(
    TYPICAL,
    blocks=(
        *TYPICAL.blocks,
        *(Step(id=f"r{n}", title=f"Langkah ke-{n}", text="Konten diperiksa dua orang.") for n in range(5, 9)),
        Quote(id="q2", text="Warga berhak tahu dari mana kabar ini.", speaker="Ratna Kusumawati", title="Kepala Dinas"),
        *(Number(id=f"n{n}", value=f"{n}0", label="konten dibagikan", source="Rekap") for n in range(2, 5)),
        MythFact(id="m1", myth="Mengadu harus membayar.", fact="Mengadu tidak dipungut biaya.", source="Humas"),
    ),
)
SHORT = StoryText(headline="Jujur itu keren.")
EXTREME = replace(
    TYPICAL,
    headline="Pemerintah Provinsi Sumatera Selatan dan Komisi Pemberantasan Korupsi menandatangani komitmen bersama "
    "tentang pertukaran konten pencegahan korupsi 🎉",
    topic=LONG_NAME,
    place=LONG_NAME,
    byline=LONG_NAME,
    blocks=(
        Quote(
            id="q1",
            text="Kita perlu konten yang baik 👍🏽. " * 6,
            speaker=f"Prof. Dr. {LONG_NAME}, M.Si.",
            title=LONG_NAME,
        ),
        *(Step(id=f"s{n}", title=LONG_NAME, text="Konten pencegahan korupsi saling dibagikan.") for n in range(6)),
        Number(id="n1", value="Rp350.000.000.000", label=LONG_NAME, source=LONG_NAME),
        Number(id="n2", value="72 %", label=LONG_NAME),
        MythFact(
            id="m1",
            myth="Kuota terbatas!! " * 6,
            fact="Tidak ada biaya apa pun. " * 6,
            source=LONG_NAME,
            verdict="Sebagian menyesatkan",
        ),
        Contact(id="k1", name=LONG_NAME, phone="+62 711 555 0198 pesawat 1234", address=LONG_NAME, hours=LONG_NAME),
        Event(id="e1", title=LONG_NAME, date="2026-12-09", time="09.00–12.00 WIB", place=LONG_NAME, fee=LONG_NAME),
        CallToAction(id="c1", text=f"Hubungi {LONG_NAME}", url="https://" + "sangat-panjang." * 5 + "go.id"),
    ),
)
STORIES = {"short": SHORT, "typical": TYPICAL, "extreme": EXTREME}


def suited(story: StoryText, *, layout: str) -> StoryText:
    """Return the story, with the blocks of the layout's sample where it has nothing of what the layout needs."""
    described = layouts()[layout]
    if described.suits(choose(story)):
        return story
    return replace(story, blocks=(*story.blocks, *described.sample.blocks))


def seeded_brands() -> list[Brand]:
    """Return every office's brand of every province file, with the province's own motif."""
    return [
        Brand(
            slug=office["slug"],
            name=office["name"],
            short_name=office["short_name"],
            initials=office["initials"],
            primary=office["primary"],
            accent=office["accent"],
            ink=office["ink"],
            paper=office["paper"],
            motif=path.parent.name,
        )
        for path in sorted(PROVINCES.glob("*/province.toml"))
        for office in tomllib.loads(path.read_text(encoding="utf-8")).get("office", ())
    ]
