"""``suluh narrate``"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from suluh.creative.commands.narrate import command

pytestmark = pytest.mark.slow
SAMPLE = Path(__file__).resolve().parents[5] / "samples" / "siaran-pers-palembang-2024-05-30.txt"


def test_a_release_is_told_shorter_with_its_sentences() -> None:
    result = CliRunner().invoke(command, [str(SAMPLE)])
    assert result.exit_code == 0
    assert "Rika Efianti: Pemanfaatan media sosial saat ini sangat populer" in result.output
    assert "← Kepala Diskominfo Sumsel, Rika Efianti" in result.output


def test_it_is_given_as_json() -> None:
    found = json.loads(CliRunner().invoke(command, [str(SAMPLE), "--json"]).output)
    assert len(found["headlines"]) == 3
    assert {"block", "field", "start", "end"} == set(found["points"][0]["place"])
