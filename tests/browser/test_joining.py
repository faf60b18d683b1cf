"""The first operator of a real installation, in real Chromium: from the printed link to the members page."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from conftest import build_office
from playwright.sync_api import Page

from suluh.agencies.actions.invite_operator import invite_operator
from suluh.foundation import tenancy

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.django_db(transaction=True, databases=["default", "owner"]),
]


def test_the_first_operator_joins_by_the_link_and_sees_who_else_is_invited(
    site: str, window: Callable[[], Page], axe: Callable[[Page], None]
) -> None:
    office = build_office()
    with tenancy.acting():
        first = invite_operator("rika@contoh.go.id", office=office, name="Rika Efianti")
        invite_operator("joni@contoh.go.id", office=office)
    page = window()

    page.goto(first.link)
    axe(page)
    assert page.input_value("input[name=name]") == "Rika Efianti"
    page.fill("input[name=password]", "kata-kata-panjang-9")
    page.press("input[name=password]", "Enter")
    page.wait_for_url("**/meja/")

    page.goto(f"{site}/meja/instansi/anggota/")
    axe(page)
    assert "diundang oleh Pengelola instalasi ini" in page.inner_text("main")
    assert page.locator("nav.desk-side [aria-current=page]").inner_text().strip() == "Anggota"
    page.goto(f"{site}/meja/profil/")
    assert page.locator("nav.desk-side [aria-current=page]").count() == 0
