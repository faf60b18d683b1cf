"""``suluh check`` and ``suluh questions``."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from conftest import build_fact_check, build_member
from pytest_django import Settings

from suluh.agencies.models import Office
from suluh.foundation import tenancy
from suluh.verification import api as verification
from suluh.verification.commands import check, questions
from suluh.verification.models import Tally

pytestmark = pytest.mark.django_db
HOAX = "Air kelapa dicampur garam menyembuhkan demam berdarah, sebarkan ke semua grup!"
Run = Callable[..., Result]


def test_a_known_text_is_answered_with_exit_code_nought_and_not_counted(run_command: Run) -> None:
    known = build_fact_check()

    result = run_command(check.command, HOAX)

    assert result.exit_code == 0
    assert f"Salah: {known.title}" in result.output
    assert known.reason in result.output
    assert not Tally.objects.exists()


def test_json_holds_all_that_was_found(run_command: Run) -> None:
    known = build_fact_check()
    answer = json.loads(run_command(check.command, "--json", HOAX).output)
    assert (answer["outcome"], answer["has_corpus"], answer["found"][0]["id"]) == ("known", True, known.pk)


def test_an_unknown_text_and_an_empty_server_have_their_own_exit_codes(run_command: Run) -> None:
    empty = run_command(check.command, "Hujan lebat di Palembang sore ini")
    assert empty.exit_code == 5
    assert "suluh facts" in empty.output
    build_fact_check()
    unknown = run_command(check.command, "Hujan lebat di Palembang sore ini")
    assert unknown.exit_code == 4
    assert "benar ataupun salah" in unknown.output


def test_a_document_and_the_input_are_read(run_command: Run, tmp_path: Path) -> None:
    build_fact_check()
    file = tmp_path / "pesan.txt"
    file.write_text(f"{HOAX}\n")
    assert run_command(check.command, str(file)).exit_code == 0
    assert run_command(check.command, "-", typed=HOAX).exit_code == 0


def test_questions_are_listed_and_the_key_renewed(
    run_command: Run, office: Office, settings: Settings, tmp_path: Path
) -> None:
    settings.KEYS_FOLDER = tmp_path
    with tenancy.acting(office=office.pk):
        verification.open_desk(verification.DeskSettings(is_default=True), by=build_member(office, roles=("operator",)))
    verification.take_question(verification.Asked(text="kabar"))

    result = run_command(questions.command, "--new-key", "--erase")

    assert result.exit_code == 0
    assert "0002.key" in result.output
    assert f"{office.name}: 1 tersimpan, 0 di antaranya lewat masa" in result.output
