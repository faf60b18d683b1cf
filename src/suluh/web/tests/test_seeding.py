"""What ``suluh run`` plants: a demonstration, or a real installation that grows by files."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from conftest import build_member
from pytest_django import Settings

from suluh.agencies.models import Member, Office
from suluh.foundation import preparing, tenancy
from suluh.settings.environment import read_environment
from suluh.verification import api as verification
from suluh.web import seeding

PROVINCE = Path(__file__).resolve().parents[2] / "agencies" / "provinces" / "bali" / "province.toml"


@pytest.fixture
def further(tmp_path: Path, settings: Settings) -> Path:
    """A folder of SULUH_PROVINCES, empty but for one province."""
    _write_province(tmp_path, name="riau")
    settings.PROVINCE_FOLDERS = (tmp_path,)
    return tmp_path


def _write_province(folder: Path, *, name: str) -> None:
    (folder / name).mkdir()
    (folder / name / "province.toml").write_text(PROVINCE.read_text().replace('slug = "', f'slug = "{name}-'))


@pytest.mark.slow
@pytest.mark.django_db
def test_without_the_demonstration_offices_stand_and_nobody_can_sign_in(further: Path) -> None:
    told = seeding.plant()

    assert Office.objects.filter(slug__startswith="riau-").exists()
    assert not Member.objects.exists()
    assert "add-operator" in told
    assert "Kata sandi" not in told


@pytest.mark.slow
def test_a_province_that_comes_later_is_planted_at_the_next_start(office: Office, further: Path) -> None:
    seeding.seed()
    _write_province(further, name="jambi")
    told = seeding.seed()

    assert Office.objects.filter(slug__startswith="jambi-").count() == 3
    assert not Member.objects.exists(), "a demonstration is planted in an empty database only"
    assert "add-operator" in told


@pytest.mark.slow
@pytest.mark.django_db
def test_real_people_are_never_told_at_the_start() -> None:
    seeding.plant()
    member = build_member(Office.objects.get(slug="sumsel"), email="rika@contoh.go.id")

    assert member.user.email not in seeding.plant()


def test_a_start_looks_again_where_a_province_s_file_is_new_or_changed(tmp_path: Path) -> None:
    environment = replace(read_environment(), provinces=(tmp_path,))
    pictures = [preparing.picture_of(environment)]
    _write_province(tmp_path, name="riau")
    pictures.append(preparing.picture_of(environment))
    (tmp_path / "riau" / "province.toml").write_text("")
    pictures.append(preparing.picture_of(environment))

    assert len(set(pictures)) == 3
    assert preparing.picture_of(environment) == pictures[-1]


@pytest.mark.slow
@pytest.mark.django_db
def test_a_demonstration_has_examples_and_a_desk_at_work() -> None:
    seeding.seed()
    facts = verification.FactCheck.objects.public()
    examples = facts.filter(is_example=True)
    office = Office.objects.get(slug="sumsel")
    with tenancy.acting(office=office.pk):
        claims = verification.Claim.objects.of(office)
        states = set(claims.values_list("state", flat=True))
        asked = max(claims.values_list("asked", flat=True))

    assert examples.count() >= 60
    assert {fact.verdict for fact in examples} == {verdict.slug for verdict in verification.scale().all()}
    assert states == {"open", "checking", "proposed", "answered", "closed"}
    assert asked >= 15, "forwards of one claim are one card"
    assert facts.filter(office=office, is_example=False).count() == 2
    assert verification.FactCheckCorrection.objects.filter(confirmed_at__isnull=False).count() == 1


@pytest.mark.slow
@pytest.mark.django_db
def test_a_second_start_plants_no_second_desk() -> None:
    seeding.seed()
    before = verification.FactCheck.objects.count()

    seeding.seed()

    assert verification.FactCheck.objects.count() == before
