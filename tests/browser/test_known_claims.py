"""A hoax in an own draft, in a real browser: found while it is written, decided by a checker, readable on a phone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from conftest import build_fact_check, build_member, build_text
from playwright.sync_api import Page, expect

from suluh.agencies.models import Member, Office
from suluh.content import api as content
from suluh.content.blocks import Paragraph
from suluh.foundation import tenancy
from suluh.verification import api as verification

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.django_db(transaction=True, databases=["default", "owner"]),
]
HOAX = "Air kelapa dicampur garam menyembuhkan demam berdarah"


def test_a_checker_decides_about_a_sentence(
    open_as: Callable[[Member, str], Page], axe: Callable[[Page], None], office: Office
) -> None:
    build_fact_check(title=HOAX)
    author, checker = build_member(office, roles=("author",)), build_member(office, roles=("checker",))
    with tenancy.acting(office=office.pk):
        story = content.begin_story(build_text(blocks=(Paragraph(text=f"{HOAX}, kata sebuah pesan."),)), by=author)
        verification.look_at(story)
    page = open_as(author, f"/meja/naskah/{story.pk}/")
    expect(page.locator(".known-claim-bad")).to_contain_text(HOAX)
    axe(page)
    with tenancy.acting(office=office.pk):
        content.submit_story(story, by=author)

    page = open_as(checker, "/meja/")
    page.get_by_role("link", name=story.headline).first.click()
    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    page.get_by_label("Alasan Anda").fill("Kalimat ini mengutip pesan yang dibantah.")
    page.get_by_role("button", name="Bukan klaim itu").click()

    expect(page.get_by_text("Diputuskan: bukan klaim itu.")).to_be_visible()
    with tenancy.acting(office=office.pk):
        assert [match.state for match in verification.matches_of(story, text=story.text())] == ["cleared"]
