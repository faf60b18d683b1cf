"""The whole way of one story in a real browser: pasted, mended, approved by another, drawn, published, asked about."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from conftest import build_member, build_office
from playwright.sync_api import Page, expect

from suluh.agencies.models import Member, Office
from suluh.creative.models import Pack
from suluh.foundation import tenancy
from suluh.settings.environment import ROOT

SAMPLE = (ROOT / "samples" / "siaran-pers-palembang-2024-05-30.txt").read_text()

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.django_db(transaction=True, databases=["default", "owner"]),
]


def _paste(page: Page, *, site: str) -> str:
    page.goto(f"{site}/meja/naskah/baru/")
    page.fill("#text", SAMPLE)
    page.click("button[value=text]")
    page.wait_for_url(re.compile(r"/meja/naskah/\d+/"))
    return page.url.split("?")[0].split("#")[0]


def _mend(page: Page, *, wrong: str, right: str) -> None:
    """Click the coach's suggestion for one word, and see that it came into the text."""
    remark = page.locator(".remark", has=page.locator("mark", has_text=re.compile(f"^{wrong}$"))).first
    remark.get_by_role("button", name=right, exact=True).click()
    expect(page.locator(".remark mark", has_text=re.compile(f"^{wrong}$"))).to_have_count(0)


def _write(page: Page, *, site: str, axe: Callable[[Page], None]) -> str:
    """Paste, mend and submit the sample; return the story's address."""
    axe(page)
    address = _paste(page, site=site)
    axe(page)
    for wrong, right in (("melaluih", "melalui"), ("kontnen", "konten"), ("menyebarkam", "menyebarkan")):
        _mend(page, wrong=wrong, right=right)
    accept = page.locator("button[value=accept-all]")
    if accept.count():
        accept.first.click()
    page.goto(f"{address}tinjau/")
    axe(page)
    page.click("button[value=submit]")
    expect(page.locator("button[value=approve]")).to_have_count(0)
    return address


def _approve(page: Page, *, address: str, axe: Callable[[Page], None]) -> None:
    page.goto(f"{address}tinjau/")
    axe(page)
    page.click("button[value=approve]")
    expect(page.locator("button[value=publish]")).to_be_visible()


def _publish(page: Page, *, address: str, axe: Callable[[Page], None]) -> None:
    page.goto(f"{address}paket/")
    expect(page.locator(".pack-card .shot").first).to_be_visible()
    axe(page)
    page.goto(f"{address}tinjau/")
    page.click("button[value=publish]")
    expect(page.locator("button[value=publish]")).to_have_count(0)


def _code_of_the_pack(office: Office) -> str:
    with tenancy.acting(office=office.pk):
        pack = Pack.objects.select_related("code").get(office=office)
        assert pack.state == "ready"
        assert pack.problems == []
        assert pack.code is not None
        return pack.code.text


def _ask(page: Page, *, site: str, code: str, axe: Callable[[Page], None]) -> None:
    page.goto(f"{site}/")
    axe(page)
    page.click("text=Tandatangani")
    expect(page.locator("main")).to_contain_text("Yuyu A. Iskak")
    expect(page.locator("main")).not_to_contain_text("melaluih")
    axe(page)
    page.goto(f"{site}/c/{code.lower()}")
    expect(page.locator("main")).to_contain_text("Diskominfo Sumsel")
    expect(page.locator("main")).to_contain_text(re.compile("asli|berlaku", re.I))
    axe(page)


def test_the_whole_way_of_one_story(
    site: str,
    window: Callable[[], Page],
    sign_in: Callable[[Page, Member], None],
    axe: Callable[[Page], None],
    work: Callable[[], None],
) -> None:
    office = build_office(name="Diskominfo Provinsi Sumatera Selatan", short_name="Diskominfo Sumsel", initials="DS")
    author, approver = build_member(office), build_member(office, roles=("editor", "approver"))
    writing, deciding, citizen = window(), window(), window()

    sign_in(writing, author)
    address = _write(writing, site=site, axe=axe)
    sign_in(deciding, approver)
    _approve(deciding, address=address, axe=axe)
    work()
    _publish(deciding, address=address, axe=axe)
    _ask(citizen, site=site, code=_code_of_the_pack(office), axe=axe)
