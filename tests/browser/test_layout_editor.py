"""A layout is copied and changed in a real browser: its picture follows, a mistake is named, it is put in use."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from conftest import build_member
from playwright.sync_api import Page, expect

from suluh.agencies.models import Member, Office
from suluh.creative import api as creative
from suluh.foundation import tenancy

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.django_db(transaction=True, databases=["default", "owner"]),
]


def test_a_layout_is_copied_changed_and_put_in_use(
    open_as: Callable[[Member, str], Page], axe: Callable[[Page], None], office: Office
) -> None:
    page = open_as(build_member(office, roles=("editor",)), "/meja/tata-letak/")
    axe(page)
    page.get_by_role("button", name="Buat salinan Kartu kutipan").click()
    picture = page.locator(".trying-pages img").first
    expect(picture).to_be_visible()
    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")

    before = picture.get_attribute("src")
    program = page.get_by_label("layout.typ")
    text = program.input_value()
    program.fill(text.replace("“", "„").replace("”", "★"))
    expect(page.locator(".trying-pages img").first).not_to_have_attribute("src", before or "")

    program.fill(f"{text}\n#tidak-ada")
    fault = page.get_by_role("link", name="layout.typ, baris")
    expect(fault).to_be_visible()
    expect(page.get_by_text("Tidak ada yang bernama “tidak-ada” di sini.")).to_be_visible()
    expect(page.locator(".code-numbers b").first).to_have_text(str(len(text.split("\n")) + 1))
    fault.click()
    chosen = "document.activeElement.value.slice(document.activeElement.selectionStart)"
    assert page.evaluate(chosen) == "tidak-ada", "the way leads to the place in the text"
    axe(page)

    program.fill(text)
    expect(page.get_by_text("Tidak ada yang perlu diperbaiki")).to_be_visible()
    page.get_by_role("button", name="Simpan dan pakai").click()
    expect(page.get_by_text("Dipakai: paket Anda berikutnya")).to_be_visible()
    with tenancy.acting(office=office.pk):
        assert list(creative.own_layouts(office.pk)) == ["quote-card"]
