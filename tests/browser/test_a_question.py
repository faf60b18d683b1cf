"""The whole way of a question: forwarded, asked, checked by two, debunked, answered to who comes back with a number."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from conftest import build_member, build_office
from playwright.sync_api import Page, expect

from suluh.agencies.models import Member, Office
from suluh.creative.models import Pack
from suluh.foundation import tenancy
from suluh.verification import api as verification
from tests.browser.conftest import PHONE

FORWARD = (
    "📢 *INFO PENTING DARI GRUP SEBELAH* 📢\nBantuan Rp 600 ribu dari Pemprov Sumsel untuk semua pemilik KTP, daftar "
    "di bit.ly/bansos-600 atau hubungi 0812-3456-7890 sebelum malam ini. Sebarkan ke keluarga!!"
)
SAME = "apakah benar ada bantuan 600 ribu dr pemprov sumsel utk pemilik ktp? katanya daftar di bit.ly/bansos-600"
TITLE = "Bantuan Rp 600 ribu dari Pemprov Sumsel untuk semua pemilik KTP"
REASON = "Pemprov Sumsel tidak membagikan bantuan lewat tautan; tautan itu mengumpulkan data pribadi."

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.django_db(transaction=True, databases=["default", "owner"]),
]


def _ask(page: Page, *, site: str, text: str) -> None:
    page.goto(f"{site}/")
    page.locator("#home-check").fill(text)
    page.get_by_role("button", name="Periksa").first.click()
    page.wait_for_url("**/cek/")


def _send(page: Page, *, axe: Callable[[Page], None]) -> str:
    """Send what nobody knows to the desk; return the number."""
    expect(page.get_by_role("heading", level=1)).to_have_text("Belum ada yang memeriksa ini")
    axe(page)
    page.get_by_label(re.compile("Saya setuju")).check()
    page.get_by_role("button", name="Kirim ke meja cek fakta").click()
    page.wait_for_url("**/cek/nomor/**")
    expect(page.get_by_role("heading", level=1)).to_have_text("Menunggu pemeriksa")
    axe(page)
    return page.locator(".number-large").inner_text()


def _propose(page: Page, *, site: str) -> str:
    """Take the claim and propose a verdict; return the card's address."""
    page.goto(f"{site}/meja/cek/")
    expect(page.locator("main")).not_to_contain_text("0812")
    page.get_by_role("button", name=re.compile("^Ambil")).click()
    page.wait_for_url(re.compile(r"/meja/cek/\d+/"))
    page.get_by_role("link", name="Usulkan putusan").click()
    page.locator("#title").fill(TITLE)
    page.get_by_text("Salah", exact=True).click()
    page.locator("#reason").fill(REASON)
    page.get_by_role("button", name="Usulkan putusan ini").click()
    expect(page.locator(".messages")).to_contain_text("Diusulkan")
    return page.url.split("?")[0].split("#")[0]


def _confirm(page: Page, *, address: str) -> None:
    page.goto(address)
    page.get_by_role("button", name="Sahkan dan terbitkan").click()
    expect(page.locator(".messages")).to_contain_text("Disahkan dan terbit")


def _debunk(page: Page, *, address: str) -> str:
    """Begin the debunk from the card and ask for approval; return the story's address."""
    page.goto(address)
    page.locator("button[value=debunk]").click()
    page.wait_for_url(re.compile(r"/meja/naskah/\d+/"))
    story = re.sub(r"(/meja/naskah/\d+/).*", r"\1", page.url)
    page.goto(f"{story}tinjau/")
    page.click("button[value=submit]")
    expect(page.locator("button[value=approve]")).to_have_count(0)
    return story


def _publish(page: Page, *, story: str, work: Callable[[], None]) -> None:
    page.goto(f"{story}tinjau/")
    page.click("button[value=approve]")
    work()
    page.goto(f"{story}paket/")
    expect(page.locator(".pack-card .shot").first).to_be_visible()
    page.goto(f"{story}tinjau/")
    page.click("button[value=publish]")
    expect(page.locator("button[value=publish]")).to_have_count(0)


@pytest.mark.parametrize("size", [PHONE], ids=["phone"])
def test_the_whole_way_of_a_question(
    site: str,
    window: Callable[[], Page],
    sign_in: Callable[[Page, Member], None],
    axe: Callable[[Page], None],
    work: Callable[[], None],
) -> None:
    office = _office_with_a_desk()
    checker, second = (build_member(office, roles=("checker",)) for _person in range(2))
    approver = build_member(office, roles=("editor", "approver"))
    citizen, checking, confirming, deciding = window(), window(), window(), window()

    _ask(citizen, site=site, text=FORWARD)
    number = _send(citizen, axe=axe)
    sign_in(checking, checker)
    address = _propose(checking, site=site)
    citizen.goto(f"{site}/cek/nomor/")
    citizen.get_by_label("Nomor pertanyaan").fill(number.lower().replace("-", " "))
    citizen.get_by_role("button", name="Lihat").click()
    expect(citizen.get_by_role("heading", level=1)).to_have_text("Sedang diperiksa")

    sign_in(confirming, second)
    _confirm(confirming, address=address)
    citizen.reload()
    expect(citizen.get_by_role("heading", level=1)).to_have_text(TITLE)
    expect(citizen.locator(".answer")).to_contain_text(REASON)
    axe(citizen)

    story = _debunk(checking, address=address)
    sign_in(deciding, approver)
    _publish(deciding, story=story, work=work)
    with tenancy.acting(office=office.pk):
        pack = Pack.objects.get(office=office)
        assert (pack.state, pack.problems) == ("ready", [])

    _ask(citizen, site=site, text=SAME)
    expect(citizen.get_by_role("heading", level=1)).to_have_text(TITLE)
    expect(citizen.locator(".answer-verdict")).to_contain_text("Salah")
    axe(citizen)


def _office_with_a_desk() -> Office:
    office = build_office(name="Diskominfo Provinsi Sumatera Selatan", short_name="Diskominfo Sumsel", initials="DS")
    with tenancy.acting(office=office.pk):
        by = build_member(office, roles=("operator",))
        verification.open_desk(verification.DeskSettings(is_default=True), by=by)
    return office
