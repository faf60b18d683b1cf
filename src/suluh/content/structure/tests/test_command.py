"""``suluh structure`` on the command line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from django.conf import settings
from django.utils import translation

from suluh.content.commands.structure import command
from suluh.content.readers.contract import KindUnknown
from suluh.foundation.language import spoken


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    """Say refusals in English, whether Django is set up or not."""
    token = spoken.set("en")
    if settings.configured:
        with translation.override("en"):
            yield
    else:
        yield
    spoken.reset(token)


TEXT = "Lahat – Bupati Lahat, Bursah Zarnubi, membuka acara, Senin (3/6/2024).\n“Mari belajar bersama,” katanya.\n"


def test_it_tells_people_what_was_found() -> None:
    told = CliRunner().invoke(command, ["-", "--language", "id"], input=TEXT)
    assert told.exit_code == 0
    assert "“Mari belajar bersama.”" in told.output
    assert "  Mari belajar bersama.\n" in told.output
    assert "— Bursah Zarnubi, Bupati Lahat" in told.output


def test_it_gives_programs_json(tmp_path: Path) -> None:
    file = tmp_path / "rilis.txt"
    file.write_bytes(TEXT.encode("utf-16"))
    told = CliRunner().invoke(command, [str(file), "--json"])
    found = json.loads(told.output)
    assert found["format"] == "suluh.structure/1"
    assert found["dated_on"] == "2024-06-03"
    assert found["quotes"][0]["speaker"] == "Bursah Zarnubi"
    quote = found["quotes"][0]
    assert found["text"][quote["start"] : quote["end"]] == "“Mari belajar bersama,”"


def test_what_is_no_text_is_refused() -> None:
    told = CliRunner().invoke(command, ["-"], input=bytes(range(256)) * 4)
    with pytest.raises(KindUnknown):
        raise told.exception or AssertionError("nothing was refused")
