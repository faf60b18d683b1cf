from __future__ import annotations

import re

import pytest
import segno

from suluh.agencies.typefaces.find import TypefaceMissing, typeface_called, typefaces
from suluh.content.blocks import Paragraph, Step
from suluh.creative.drawing.body import without_repeats
from suluh.creative.drawing.hyphenation import SOFT_HYPHEN, bound, with_soft_hyphens
from suluh.creative.drawing.layouts import CREATIVE, layouts
from suluh.creative.drawing.mark import QUIET_ZONE, Mark, qr_code
from suluh.creative.drawing.motif import PROVINCES, load_motif
from suluh.creative.drawing.palette import GROUNDS, palette
from suluh.creative.drawing.tests.samples import MARK, SUMSEL
from suluh.creative.drawing.typeface import characters, drawable

MOTIFS = sorted(path.parent.parent.name for path in PROVINCES.glob("*/motif/motif.toml"))


@pytest.mark.parametrize(
    ("word", "divided"),
    [
        ("informasi", "in-for-masi"),
        ("masyarakat", "ma-sya-ra-kat"),
        ("kabupaten", "ka-bu-pa-ten"),
        ("menyebarkan", "me-nye-bar-kan"),
        ("instrumen", "in-stru-men"),
        ("konstitusi", "kon-sti-tusi"),
        # A root's last letter may belong to it or to the suffix -an: not divided there.
        ("kebijakan", "ke-bi-jakan"),
        ("pencegahan", "pen-ce-gahan"),
        # Prefix before a vowel: "ber-akhir", never "be-rakhir".
        ("berakhir", "bera-khir"),
        # Two vowels stay together.
        ("keamanan", "kea-manan"),
        ("datanya", "da-ta-nya"),
        # Names and short words stay whole.
        ("Palembang", "Palembang"),
        ("KPK", "KPK"),
        ("dua", "dua"),
    ],
)
def test_words_are_divided_between_syllables(word: str, divided: str) -> None:
    assert with_soft_hyphens(word).replace(SOFT_HYPHEN, "-") == divided


def test_dividing_adds_nothing_but_soft_hyphens() -> None:
    text = "Kabupaten/kota: “menyebarkan informasi” (30/05/2024) — Sumsel’s."

    assert with_soft_hyphens(text).replace(SOFT_HYPHEN, "") == text


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("KPK RI hadir", "KPK~RI hadir"),
        ("Ir. S. A. Supriono", "Ir. S.~A.~Supriono"),
        ("naik 72 %", "naik 72~%"),
        ("a b", "a b"),
    ],
)
def test_what_belongs_together_stays_on_one_line(text: str, kept: str) -> None:
    assert bound(text).replace("\u00a0", "~") == kept


def test_the_typeface_has_indonesian_and_typographic_letters() -> None:
    assert {ord(c) for c in "Aaé“”‘’–—…×·→%Rp"} <= characters()


@pytest.mark.parametrize(
    ("text", "shown", "missing"),
    [
        ("Jujur itu keren.", "Jujur itu keren.", ""),
        ("Hore 🎉 menang", "Hore 🎉 menang", ""),
        ("Bagus 👍🏽!", "Bagus 👍🏽!", ""),
        ("Dokter 👩🏽‍⚕️ dan 🇮🇩", "Dokter 👩‍⚕ dan 🇮🇩", ""),
        ("Nomor 1️⃣ dari 12 #", "Nomor 1⃣ dari 12 #", ""),
        ("🇦🇶 jauh, \ufe0f\u200d kosong", "jauh, kosong", "🇦🇶"),
        ("Pak محمد hadir", "Pak hadir", "محمد"),
        ("a\u2011b", "a-b", ""),
        ("漢字", "", "漢字"),
    ],
)
def test_what_has_no_glyph_is_replaced_or_left_out(text: str, shown: str, missing: str) -> None:
    assert drawable(text) == (shown, missing)


@pytest.mark.parametrize("typeface", typefaces())
def test_every_typeface_has_what_indonesian_texts_and_figures_need(typeface: str) -> None:
    assert {ord(c) for c in "Aaé“”‘’–—…×·→%°½€"} <= characters(typeface)


