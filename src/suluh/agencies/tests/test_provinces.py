"""Provinces are files."""

from __future__ import annotations

from pathlib import Path

import pytest

from suluh.agencies.actions.plant_offices import plant_offices
from suluh.agencies.models import Member, Office
from suluh.agencies.province_files import BadProvince, UnknownOffice, brand_of, load_provinces, read_province
from suluh.foundation import tenancy

OFFICE = """
slug = "riau"
name = "Riau"
[[office]]
slug = "riau"
name = "Diskominfotik Provinsi Riau"
short_name = "Diskominfotik Riau"
initials = "RIAU"
kind = "province"
primary = "#0b6b3a"
accent = "#e8b923"
ink = "#0d2b1e"
paper = "#f4faf2"
"""


def test_the_provinces_of_suluh() -> None:
    provinces = {province.slug: province for province in load_provinces()}
    sumsel = provinces["sumatera-selatan"]
    kinds = [office.kind for office in sumsel.offices]
    assert (kinds.count("province"), kinds.count("kabupaten"), kinds.count("kota")) == (1, 13, 4)
    assert [office.brand.slug for office in provinces["nasional"].offices] == ["kpk"]
    assert len(provinces["bali"].offices) == 3
    primaries = [office.brand.primary for province in provinces.values() for office in province.offices]
    assert len(primaries) == len(set(primaries))


def test_a_brand_is_found_without_a_database() -> None:
    assert brand_of("sumsel").motif == "sumatera-selatan"
    with pytest.raises(UnknownOffice, match="sumsel"):
        brand_of("tidak-ada")


def test_a_further_province_is_a_folder(tmp_path: Path) -> None:
    (tmp_path / "riau").mkdir()
    (tmp_path / "riau" / "province.toml").write_text(OFFICE)
    assert "riau" in {province.slug for province in load_provinces([tmp_path])}
    assert brand_of("riau", folders=[tmp_path / "riau"]).motif == "nasional"


@pytest.mark.parametrize(
    ("before", "after", "named"),
    [
        ('slug = "riau"\nname', 'slug = "Riau!"\nname', "slug"),
        ('kind = "province"', 'kind = "desa"', "kind"),
        ("#f4faf2", "#0b6b3a", "4.5"),
        ("#f4faf2", "putih", "putih"),
        ('initials = "RIAU"', "", "initials"),
        ('initials = "RIAU"', 'initials = "PANJANG"', "initials"),
        ('initials = "RIAU"', 'initials = "RIAU"\nlogo = "x"', "logo"),
        ('initials = "RIAU"', "initials = 3", "[[office]] 1"),
        ("[[office]]", "[[kantor]]", "[[office]]"),
        ("[[office]]", "[[office", "TOML"),
    ],
)
def test_a_bad_file_is_refused_with_its_place(tmp_path: Path, before: str, after: str, named: str) -> None:
    file = tmp_path / "province.toml"
    file.write_text(OFFICE.replace(before, after, 1))
    with pytest.raises(BadProvince) as refusal:
        read_province(file)
    assert named in str(refusal.value)
    assert "province.toml" in str(refusal.value)


def test_two_of_one_name_and_an_empty_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(BadProvince, match=r"province\.toml"):
        load_provinces([tmp_path])
    for name in ("satu", "dua"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "province.toml").write_text(OFFICE)
    with pytest.raises(BadProvince, match="riau"):
        load_provinces([tmp_path])
    (tmp_path / "dua" / "province.toml").write_text(OFFICE.replace('"riau"\nname = "Riau"', '"lain"\nname = "Lain"'))
    with pytest.raises(BadProvince, match="riau"):
        load_provinces([tmp_path])


@pytest.mark.slow
def test_planting_twice_changes_nothing_that_people_changed(db: None) -> None:
    provinces = load_provinces()
    plant_offices(provinces, with_people=True, password="rahasia-sekali-7")
    with tenancy.whole_house(reason="test"):
        Office.objects.filter(slug="palembang").update(name="Diganti operator")
        plant_offices(provinces, with_people=True, password="rahasia-sekali-7")
        assert Office.objects.count() == 22
        assert Office.objects.get(slug="palembang").name == "Diganti operator"
        assert Member.objects.filter(office__slug="kpk").count() == 5
