from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from suluh.content.blocks import dump_story
from suluh.creative.commands.draw import command
from suluh.creative.drawing.motif import PROVINCES
from suluh.creative.drawing.tests.samples import SHORT
from suluh.creative.packs.designing import BadBrandFile, brand_from, story_from


def test_a_brand_is_read_from_a_province_file() -> None:
    brand = brand_from(PROVINCES / "bali" / "province.toml", office="denpasar")

    assert (brand.slug, brand.motif) == ("denpasar", "bali")


def test_a_brand_without_colours_is_refused_by_their_names(tmp_path: Path) -> None:
    file = tmp_path / "brand.toml"
    file.write_text('name = "A"\nshort_name = "A"\ninitials = "A"\n', encoding="utf-8")

    with pytest.raises(BadBrandFile, match="primary, accent, ink, paper"):
        brand_from(file)


def test_a_text_becomes_a_headline_and_paragraphs(tmp_path: Path) -> None:
    file = tmp_path / "naskah.txt"
    file.write_text("Judul\n\nSatu & dua.\nTiga.\n", encoding="utf-8")

    story = story_from(file)

    assert story.headline == "Judul"
    assert [getattr(block, "text", "") for block in story.blocks] == ["Satu &amp; dua.", "Tiga."]


@pytest.mark.slow
def test_the_command_draws_into_a_folder(tmp_path: Path) -> None:
    story = tmp_path / "story.json"
    story.write_text(json.dumps(dump_story(SHORT)), encoding="utf-8")
    brand = str(PROVINCES / "bali" / "province.toml")

    ran = CliRunner().invoke(
        command, [str(story), "--brand", brand, "--layout", "link_card", "--out", str(tmp_path / "out")]
    )

    assert ran.exit_code == 0, ran.output
    assert (tmp_path / "out" / "link_card.png").read_bytes().startswith(b"\x89PNG")
