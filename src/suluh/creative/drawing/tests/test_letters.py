"""Typefaces and emoji as they come out of a drawing."""

from __future__ import annotations

import contextlib
from dataclasses import replace

import pypdfium2
import pytest

from suluh.agencies.typefaces.find import typefaces
from suluh.content.blocks import Paragraph, StoryText
from suluh.creative.drawing import Rendition, draw
from suluh.creative.drawing.tests.samples import MARK, SUMSEL, TYPICAL


def _drawn(layout: str, story: StoryText) -> tuple[Rendition, ...]:
    return draw(story, brand=SUMSEL, layout=layout, mark=MARK)


@pytest.mark.slow
def test_emoji_are_drawn_and_other_scripts_are_left_out_and_told() -> None:
    headline = "Hore 🎉 👩‍⚕️ 🇮🇩 1️⃣ ❤️ 👍🏽 ☎ → 漢字 محمد"
    story = StoryText(headline=headline, blocks=(Paragraph(id="p", text="Selamat 🙏🏻 ⚠️ semua."),))

    card, release = *_drawn("link_card", story), *_drawn("press_release", story)

    assert card.left_out == release.left_out == "漢字محمد"
    assert "🎉" in card.alt
    assert _drawn("link_card", replace(story, headline="Hore → 漢字"))[0].data != card.data
    # A PDF/UA with a letter that has no glyph would have been refused; its text can be read out.
    with contextlib.closing(pypdfium2.PdfDocument(release.data)) as pdf:
        assert "🎉" in pdf[0].get_textpage().get_text_range()


@pytest.mark.slow
@pytest.mark.parametrize("typeface", [slug for slug in typefaces() if slug != "plus-jakarta-sans"])
def test_a_brand_is_drawn_in_its_own_letters(typeface: str) -> None:
    brand = replace(SUMSEL, typeface=typeface)

    made = draw(TYPICAL, brand=brand, layout="press_release", mark=MARK)[0]

    assert made.left_out == ""
    assert typefaces()[typeface].family.replace(" ", "").encode() in made.data


@pytest.mark.slow
def test_a_long_run_of_emoji_breaks_between_them_and_not_inside() -> None:
    story = StoryText(headline="Hore", blocks=(Paragraph(id="p", text="👩‍⚕️🇮🇩❤️👍🏽1️⃣" * 40),))

    (release,) = _drawn("press_release", story)

    with contextlib.closing(pypdfium2.PdfDocument(release.data)) as pdf:
        assert pdf[0].get_textpage().get_text_range().count("🇮🇩") == 40
