"""The commands of who keeps an installation, as programs of their own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.test import Client

from suluh.agencies.models import Member, Office
from suluh.foundation import tenancy
from tests.other_process import run_python

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True, databases=["default", "owner"])]


def test_from_no_office_to_a_first_operator_who_signs_in_and_a_key(tmp_path: Path) -> None:
    planted = run_python("-m", "suluh", "plant", folder=tmp_path)
    assert planted.returncode == 0, planted.stderr
    assert "sumsel" in planted.stdout
    assert Office.objects.count() == len(planted.stdout.splitlines()) - 1

    invited = run_python("-m", "suluh", "add-operator", "rika@contoh.go.id", "--office", "sumsel", folder=tmp_path)
    assert invited.returncode == 0, invited.stderr
    link = re.search(r"http://localhost(/undangan/[\w-]+/)", invited.stdout)
    assert link
    assert list((tmp_path / "mail").iterdir())
    browser = Client()
    browser.post(link[1], {"name": "Rika", "password": "kata-kata-panjang-9"})
    assert browser.get("/meja/instansi/anggota/").status_code == 200
    with tenancy.whole_house(reason="test"):
        assert Member.objects.get().roles == ["operator"]

    renewed = run_python("-m", "suluh", "keys", "--rotate", "sumsel", "--yes", folder=tmp_path)
    assert renewed.returncode == 0, renewed.stderr
    assert "in use" in run_python("-m", "suluh", "keys", folder=tmp_path).stdout


def test_an_unknown_office_is_a_sentence_and_no_traceback(tmp_path: Path) -> None:
    refused = run_python("-m", "suluh", "add-operator", "rika@contoh.go.id", "--office", "lain", folder=tmp_path)

    assert refused.returncode == 2
    assert "No office is called “lain”" in refused.stderr
    assert "Traceback" not in refused.stderr
