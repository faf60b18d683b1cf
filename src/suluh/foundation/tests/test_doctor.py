"""What ``suluh doctor`` says of an installation."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from django.db import connection

from suluh.foundation import doctor
from suluh.settings.environment import Environment, read_environment

Remarks = dict[str, doctor.Remark]


def by_name(remarks: list[doctor.Remark]) -> Remarks:
    return {repr(remark.about): remark for remark in remarks}


def found(remarks: Remarks, *, about: str) -> doctor.Remark:
    return remarks[f"Lazy('{about}', None)"]


@pytest.fixture
def environment(tmp_path: Path) -> Environment:
    return replace(read_environment(), data=tmp_path)


def test_a_key_that_others_may_read_is_named_with_what_to_do(environment: Environment) -> None:
    keys = environment.data / "keys"
    keys.mkdir()
    (keys / "root.pem").write_text("key")
    (keys / "root.pem").chmod(0o644)

    remark = found(by_name(list(doctor.before_database(environment))), about="keys of the seals")

    assert not remark.is_well
    assert "root.pem" in str(remark.said)
    assert "chmod" in str(remark.mend)


def test_keys_for_their_owner_only_are_well(environment: Environment) -> None:
    keys = environment.data / "keys"
    keys.mkdir()
    (keys / "root.pem").write_text("key")
    (keys / "root.pem").chmod(0o600)

    assert found(by_name(list(doctor.before_database(environment))), about="keys of the seals").is_well


@pytest.mark.django_db
def test_the_program_s_role_owns_nothing_and_every_table_has_its_policies(environment: Environment) -> None:
    remarks = by_name(list(doctor.with_database(environment)))

    assert found(remarks, about="database role").is_well
    assert found(remarks, about="row-level security").is_well
    assert found(remarks, about="tables").is_well


@pytest.mark.django_db
def test_a_house_without_a_living_worker_is_not_well(environment: Environment) -> None:
    assert not found(by_name(list(doctor.with_database(environment))), about="workers").is_well

    with connection.cursor() as cursor:
        cursor.execute("insert into procrastinate_workers (last_heartbeat) values (now())")

    assert found(by_name(list(doctor.with_database(environment))), about="workers").is_well
