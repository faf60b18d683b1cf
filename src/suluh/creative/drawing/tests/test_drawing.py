"""Every layout, for three offices and three stories: found by looking, so that a new layout is tested too."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from suluh.content.blocks import Paragraph, Picture, Step, StoryText
from suluh.creative.drawing import (
    LayoutMissing,
    MotifMissing,
    Rendition,
    TextDoesNotFit,
    draw,
    layouts,
    page_count,
    preview,
)
from suluh.creative.drawing.mark import Mark
from suluh.creative.drawing.tests.pictures import opened, qr_module_size, sampled_qr_module_size
from suluh.creative.drawing.tests.samples import (
    BRANDS,
    EXTREME,
    KPK,
    MARK,
    RICH,
    SHORT,
    STORIES,
    SUMSEL,
    TYPICAL,
    suited,
)

PICTURES = [(name, size) for name, layout in layouts().items() if not layout.is_pdf for size in layout.sizes]
WITH_QR = [(name, size) for name, size in PICTURES if layouts()[name].mark == "qr"]
DOCUMENTS = [(name, size) for name, layout in layouts().items() if layout.is_pdf for size in layout.sizes]


def drawn(layout: str, story: StoryText = TYPICAL, size: str | None = None) -> tuple[Rendition, ...]:
    return draw(
        suited(story, layout=layout) if layout in layouts() else story,
        brand=SUMSEL,
        layout=layout,
        size=size,
        mark=MARK,
        partners=(KPK,),
    )


def drawn_or_refused(layout: str, size: str, *, story: str, brand: str) -> tuple[Rendition, ...]:
    """Return the drawing, or nothing where an extreme text is refused by its block's name."""
    try:
        return draw(
            suited(STORIES[story], layout=layout),
            brand=BRANDS[brand],
            layout=layout,
            size=size,
            mark=MARK,
            partners=(KPK,),
        )
    except TextDoesNotFit as refused:
        if story != "extreme" or refused.block not in {"story", *(block.id for block in EXTREME.blocks)}:
            raise
        return ()


@pytest.mark.slow
@pytest.mark.parametrize("story", STORIES)
@pytest.mark.parametrize("brand", BRANDS)
@pytest.mark.parametrize(("layout", "size"), PICTURES)
def test_a_picture_has_the_size_of_its_layout(layout: str, size: str, brand: str, story: str) -> None:
    made = drawn_or_refused(layout, size, story=story, brand=brand)

    described = layouts()[layout].at(size)
    assert not made or len(made) == page_count(suited(STORIES[story], layout=layout), layout=layout)
    for rendition in made:
        assert opened(rendition.data).size == (described.width, described.height) == (rendition.width, rendition.height)
        assert MARK.code in rendition.alt


@pytest.mark.slow
@pytest.mark.parametrize("story", STORIES)
@pytest.mark.parametrize("brand", BRANDS)
@pytest.mark.parametrize(("layout", "size"), DOCUMENTS)
def test_a_document_is_a_tagged_pdf_of_its_page_size(layout: str, size: str, brand: str, story: str) -> None:
    (made,) = draw(suited(STORIES[story], layout=layout), brand=BRANDS[brand], layout=layout, size=size, mark=MARK)

    described = layouts()[layout].at(size)
    pdf = pypdfium2.PdfDocument(made.data)
    assert pdf[0].get_size() == pytest.approx((described.width, described.height), abs=0.1)
    assert pdf.get_metadata_value("Title")
    assert b"/StructTreeRoot" in made.data
    # Readable by screen readers, and kept for years: of the forms for keeping, part 3 lets a seal be embedded.
    assert b"pdfuaid:part" in made.data
    assert b"<pdfaid:part>3</pdfaid:part>" in made.data
    assert b"/OutputIntent" in made.data
    pdf.close()


@pytest.mark.slow
@pytest.mark.parametrize("layout", layouts())
def test_the_same_story_gives_the_same_bytes(layout: str) -> None:
    assert [r.data for r in drawn(layout)] == [r.data for r in drawn(layout)]


