"""The pack page as people use it: from a draft's previews to a link that a colleague opens on a phone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from zipfile import ZipFile

import pytest
from playwright.sync_api import Page, expect

from suluh.agencies.models import Member
from suluh.content import api as content
from suluh.content.models import Story
from suluh.creative.models import ShareLink
from suluh.foundation import tenancy
from suluh.foundation.clock import now

OpenAs = Callable[[Member, str], Page]
Window = Callable[[], Page]

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.django_db(transaction=True, databases=["default", "owner"]),
]
PHONE = (360, 740)
HEADLINE = "Sumsel dan KPK bertukar konten setiap bulan"


@pytest.mark.parametrize("size", [PHONE], indirect=True)
def test_from_a_draft_to_a_link_that_ends(
    open_as: OpenAs,
    window: Window,
    work: Callable[[], None],
    axe: Callable[[Page], None],
    story: Story,
    author: Member,
    approver: Member,
    tolerated: list[str],
) -> None:
    tolerated.append("410 (Gone)")  # what a link that is over answers
    page = open_as(author, f"/meja/naskah/{story.pk}/paket/")
    _see_every_format(page)
    axe(page)
    _change_the_headline(page)
    _choose(page, formats={"carousel", "link_card", "whatsapp"})
    with tenancy.acting(office=author.office_id):
        content.submit_story(Story.objects.get(pk=story.pk), by=author)
        content.approve_story(Story.objects.get(pk=story.pk), by=approver)
    page.reload()
    expect(page.get_by_text("Paket sedang digambar dan disegel")).to_be_visible()
    work()
    _take_everything(page)
    axe(page)
    _add_a_format(page, axe=axe, work=work)
    address = _share(page, axe=axe)
    _open_without_an_account(window(), address=address, axe=axe, office=author.office_id)


def _see_every_format(page: Page) -> None:
    expect(page.get_by_text("Pratinjau: belum disetujui")).to_be_visible()
    for card in page.locator(".pack-card").all():
        card.scroll_into_view_if_needed()
        expect(card.locator(".frame").first).to_be_visible()
    expect(page.locator(".frame-phone img[src^='data:image/webp']").first).to_be_visible()
    expect(page.locator(".frame-thread .frame-post").first).to_be_visible()
    run = page.locator("#format-carousel .swipe-run")
    run.focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#format-carousel .swipe-count")).to_have_text("2/5")


def _change_the_headline(page: Page) -> None:
    card, poster = page.locator("#format-link_card"), page.locator("#format-poster")
    before, other = card.locator("img").get_attribute("src"), poster.locator("img").first.get_attribute("src")
    card.locator(".pack-stands summary").click()
    card.get_by_role("link", name="Judul").click()
    field = card.get_by_label("Judul")
    expect(field).to_be_visible()
    field.fill(HEADLINE)
    card.get_by_role("button", name="Simpan").click()
    expect(card.locator(f'img[alt*="{HEADLINE}"]')).to_be_visible()
    expect(poster.locator(f'img[alt*="{HEADLINE}"]').first).to_be_visible()
    assert card.locator("img").get_attribute("src") != before
    assert poster.locator("img").first.get_attribute("src") != other


def _choose(page: Page, *, formats: set[str]) -> None:
    page.get_by_text("Pilih format untuk naskah ini").click()
    for box in page.locator(".pack-choice input[type=checkbox]").all():
        box.set_checked(box.get_attribute("value") in formats)
    page.get_by_role("button", name="Pakai format ini").click()
    expect(page.locator(".pack-card")).to_have_count(len(formats))


def _add_a_format(page: Page, *, axe: Callable[[Page], None], work: Callable[[], None]) -> None:
    """Add a format to the ready pack, and see it drawn under the pack's own code."""
    code = page.locator(".pack-code strong").inner_text()
    _choose(page, formats={"carousel", "link_card", "whatsapp", "x_thread"})
    expect(page.get_by_text("Format tambahan sedang digambar")).to_be_visible()
    expect(page.get_by_role("button", name="Hentikan")).to_be_visible()
    axe(page)
    work()
    expect(page.locator("#format-x_thread .frame-post").first).to_be_visible()
    assert page.locator(".pack-code strong").inner_text() == code


def _take_everything(page: Page) -> None:
    expect(page.get_by_role("link", name="Unduh semua")).to_be_visible()
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Unduh semua").click()
    with ZipFile(waiting.value.path()) as pack:
        names = set(pack.namelist())
        assert {"SEAL.json", "whatsapp.txt", "teks-alternatif.txt", "baca-saya.txt", "carousel-1.png"} <= names
        assert HEADLINE in pack.read("teks-alternatif.txt").decode()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator("#format-link_card").get_by_role("button", name="Salin teks alternatif").click()
    assert HEADLINE in page.evaluate("navigator.clipboard.readText()")


def _share(page: Page, *, axe: Callable[[Page], None]) -> str:
    page.get_by_role("link", name="Bagikan lewat tautan").click()
    page.get_by_label("Untuk siapa").fill("Ani, Lahat")
    page.get_by_label("1 hari").check()
    page.get_by_role("button", name="Buat tautan").click()
    expect(page.get_by_text("Tautan sudah jadi")).to_be_visible()
    axe(page)
    return page.locator(".copy-text").inner_text()


def _open_without_an_account(page: Page, *, address: str, axe: Callable[[Page], None], office: int) -> None:
    page.goto(address)
    expect(page.get_by_role("heading", name=HEADLINE)).to_be_visible()
    axe(page)
    assert page.context.cookies() == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="link_card.png").click()
    assert waiting.value.path().read_bytes().startswith(b"\x89PNG")
    with tenancy.acting(office=office):
        assert ShareLink.objects.get().opened == 1
        ShareLink.objects.update(made_at=now() - timedelta(days=3), expires_at=now() - timedelta(days=2))
    page.reload()
    expect(page.get_by_text("Tautan ini sudah berakhir")).to_be_visible()
