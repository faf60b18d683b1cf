"""Colours that can be read, and the office's profile."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from conftest import build_member
from django.test import Client

from suluh.agencies.actions.edit_brand import BadProfile, BrandChange, edit_brand
from suluh.agencies.colours import BadColour, TooLittleContrast, contrast, contrasts_of, parse_colour
from suluh.agencies.models import Member, Office
from suluh.foundation.models import AuditEntry

GOOD = BrandChange(
    name="Dinas Kominfo",
    short_name="Kominfo",
    initials="DK",
    primary="#C8102E",
    accent="#f9b000",
    ink="#14123c",
    paper="#fff6e6",
)


@pytest.mark.parametrize(
    ("text", "ground", "ratio"),
    [("#000000", "#ffffff", 21.0), ("#ffffff", "#ffffff", 1.0), ("#777777", "#ffffff", 4.48)],
)
def test_contrast_is_that_of_wcag(text: str, ground: str, ratio: float) -> None:
    assert contrast(text, ground=ground) == pytest.approx(ratio, abs=0.005)


@pytest.mark.parametrize("given", ["merah", "#12345", "#12345g", "123456", "#1234567", "#fff"])
def test_what_is_not_a_colour_is_refused(given: str) -> None:
    with pytest.raises(BadColour):
        parse_colour(given)


def test_a_weak_pair_is_named_with_both_numbers() -> None:
    weak = contrasts_of({"primary": "#ff8080", "accent": "#f9b000", "ink": "#14123c", "paper": "#fff6e6"})
    assert [pair.is_enough for pair in weak] == [True, False, True]
    assert "4.5" in weak[1].sentence()


@pytest.fixture
def editor(office: Office) -> Member:
    return build_member(office, roles=("editor",))


def test_the_profile_is_kept_and_the_journal_says_what_changed(editor: Member, acting_office: Office) -> None:
    edit_brand(acting_office, change=GOOD, by=editor)
    acting_office.refresh_from_db()
    assert acting_office.primary == "#c8102e"
    changed = AuditEntry.objects.get(action="agencies.edit_brand").detail["changed"]
    assert changed["name"][1] == "Dinas Kominfo"


def test_what_a_profile_cannot_be(editor: Member, acting_office: Office) -> None:
    for change, refusal in (
        (replace(GOOD, ink="#fff0d0"), TooLittleContrast),
        (replace(GOOD, paper="putih"), BadColour),
        (replace(GOOD, name=" "), BadProfile),
        (replace(GOOD, initials="PANJANG"), BadProfile),
        (replace(GOOD, site="kominfo.go.id"), BadProfile),
    ):
        with pytest.raises(refusal):
            edit_brand(acting_office, change=change, by=editor)


def test_the_page_keeps_what_was_written_and_says_which_pair_is_weak(
    editor: Member, acting_office: Office, signed_in: Callable[[Member], Client]
) -> None:
    browser = signed_in(editor)
    asked = {
        "name": "Baru", "short_name": "Baru", "initials": "B",
        "primary": "#ffaaaa", "accent": "#f9b000", "ink": "#14123c", "paper": "#fff6e6",
    }  # fmt: skip
    page = browser.post("/meja/instansi/profil/", asked)
    assert page.status_code == 422
    assert 'value="Baru"' in page.content.decode()
    acting_office.refresh_from_db()
    assert acting_office.name != "Baru"
    assert browser.post("/meja/instansi/profil/", asked | {"primary": "#c8102e"}).status_code == 302