@pytest.mark.slow
@pytest.mark.parametrize(("layout", "size"), WITH_QR)
@pytest.mark.parametrize("brand", BRANDS)
def test_every_picture_carries_a_qr_code_that_can_be_read(brand: str, layout: str, size: str) -> None:
    made = draw(
        suited(TYPICAL, layout=layout), brand=BRANDS[brand], layout=layout, size=size, mark=MARK, partners=(KPK,)
    )

    for rendition in made:
        assert qr_module_size(opened(rendition.data), url=MARK.url) >= 3, rendition.name


@pytest.mark.slow
@pytest.mark.parametrize(("layout", "size"), WITH_QR)
def test_a_long_address_still_has_modules_of_three_pixels(layout: str, size: str) -> None:
    mark = replace(MARK, url=f"https://kanal-informasi.{'x' * 40}.sumselprov.go.id/c/{MARK.code}")

    for rendition in draw(suited(TYPICAL, layout=layout), brand=SUMSEL, layout=layout, size=size, mark=mark):
        assert qr_module_size(opened(rendition.data), url=mark.url) >= 3, rendition.name


@pytest.mark.slow
@pytest.mark.parametrize(("layout", "size"), DOCUMENTS)
def test_every_page_of_a_document_carries_the_code_and_a_qr_code_of_half_a_millimetre_a_module(
    layout: str, size: str
) -> None:
    story = replace(TYPICAL, blocks=TYPICAL.blocks * 4) if layout == "press_release" else TYPICAL
    (made,) = drawn(layout, story, size)

    pdf = pypdfium2.PdfDocument(made.data)
    for page in pdf:
        assert MARK.code in page.get_textpage().get_text_bounded()
        # Three px a pt; a module of 0.5 mm is 1.4 pt.
        assert sampled_qr_module_size(page.render(scale=3).to_pil(), url=MARK.url) >= 3 * 1.4
    pdf.close()


@pytest.mark.slow
def test_a_poster_for_a_printing_house_runs_on_into_the_bleed_and_has_crop_marks() -> None:
    pdf = pypdfium2.PdfDocument(drawn("poster", size="a3_print")[0].data)
    page = pdf[0].render(scale=4).to_pil().convert("RGB")
    pdf.close()

    # 24 pt from the sheet's edge the paper is cut; 3 mm around it are drawn, and cut off.
    cut, bleed = 24 * 4, round(8.5 * 4)
    middle = page.height // 3
    assert page.getpixel((cut - bleed + 3, middle)) != (255, 255, 255)
    assert page.getpixel((cut - bleed - 3, middle)) == (255, 255, 255)
    # The marks stand on the line of the cut, outside of the bleed.
    mark = {page.getpixel((x, cut - 60)) for x in range(cut - 2, cut + 3)}
    assert any(sum(colour) < 300 for colour in mark)
    assert {page.getpixel((x, cut - 60)) for x in range(cut + 8, cut + 60)} == {(255, 255, 255)}


@pytest.mark.slow
@pytest.mark.parametrize("layout", ["poster", "press_release"])
def test_a_document_prints_the_address_for_who_cannot_scan(layout: str) -> None:
    pdf = pypdfium2.PdfDocument(drawn(layout)[0].data)
    assert MARK.printed_url in "".join(pdf[0].get_textpage().get_text_bounded().split())
    pdf.close()


