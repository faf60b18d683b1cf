from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from suluh.content.blocks import Picture, Quote, dump_story
from suluh.creative.commands.draw import command
from suluh.creative.drawing.motif import PROVINCES
from suluh.creative.drawing.tests.samples import SHORT
from suluh.creative.packs.designing import BadBrandFile, brand_from, story_from, with_picture


def test_a_brand_is_read_from_a_province_file() -> None:
    brand = brand_from(PROVINCES / "bali" / "province.toml", office="denpasar")

    assert (brand.slug, brand.motif) == ("denpasar", "bali")


def test_a_brand_without_colours_is_refused_by_their_names(tmp_path: Path) -> None:
    file = tmp_path / "brand.toml"
    file.write_text('name = "A"\nshort_name = "A"\ninitials = "A"\n', encoding="utf-8")

    with pytest.raises(BadBrandFile, match="primary, accent, ink, paper"):
        brand_from(file)


def test_a_press_release_becomes_a_story_with_its_quotes(tmp_path: Path) -> None:
    file = tmp_path / "naskah.txt"
    file.write_text(
        "Sumsel & KPK Bertukar Konten\n\nPalembang - Kedua lembaga bertukar konten antikorupsi, Kamis (30/05/2024).\n\n"
        "“Kita perlu konten yang baik,” ujar Sekda Sumatera Selatan, Ir. S. A. Supriono.\n",
        encoding="utf-8",
    )

    story = story_from(file)

    assert story.headline == "Sumsel & KPK Bertukar Konten"
    assert [quote.speaker for quote in story.of_kind(Quote)] == ["Ir. S. A. Supriono"]


def test_a_photograph_is_added_before_the_text() -> None:
    story = with_picture(SHORT, name="foto.jpg", credit="Humas")

    assert [(p.media, p.credit) for p in story.of_kind(Picture)] == [("foto.jpg", "Humas")]


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


@pytest.mark.slow
def test_the_command_draws_what_suits_the_story_in_the_size_that_is_asked_for(tmp_path: Path) -> None:
    story = tmp_path / "story.json"
    story.write_text(json.dumps(dump_story(SHORT)), encoding="utf-8")
    brand = str(PROVINCES / "bali" / "province.toml")

    ran = CliRunner().invoke(command, [str(story), "--brand", brand, "--size", "a4", "--out", str(tmp_path / "out")])

    assert ran.exit_code == 0, ran.output
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["poster-a4.pdf"]
