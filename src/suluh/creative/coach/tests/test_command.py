"""``suluh coach``"""

from __future__ import annotations

import json
import re

from click.testing import CliRunner

from suluh.creative.coach.tests.places import SAMPLE
from suluh.creative.commands.coach import command


def test_the_findings_are_told_with_their_places() -> None:
    result = CliRunner().invoke(command, [str(SAMPLE)])

    assert result.exit_code == 0
    assert "p6:195" in result.output
    assert "kesalahan      melaluih → melalui" in result.output
    assert re.search(r"^kesalahan \d+, mungkin salah \d+, saran \d+$", result.output, re.MULTILINE)


def test_the_findings_are_given_as_json() -> None:
    result = CliRunner().invoke(command, [str(SAMPLE), "--json", "--word", "kontnen"])

    told = json.loads(result.output)
    found = told["findings"]
    assert [one["name"] for one in told["counted"]] == [
        "sentences",
        "length",
        "passive",
        "quotes",
        "questions",
    ]
    assert {"rule", "block", "field", "start", "end", "text", "severity", "message", "suggestions", "key"} == set(
        found[0]
    )
    assert "kontnen" not in {finding["text"] for finding in found}