@pytest.mark.slow
@pytest.mark.parametrize(("layout", "size"), WITH_QR)
def test_a_picture_prints_the_address_for_who_cannot_scan(
    layout: str, size: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_address = drawn(layout, size=size)[-1].data
    monkeypatch.setattr(Mark, "printed_url", MARK.code)

    assert drawn(layout, size=size)[-1].data != with_address


@pytest.mark.slow
def test_a_press_release_holds_the_whole_text_in_order() -> None:
    (made,) = drawn("press_release")

    pdf = pypdfium2.PdfDocument(made.data)
    text = " ".join(" ".join(page.get_textpage().get_text_bounded() for page in pdf).split())
    pdf.close()
    places = [text.find(words) for words in ("PALEMBANG – Dukungan", "Tantangan kita", "Pertukaran konten", "Awaludin")]
    assert -1 not in places
    assert places == sorted(places)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("story", "count", "brand"),
    [(TYPICAL, 6, "sumsel"), (RICH, 10, "kpk"), (RICH, 10, "sulit")],
    ids=["six", "ten", "ten-mirrored"],
)
def test_the_panorama_runs_on_from_slide_to_slide(story: StoryText, count: int, brand: str) -> None:
    pages = [opened(page.data) for page in draw(story, brand=BRANDS[brand], layout="carousel", mark=MARK)]

    assert len(pages) == count
    # In the ground only the panorama is drawn; across the seam it may change by a line's edge, not more.
    for first, second in pairwise(pages):
        seam = zip(
            first.crop((1079, 1200, 1080, 1350)).tobytes(), second.crop((0, 1200, 1, 1350)).tobytes(), strict=True
        )
        assert sum(abs(left - right) < 20 for left, right in seam) / (3 * 150) > 0.9


@pytest.mark.slow
def test_a_story_cover_keeps_its_letters_out_of_what_networks_cover() -> None:
    cover = opened(drawn("story_cover", EXTREME)[0].data)

    above = cover.crop((0, 0, 1080, 270))
    # Only the sky stands there: every line has one colour.
    assert all(len(set(above.crop((0, y, 1080, y + 1)).get_flattened_data())) == 1 for y in range(0, 270, 5))


@pytest.mark.slow
def test_a_small_preview_of_one_page_is_drawn_alone() -> None:
    (page,) = draw(TYPICAL, brand=SUMSEL, layout="carousel", mark=MARK, scale=0.4, pages=(3,))

    assert page.name == "carousel-3.png"
    assert opened(page.data).size == (432, 540)


@pytest.mark.slow
def test_a_document_is_previewed_as_pictures() -> None:
    pages = preview(TYPICAL, brand=SUMSEL, layout="press_release", mark=MARK)

    assert {page.media_type for page in pages} == {"image/png"}
    assert pages[0].name == "press_release-1.png"


def test_a_page_that_is_not_there_is_not_drawn() -> None:
    assert draw(SHORT, brand=SUMSEL, layout="carousel", mark=MARK, pages=(9,)) == ()


@pytest.mark.slow
@pytest.mark.parametrize(
    "layout", sorted(n for n, layout in layouts().items() if layout.shows[:1] in (("topic",), ("headline",)))
)
def test_a_headline_that_cannot_fit_is_refused_by_name(layout: str) -> None:
    endless = replace(TYPICAL, headline="pencegahan korupsi " * 60)

    with pytest.raises(TextDoesNotFit) as refused:
        drawn(layout, endless)

    assert (refused.value.block, refused.value.kind, refused.value.layout) == ("story", "headline", layout)


@pytest.mark.slow
def test_a_step_that_cannot_fit_names_its_block_and_how_much_to_cut() -> None:
    long = Step(id="terlalu-panjang", title="Pastikan berasal dari situs resmi pemerintah. " * 12)
    story = replace(TYPICAL, blocks=(long, *TYPICAL.blocks))

    with pytest.raises(TextDoesNotFit) as refused:
        drawn("carousel", story)

    assert refused.value.block == "terlalu-panjang"
    assert "Pastikan berasal dari situs resmi …" in str(refused.value)
    shorter = replace(long, title=long.title.strip()[: -refused.value.cut])
    assert drawn("carousel", replace(TYPICAL, blocks=(shorter, *TYPICAL.blocks)))


@pytest.mark.slow
def test_a_long_quote_is_shortened_at_a_sentence_and_says_so() -> None:
    quote = next(b for b in EXTREME.blocks if b.id == "q1")
    story = replace(
        EXTREME, blocks=(quote.with_text(name="text", text="Kalimat ini cukup panjang untuk dipotong. " * 9),)
    )

    (card,) = drawn("quote_card", story)

    assert card.shortened == ("q1",)
    assert "dipotong. …" in card.alt


