"""The frame: style sheets, components, navigation, the desk's language."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.test import Client
from django.utils import translation
from django.utils.formats import date_format

from suluh.agencies.api import Member
from suluh.web.navigation import entries, lines_for
from suluh.web.statics import WEB, behaviours, style_sheets

Browser = Callable[[Member], Client]
TOKENS = WEB / "styles" / "1-tokens.css"
STYLES = [*WEB.glob("styles/*.css"), *WEB.glob("components/*/*.css")]


def _rules_of(path: Path) -> str:
    """Return the style without comments and without the conditions of media queries, which cannot hold tokens."""
    return re.sub(r"@media[^{]*\{|/\*.*?\*/", "", path.read_text(), flags=re.DOTALL)


@pytest.mark.parametrize("path", [p for p in STYLES if p != TOKENS], ids=lambda p: p.name)
def test_styles_name_no_raw_colour(path: Path) -> None:
    raw = re.findall(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgb|hsl)a?\(", re.sub(r"url\([^)]*\)", "", _rules_of(path)))
    assert raw == []


def test_every_token_used_is_defined() -> None:
    text = "\n".join(path.read_text() for path in STYLES)
    used = set(re.findall(r"var\((--[\w-]+)", text))
    defined = set(re.findall(r"(--[\w-]+):", text))
    assert used - defined == set()


def test_every_token_defined_is_used() -> None:
    text = "\n".join(path.read_text() for path in STYLES)
    defined = set(re.findall(r"^\s*(--[\w-]+):", TOKENS.read_text(), flags=re.MULTILINE))
    assert defined - set(re.findall(r"var\((--[\w-]+)", text)) == set()


@pytest.mark.parametrize("folder", sorted(p for p in WEB.glob("components/*") if p.is_dir()), ids=lambda p: p.name)
def test_a_component_shows_itself_by_an_example(folder: Path) -> None:
    assert (folder / "example.html").exists()


def test_behaviours_are_small() -> None:
    assert [name for name, text in behaviours().items() if len(text.splitlines()) > 100] == []


def test_the_public_style_sheet_leaves_the_desk_out() -> None:
    sheets = style_sheets()
    assert ".desk-side" in sheets["suluh/desk.css"]
    assert ".desk-side" not in sheets["suluh/public.css"]
    assert len(sheets["suluh/public.css"]) < len(sheets["suluh/desk.css"])


def test_every_component_is_shown_to_a_member(author: Member, signed_in: Browser) -> None:
    page = signed_in(author).get("/meja/komponen/").content.decode()
    for folder in WEB.glob("components/*/example.html"):
        assert f'id="component-{folder.parent.name}"' in page
    assert author.user.name in page


def test_a_visitor_is_sent_to_sign_in(db: None, client: Client) -> None:
    assert client.get("/meja/komponen/")["Location"].startswith("/akun/login/")


def test_the_desk_speaks_the_language_chosen(author: Member, signed_in: Browser) -> None:
    browser = signed_in(author)
    assert '<html lang="id">' in browser.get("/meja/komponen/").content.decode()
    answer = browser.post("/bahasa/", {"language": "en", "next": "/meja/komponen/"})
    assert answer["Location"] == "/meja/komponen/"
    assert '<html lang="en">' in browser.get("/meja/komponen/").content.decode()


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example", "javascript:alert(1)", ""])
def test_choosing_a_language_leads_nowhere_else(db: None, client: Client, back: str) -> None:
    assert client.post("/bahasa/", {"language": "en", "next": back})["Location"] == "/meja/"


def test_navigation_shows_what_a_member_may_open(author: Member) -> None:
    shown = {line.label for line in lines_for(author, path="/meja/")}
    for entry in entries():
        assert (str(entry.label) in shown) == (not entry.right or author.may(entry.right))
    assert lines_for(None, path="/") == []


@pytest.mark.parametrize(
    ("path", "current"),
    [
        ("/meja/", "/meja/"),
        ("/meja/naskah/7/", "/meja/"),
        ("/meja/naskah/7/revisi/", "/meja/"),
        ("/meja/naskah/baru/", "/meja/naskah/baru/"),
        ("/meja/media/3/", "/meja/media/"),
        ("/meja/instansi/anggota/4/peran/", "/meja/instansi/anggota/"),
        ("/meja/profil/", None),
        ("/meja/komponen/", None),
    ],
)
def test_the_line_of_the_page_is_current_and_no_other(operator: Member, path: str, current: str | None) -> None:
    operator.roles = ["author", "operator"]
    assert [line.url for line in lines_for(operator, path=path) if line.is_current] == ([current] if current else [])


def test_the_bar_of_a_phone_holds_the_lines_of_an_author(author: Member, signed_in: Browser) -> None:
    """Four fit into 360 px; what is opened once a year stands in the personal menu."""
    assert len(lines_for(author, path="/meja/")) <= 4
    menu = signed_in(author).get("/meja/").content.decode().split('class="menu-panel"')[-1]
    assert 'href="/meja/instansi/kunci/"' in menu


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("kind", ["TIME_FORMAT", "DATETIME_FORMAT", "SHORT_DATETIME_FORMAT"])
@pytest.mark.parametrize(("hour", "shown"), [(0, "0.05"), (12, "12.05"), (15, "15.05")])
def test_hours_are_of_0_to_24_in_both_languages(language: str, kind: str, hour: int, shown: str) -> None:
    with translation.override(language):
        said = date_format(datetime(2026, 11, 23, hour, 5, tzinfo=UTC), kind)
        on_the_hour = date_format(datetime(2026, 11, 23, hour, 0, tzinfo=UTC), kind)
    assert said.replace(":", ".").endswith(shown)
    assert not re.search("[ap].m.|noon|midnight", said + on_the_hour)


def test_a_page_of_nobodys_line_marks_none(author: Member, signed_in: Browser) -> None:
    page = signed_in(author).get("/meja/profil/").content.decode()
    assert 'class="desk-side"' in page
    assert 'aria-current="page"' not in page
