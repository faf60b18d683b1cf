"""The check desk in a real browser: by keyboard and by touch, refreshed under one's hands, words kept on the device."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from suluh.agencies.models import Member
from suluh.verification import api as verification
from suluh.verification.models import Claim
from suluh.web.checks.tests.conftest import (
    OTHER,
    Ask,
    answered,
    ask,
    checker,
    claim,
    desk,
    fact,
    proposed,
    second_checker,
)
from tests.browser.conftest import LAPTOP, PHONE

__all__ = ["answered", "ask", "checker", "claim", "desk", "fact", "proposed", "second_checker"]
OpenAs = Callable[[Member, str], Page]
Axe = Callable[[Page], None]

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.django_db(transaction=True, databases=["default", "owner"]),
]
laptop = pytest.mark.parametrize("size", [LAPTOP], ids=["laptop"])
phone = pytest.mark.parametrize("size", [PHONE], ids=["phone"])


def state_of(claim: verification.Claim) -> str:
    return Claim.objects.get(pk=claim.pk).state


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.id"))


@laptop
def test_a_claim_is_answered_by_two_people_with_their_keyboards_alone(
    open_as: OpenAs, ask: Ask, checker: Member, second_checker: Member
) -> None:
    claim, other = ask(times=2), ask(OTHER)
    page = open_as(checker, "/meja/cek/")
    page.keyboard.press("j")
    assert focused(page) == f"claim-{claim.pk}"
    page.keyboard.press("j")
    assert focused(page) == f"claim-{other.pk}"
    page.keyboard.press("k")
    page.keyboard.press("a")
    page.wait_for_url(f"**/meja/cek/{claim.pk}/")
    page.keyboard.press("v")
    page.keyboard.press("ArrowDown")  # from "benar" to "salah"
    page.keyboard.press("Tab")
    page.keyboard.type("Tautan itu bukan milik pemerintah.")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Usulkan putusan ini").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".messages")).to_contain_text("Diusulkan")

    theirs = open_as(second_checker, "/meja/cek/?saring=usulan")
    theirs.keyboard.press("j")
    theirs.keyboard.press("Enter")
    theirs.wait_for_url(f"**/meja/cek/{claim.pk}/")
    theirs.keyboard.press("v")
    assert state_of(claim) == "proposed"  # the key leads to the button; publishing takes Enter
    theirs.keyboard.press("Enter")
    expect(theirs.locator(".messages")).to_contain_text("Disahkan dan terbit")
    answered = Claim.objects.get(pk=claim.pk)
    assert answered.fact_check is not None
    assert (answered.state, answered.fact_check.verdict) == ("answered", "salah")


@laptop
def test_typing_is_never_taken_for_a_key_and_keys_can_be_switched_off(
    open_as: OpenAs, claim: verification.Claim, checker: Member
) -> None:
    page = open_as(checker, "/meja/cek/")
    page.keyboard.press("/")
    page.keyboard.type("jak a?")
    expect(page.locator("#q")).to_have_value("jak a?")
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Tombol")).to_be_visible()
    page.get_by_label("Tombol tunggal dipakai").uncheck()
    page.keyboard.press("Escape")
    page.reload()
    page.keyboard.press("j")
    assert focused(page) != f"claim-{claim.pk}"
    assert state_of(claim) == "open"


@laptop
def test_the_queue_refreshes_itself_and_leaves_the_focus_where_it_is(
    open_as: OpenAs, ask: Ask, checker: Member
) -> None:
    claim = ask()
    page = open_as(checker, "/meja/")
    page.clock.install()
    page.goto(page.url.split("/meja/")[0] + "/meja/cek/")
    page.keyboard.press("j")
    ask(OTHER, times=3)
    page.clock.run_for(16_000)
    expect(page.locator(".claim-card")).to_have_count(2)
    assert focused(page) == f"claim-{claim.pk}"
    page.keyboard.press("k")
    page.keyboard.press("j")
    assert focused(page) == f"claim-{claim.pk}"  # it stands second now


@laptop
def test_who_is_signed_out_meanwhile_keeps_the_queue_on_the_screen(
    open_as: OpenAs, claim: verification.Claim, checker: Member
) -> None:
    page = open_as(checker, "/meja/")
    page.clock.install()
    page.goto(page.url.split("/meja/")[0] + "/meja/cek/")
    page.context.clear_cookies()
    with page.expect_response(re.compile("/akun/login/")):
        page.clock.run_for(16_000)
    page.clock.run_for(1_000)
    expect(page.locator(".claim-card")).to_have_count(1)
    expect(page.locator("input[name=password]")).to_have_count(0)
    expect(page.locator("[data-stale]")).to_be_visible()


@laptop
def test_a_verdict_half_typed_is_there_after_a_reload(
    open_as: OpenAs, claim: verification.Claim, checker: Member
) -> None:
    verification.take_claim(claim, by=checker)
    page = open_as(checker, f"/meja/cek/{claim.pk}/")
    page.locator("#verdict-salah").check()
    page.locator("#reason").fill("Tautan itu palsu.")
    expect(page.locator(".counted")).to_have_text("183 tanda lagi")
    page.reload()
    expect(page.locator("#reason")).to_have_value("Tautan itu palsu.")
    expect(page.locator("#verdict-salah")).to_be_checked()
    page.get_by_role("button", name="Buang").click()
    expect(page.locator("#reason")).to_have_value("")
    page.reload()
    expect(page.locator("#reason")).to_have_value("")


@phone
def test_a_claim_is_taken_and_answered_by_touch(open_as: OpenAs, claim: verification.Claim, checker: Member) -> None:
    page = open_as(checker, "/meja/cek/")
    page.get_by_role("button", name="Ambil").click()
    page.wait_for_url(f"**/meja/cek/{claim.pk}/")
    page.get_by_role("link", name="Usulkan putusan").click()
    page.locator("#title").fill("Bantuan Rp 600 ribu dibagikan lewat tautan")
    page.get_by_text("Salah", exact=True).click()
    page.locator("#reason").fill("Tautan itu palsu.")
    page.get_by_role("button", name="Usulkan putusan ini").click()
    expect(page.locator(".messages")).to_contain_text("Diusulkan")
    assert state_of(claim) == "proposed"


def test_every_page_of_the_check_desk_fits_and_breaks_no_rule(
    open_as: OpenAs, axe: Axe, ask: Ask, fact: verification.FactCheck, checker: Member, second_checker: Member
) -> None:
    free, mine = ask(OTHER), ask("Gaji PNS dipotong untuk ibu kota baru? Kabarnya mulai bulan depan.")
    near = ask("Benarkah bantuan Rp 500 ribu dibagikan kepada setiap warga di Medan lewat tautan pendaftaran?")
    verification.take_claim(mine, by=checker)
    verification.add_evidence(
        mine, evidence=verification.NewEvidence(note="Bantahan", link="https://contoh.go.id/bantahan"), by=checker
    )
    page = open_as(checker, "/meja/cek/")
    site = page.url.split("/meja/")[0]
    claims = [f"{claim.pk}/" for claim in (free, mine, near, fact.claims.get())]
    for address in ("", "?saring=terjawab", "?q=tidak-ada", *claims, f"{mine.pk}/pertanyaan/",
                    f"putusan/{fact.pk}/", "angka/", "sumber/"):  # fmt: skip
        page.goto(f"{site}/meja/cek/{address}")
        page.evaluate("document.querySelectorAll('main details').forEach((folded) => (folded.open = true))")
        axe(page)
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), address
    page.goto(f"{site}/meja/cek/")
    page.keyboard.press("?")
    axe(page)