@pytest.mark.slow
def test_markup_in_a_story_is_drawn_as_it_is_written() -> None:
    trap = '#panic("x") *a* $x^2$ \\u{41} ]) #sys.inputs <b>'
    story = StoryText(headline=trap, blocks=(Paragraph(id="p", text="#read(&quot;/etc/passwd&quot;) *b*"),))

    (made,) = drawn("press_release", story)

    pdf = pypdfium2.PdfDocument(made.data)
    text = re.sub(r"\s+", " ", pdf[0].get_textpage().get_text_bounded())
    pdf.close()
    assert '#panic("x") *a* $x^2$' in text
    assert '#read("/etc/passwd") *b*' in text


@pytest.mark.slow
@pytest.mark.parametrize("headline", ["", "🎉"])
@pytest.mark.parametrize("layout", layouts())
def test_a_story_without_a_headline_yet_can_be_shown(layout: str, headline: str) -> None:
    assert drawn(layout, StoryText(headline=headline))


@pytest.mark.slow
def test_english_stories_have_english_words() -> None:
    made = drawn("link_card", replace(TYPICAL, language="en"))[0]

    assert "Published by Diskominfo Sumsel × KPK RI." in made.alt


@pytest.mark.slow
def test_a_language_without_words_of_its_own_takes_indonesian_ones() -> None:
    assert "Diterbitkan oleh" in drawn("link_card", replace(TYPICAL, language="jv"))[0].alt


def test_an_unknown_layout_is_refused() -> None:
    with pytest.raises(LayoutMissing):
        drawn("../drawing")


def test_an_unknown_motif_is_refused() -> None:
    with pytest.raises(MotifMissing):
        draw(TYPICAL, brand=replace(SUMSEL, motif="../../etc"), layout="link_card", mark=MARK)


def photograph(*, size: tuple[int, int]) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, "#226688").save(out, format="PNG")
    return out.getvalue()


@pytest.mark.slow
@pytest.mark.parametrize("alt", ["Penandatanganan di Palembang", ""])
def test_a_photograph_is_printed_with_its_description(alt: str) -> None:
    story = replace(TYPICAL, blocks=(Picture(media="a.png", alt=alt, credit="Humas"), *TYPICAL.blocks))
    files = {"a.png": photograph(size=(300, 900))}

    (made,) = draw(story, brand=SUMSEL, layout="press_release", mark=MARK, pictures=files)

    # Without a description it is decoration: a figure that says nothing would not be PDF/UA.
    assert (b"Penandatanganan" in made.data) is bool(alt)


@pytest.mark.slow
@pytest.mark.parametrize("layout", layouts())
@pytest.mark.parametrize("size", [(300, 100), (100, 300)])
def test_a_logo_of_the_office_takes_the_place_of_its_initials(
    layout: str, size: tuple[int, int], tmp_path: Path
) -> None:
    logo = tmp_path / "logo.png"
    logo.write_bytes(photograph(size=size))

    with_logo = draw(suited(TYPICAL, layout=layout), brand=replace(SUMSEL, logo=logo), layout=layout, mark=MARK)

    assert with_logo[0].data != draw(suited(TYPICAL, layout=layout), brand=SUMSEL, layout=layout, mark=MARK)[0].data


def test_a_picture_that_is_not_there_is_passed_over() -> None:
    story = replace(SHORT, blocks=(Picture(media="gone.png", alt="x"),))

    assert draw(story, brand=SUMSEL, layout="press_release", mark=MARK)


@pytest.mark.slow
def test_the_alt_text_of_a_quote_card_names_the_quote_alone() -> None:
    (card,) = drawn("quote_card")

    assert TYPICAL.lead not in card.alt
    assert TYPICAL.headline not in card.alt


@pytest.mark.slow
@pytest.mark.parametrize("layout", ["poster", "carousel"])
def test_the_alt_text_leaves_out_what_a_page_does_not_show(layout: str) -> None:
    first = drawn(layout)[0]

    assert "Pertukaran konten" not in first.alt
    assert (TYPICAL.lead in first.alt) is (layout == "poster")


@pytest.mark.slow
def test_a_topic_without_room_on_a_link_card_is_not_named_in_its_alt_text() -> None:
    assert "Kolaborasi antikorupsi" in drawn("link_card")[0].alt
    assert EXTREME.topic not in drawn("link_card", EXTREME)[0].alt