def test_the_list_of_typefaces_begins_with_the_house_and_refuses_others() -> None:
    assert next(iter(typefaces())) == "plus-jakarta-sans"
    assert len(typefaces()) == 6
    with pytest.raises(TypefaceMissing, match="papirus"):
        typeface_called("papirus")


def test_a_qr_code_holds_the_modules_of_its_address() -> None:
    code = qr_code(MARK)

    rows = [bytes(row) for row in segno.make_qr(MARK.url, error="m", boost_error=False).matrix]
    dark = {(x, y) for y, row in enumerate(rows) for x, module in enumerate(row) if module}
    painted = {
        (int(x) + step - QUIET_ZONE, int(y) - QUIET_ZONE)
        for x, y, length in re.findall(r"M(\d+) (\d+)h(\d+)", code.path)
        for step in range(int(length))
    }
    assert painted == dark
    assert code.modules == len(rows) + 2 * QUIET_ZONE


def test_an_address_is_printed_as_people_read_it() -> None:
    assert Mark(code="A", url="https://www.example.go.id/c/A/").printed_url == "example.go.id/c/A"


def test_there_are_motifs_of_more_than_one_province() -> None:
    assert {"sumatera-selatan", "nasional", "bali"} <= set(MOTIFS)


@pytest.mark.parametrize("slug", MOTIFS)
def test_a_motif_has_all_its_drawings_in_colours_of_the_palette(slug: str) -> None:
    motif = load_motif(slug)
    colours = palette(SUMSEL)

    assert {"panorama", "pattern", "border"} <= set(motif.drawings)
    assert motif.ground in GROUNDS
    assert set(motif.colours.values()) <= set(colours)
    panorama = motif.drawings["panorama"]
    assert (panorama.width, panorama.height) == (5400, 660)
    for x, y, width, height in motif.places.values():
        assert x >= 0 <= y
        assert x + width <= panorama.width
        assert y + height <= panorama.height
    used = {c.lower() for drawing in motif.drawings.values() for c in re.findall(r"#[0-9a-fA-F]{6}", drawing.body)}
    assert used <= {*motif.colours, "#ffffff"}


@pytest.mark.parametrize("name", layouts())
def test_a_layout_has_its_title_and_words_in_both_languages(name: str) -> None:
    layout = layouts()[name]

    assert set(layout.titles) == {"id", "en"} == set(layout.words)
    assert set(layout.words["id"]) == set(layout.words["en"])
    assert all(word.strip() for words in layout.words.values() for word in words.values())
    assert {"alt_from", "alt_code"} <= set(layout.words["id"])
    assert all(limits.smallest < limits.largest for limits in layout.fields.values())


@pytest.mark.parametrize("name", layouts())
def test_a_layout_uses_every_word_and_size_it_has(name: str) -> None:
    layout = layouts()[name]
    program = layout.program.read_text(encoding="utf-8")
    kit = (CREATIVE / "drawing" / "kit.typ").read_text(encoding="utf-8")
    # Only layouts that show a photograph, or a portrait, have a word for its credit.
    ours = program + (kit if "credited(" in program or "portrait(" in program else "")
    # Cards share a head and a foot, charts their words.
    ours += "".join(
        (CREATIVE / "drawing" / shared).read_text(encoding="utf-8")
        for shared in ("cards.typ", "charts.typ")
        if f"/drawing/{shared}" in program
    )

    # A layout's own words for alt texts, and the parts of a name that is put together ("check_" and a number).
    read = {w for w in layout.words["id"] if f'"{w}"' in ours or f'"{re.sub(r"[0-9].*", "", w)}"' in ours}
    unused = {w for w in set(layout.words["id"]) - read if not w.startswith("alt_")}
    assert unused == set()
    assert {f for f in layout.fields if f"fields.{f}" not in ours} == set()


def test_a_point_that_repeats_a_paragraph_is_not_printed_twice() -> None:
    paragraph = Paragraph(text="Ia berharap <em>kolaborasi</em> ini berjalan. Itu saja.")
    repeating, own = Step(title="A", text="ia berharap kolaborasi ini berjalan."), Step(title="B", text="Hal lain.")

    assert without_repeats((paragraph, repeating, own)) == (paragraph, own)
