"""Which chart a story's figures make, and how figures are read."""

from __future__ import annotations

import pytest

from suluh.content.blocks import Block, Number, Step, StoryText
from suluh.creative.packs.charting import places_of
from suluh.creative.packs.choose import choose
from suluh.creative.packs.plan import Chart
from suluh.creative.packs.quantities import Quantity, moment, quantity


@pytest.mark.parametrize(
    ("text", "amount", "unit"),
    [
        ("17", 17, ""),
        ("1.250", 1250, ""),
        ("1.234,5", 1234.5, ""),
        ("72 %", 72, "%"),
        ("72,5 persen", 72.5, "%"),
        ("Rp350.000", 350_000, "Rp"),
        ("Rp 3,5 miliar", 3.5e9, "Rp"),
        ("3 juta", 3e6, ""),
        ("3 juta orang", 3e6, "orang"),
        ("128 konten", 128, "konten"),
        ("0", 0, ""),
    ],
)
def test_figures_are_read_as_indonesians_write_them(text: str, amount: float, unit: str) -> None:
    assert quantity(text) == Quantity(amount=amount, unit=unit)


@pytest.mark.parametrize("text", ["", "NaN", "5-7", "12/13", "Rp", "%", "tiga", "1.2.3", "30 Mei 2024"])
def test_what_is_not_one_amount_is_not_guessed(text: str) -> None:
    assert quantity(text) is None


def test_a_point_is_thousands_in_indonesian_and_a_decimal_in_english() -> None:
    assert quantity("1.250") == Quantity(amount=1250)
    assert quantity("1.250", language="en") == Quantity(amount=1.25)


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("30 Mei 2024: Komitmen ditandatangani", "30 Mei 2024"),
        ("2025 – Pelatihan", "2025"),
        ("Januari 2026", "Januari 2026"),
        ("Periksa sumbernya", ""),
        ("2025 laporan", ""),
    ],
)
def test_a_moment_stands_alone_or_before_a_dash(text: str, when: str) -> None:
    assert moment(text) == when


def _chart(*blocks: Block) -> Chart | None:
    return choose(StoryText(headline="Angka", blocks=blocks)).chart


def test_three_figures_of_one_unit_are_bars_from_zero_and_the_others_tiles() -> None:
    chart = _chart(
        Number(value="72 %", label="selesai"),
        *(Number(value=f"{n} konten", label=f"jenis {n}") for n in (128, 64, 0)),
    )

    assert chart is not None
    assert [bar.share for bar in chart.bars] == [1, 0.5, 0]
    assert [(tile.value.text, tile.share) for tile in chart.tiles] == [("72 %", 0.72)]


def test_two_figures_are_tiles_and_only_a_share_from_0_to_100_is_a_ring() -> None:
    chart = _chart(Number(value="140 %", label="naik"), Number(value="17", label="kota"))

    assert chart is not None
    assert [tile.share for tile in chart.tiles] == [None, None]
    assert not chart.bars


def test_three_dates_are_a_timeline_in_the_order_of_the_story() -> None:
    chart = _chart(
        Step(title="30 Mei 2024: Ditandatangani"),
        Number(value="17", label="Januari 2025"),
        Step(title="2026", text="Sistem bersama dipakai."),
    )

    assert chart is not None
    assert [(m.when.text, m.told.text) for m in chart.moments] == [
        ("30 Mei 2024", "Ditandatangani"),
        ("Januari 2025", "17"),
        ("2026", "Sistem bersama dipakai."),
    ]


def test_labels_are_places_only_where_each_names_another_one() -> None:
    known = {"Palembang": ["Palembang"], "OKU": ["Ogan Komering Ulu", "OKU"]}

    assert places_of(["Kota Palembang", "Kab. Ogan Komering Ulu"], known=known) == ["Palembang", "OKU"]
    assert places_of(["Palembang", "Kota Palembang"], known=known) is None
    assert places_of(["Palembang", "Jakarta"], known=known) is None
