"""What must hold before a layout is used: its form, its sample, its drawings; and how it travels as a ZIP file."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from suluh.creative.commands.layout import command
from suluh.creative.designing.archive import BadArchive, Files, packed, unpacked
from suluh.creative.designing.checking import check, faults_of
from suluh.creative.designing.form import check_form
from suluh.creative.drawing.layouts import FOLDER, layouts
from suluh.creative.drawing.tests.samples import SUMSEL

BUILT_IN = sorted(layouts())


def files_of(name: str) -> Files:
    return Files(
        **{
            part: (FOLDER / name / file).read_text()
            for part, file in (("form", "layout.toml"), ("program", "layout.typ"), ("sample", "sample.json"))
        }
    )


LINK_CARD = files_of("link_card")


@pytest.mark.parametrize("name", BUILT_IN)
def test_every_built_in_layout_has_a_form_that_may_be_copied(name: str) -> None:
    assert check_form(files_of(name).form) == ()


@pytest.mark.slow
def test_a_copy_of_a_built_in_layout_may_be_used() -> None:
    assert check(LINK_CARD, slug="kartu", brand=SUMSEL) == ()


@pytest.mark.parametrize(
    ("before", "after", "line_of"),
    [
        ("width = 1200", 'width = "besar"', 'width = "besar"'),
        ("height = 630", "height = 9000", "height = 9000"),
        ("shows = [", 'shows = ["harga", ', "shows = ["),
        ("[safe]", "[saef]", "[saef]"),
        ("pages = 1", "halaman = 1", "halaman = 1"),
        ('id = "', "id = ", "id = "),
    ],
)
def test_a_mistake_in_the_form_is_named_with_its_line(before: str, after: str, line_of: str) -> None:
    assert before in LINK_CARD.form
    text = LINK_CARD.form.replace(before, after, 1)
    wanted = 1 + next(number for number, line in enumerate(text.splitlines()) if line.startswith(line_of))
    assert wanted in [fault.line for fault in check_form(text)]


def test_a_word_that_one_language_lacks_is_named() -> None:
    before, _section, after = LINK_CARD.form.partition("[words.en]")
    words = [line for line in after.splitlines() if not line.startswith("alt_code")]
    (fault,) = check_form(before + "[words.en]" + "\n".join(words))
    assert "alt_code" in str(fault.sentence)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("program", "said"),
    [
        ('#import "/drawing/kit.typ": *\n#page(width: 1200pt, height: 630pt)[Halo]', "QR"),
        (
            '#import "/drawing/kit.typ": *\n#page(width: 1200pt, height: 630pt, margin: 9pt, qr(300pt))',
            "Kodenya sendiri",
        ),
        ('#import "/drawing/kit.typ": *\n#page(width: 600pt, height: 630pt, margin: 9pt, qr(300pt))', "600"),
        ('#import "/drawing/kit.typ": *\n\n#page(fill: colour("ungu"))[Halo]', "ungu"),
    ],
)
def test_a_drawing_without_its_mark_or_size_is_not_used(program: str, said: str) -> None:
    found = faults_of(check(replace(LINK_CARD, program=program), slug="kartu", brand=SUMSEL))
    assert any(said in str(fault.sentence) for fault in found)


@pytest.mark.slow
def test_a_mistake_in_the_program_is_named_with_its_line() -> None:
    program = LINK_CARD.program + "\n#tidak-ada\n"
    (fault,) = check(replace(LINK_CARD, program=program), slug="kartu", brand=SUMSEL)
    assert fault.line == len(program.splitlines())


def test_a_colour_of_its_own_is_a_warning_and_another_file_a_mistake() -> None:
    found = check(replace(LINK_CARD, program='#rect(fill: rgb("#ff0000"))\n#read("data.txt")'), slug="k", brand=SUMSEL)
    assert [(fault.line, fault.is_warning) for fault in found] == [(1, True), (2, False)]


@pytest.mark.parametrize("sample", ["{", "[]", '{"blocks": 3}', '{"blocks": [{"kind": "nix"}]}', '{"dated_on": "x"}'])
def test_a_sample_that_is_no_story_is_told(sample: str) -> None:
    (fault,) = faults_of(check(replace(LINK_CARD, sample=sample), slug="kartu", brand=SUMSEL))
    assert fault.file == "sample.json"


def test_a_layout_comes_back_from_its_zip_file_as_it_was() -> None:
    data = packed(LINK_CARD, slug="kartu-tautan", read_me="Baca")
    assert data == packed(LINK_CARD, slug="kartu-tautan", read_me="Baca"), "the same layout gives the same bytes"
    assert unpacked(data) == ("kartu-tautan", LINK_CARD)


def zipped(**entries: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in entries.items():
            file.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        b"bukan zip",
        zipped(**{"layout.toml": b"x"}),
        zipped(**{"../layout.toml": b"x", "layout.typ": b"x"}),
        zipped(**{"/etc/layout.toml": b"x", "layout.typ": b"x"}),
        zipped(**{"a\\..\\layout.toml": b"x", "layout.typ": b"x"}),
        zipped(**{"a/layout.toml": b"x", "b/layout.toml": b"x", "a/layout.typ": b"x"}),
        zipped(**{"layout.toml": b"\xff\xfe", "layout.typ": b"x"}),
        zipped(**{"layout.toml": b"0" * 50_000_000, "layout.typ": b"x"}),
        zipped(**{f"{n}.txt": b"" for n in range(30)}),
    ],
    ids=["no zip", "no program", "slip", "absolute", "backslash", "twice", "not utf-8", "bomb", "many"],
)
def test_a_zip_file_that_tries_more_than_a_layout_is_refused(data: bytes) -> None:
    with pytest.raises(BadArchive):
        unpacked(data)


def test_a_link_in_a_zip_file_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        link = zipfile.ZipInfo("layout.toml")
        link.create_system, link.external_attr = 3, 0o120777 << 16
        file.writestr(link, "/etc/passwd")
        file.writestr("layout.typ", "x")
    with pytest.raises(BadArchive):
        unpacked(out.getvalue())


@pytest.mark.slow
def test_the_command_says_what_the_browser_says(tmp_path: Path) -> None:
    good, bad = tmp_path / "kartu.zip", tmp_path / "kartu"
    good.write_bytes(packed(LINK_CARD, slug="kartu", read_me=""))
    bad.mkdir()
    for name, text in LINK_CARD.named().items():
        (bad / name).write_text(text.replace("width = 1200", "width = 9000"))

    well, ill = (CliRunner().invoke(command, ["check", str(path)]) for path in (good, bad))
    assert well.exit_code == 0, well.output
    assert ill.exit_code == 1
    assert "layout.toml:" in ill.output
