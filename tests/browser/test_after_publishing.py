"""What becomes of a published story, by the hands of two people, and what a citizen then sees."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from suluh.agencies.models import Member
from suluh.content.models import Story
from tests.browser.conftest import LAPTOP

OpenAs = Callable[[Member, str], Page]
NOTE = "Jumlah daerah yang menandatangani keliru."

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.django_db(transaction=True, databases=["default", "owner"]),
]


@pytest.fixture
def size() -> tuple[int, int]:
    """The office's laptops."""
    return LAPTOP


def _leave(page: Page, *, story: Story, way: str) -> None:
    """Choose a way out on the story's page, and give the reason and the note."""
    page.locator(f"a[href='/meja/naskah/{story.pk}/{way}/']").click()
    page.fill("#reason", "Pelapor menemukan kesalahan.")
    page.fill("#public_note", NOTE)


def test_a_correction_is_written_by_one_and_put_out_by_another(
    open_as: OpenAs, window: Callable[[], Page], site: str, published_story: Story, author: Member, approver: Member
) -> None:
    page = open_as(author, f"/meja/naskah/{published_story.pk}/tinjau/")
    page.locator(f"a[href='/meja/naskah/{published_story.pk}/ralat/']").click()
    page.fill("#lead", "Tujuh belas daerah menandatangani.")
    expect(page.locator(".editor-status")).to_have_attribute("data-state", "device")
    page.reload()  # the server does not have it yet, the device does
    page.locator("suluh-kept [data-restore]").click()
    expect(page.locator("#lead")).to_have_value("Tujuh belas daerah menandatangani.")
    page.locator("button[value=propose]").click()
    page.wait_for_url("**/ralat/putuskan/")
    expect(page.locator("ins").first).to_have_text("Tujuh")
    expect(page.locator("button[value=correct]")).to_have_count(0)

    citizen = window()
    citizen.goto(f"{site}{published_story.get_absolute_url()}")
    expect(citizen.locator(".story-lead")).not_to_contain_text("Tujuh belas")
    deciding = open_as(approver, "/meja/")
    deciding.locator(".waiting-correction a").click()
    deciding.fill("#reason", "Angka di paragraf pembuka salah.")
    deciding.fill("#public_note", NOTE)
    deciding.locator("button[value=correct]").click()
    deciding.wait_for_url("**/tinjau/")
    citizen.reload()
    expect(citizen.locator(".story-lead")).to_have_text("Tujuh belas daerah menandatangani.")
    expect(citizen.locator(".notice")).to_contain_text(NOTE)


def test_a_withdrawn_story_stays_readable_under_its_note_and_leaves_the_lists(
    open_as: OpenAs, window: Callable[[], Page], site: str, published_story: Story, approver: Member
) -> None:
    citizen = window()
    citizen.goto(f"{site}/")
    expect(citizen.locator("main")).to_contain_text(published_story.headline)
    page = open_as(approver, f"/meja/naskah/{published_story.pk}/tinjau/")
    _leave(page, story=published_story, way="sembunyikan")
    page.locator("#leave .button-danger").click()
    page.wait_for_url("**/tinjau/")

    answer = citizen.goto(f"{site}{published_story.get_absolute_url()}")
    assert answer is not None
    assert answer.status == 200
    expect(citizen.locator(".notice-warning")).to_contain_text(NOTE)
    expect(citizen.locator("h1")).to_have_text(published_story.headline)
    citizen.goto(f"{site}/")
    citizen.reload()  # what the browser kept for a minute is asked for again
    expect(citizen.locator("main")).not_to_contain_text(published_story.headline)


def test_a_recalled_story_answers_410_with_its_note_and_none_of_its_words(
    open_as: OpenAs,
    window: Callable[[], Page],
    site: str,
    published_story: Story,
    approver: Member,
    axe: Callable[[Page], None],
    tolerated: list[str],
) -> None:
    tolerated.append("status of 410")
    page = open_as(approver, f"/meja/naskah/{published_story.pk}/tinjau/")
    _leave(page, story=published_story, way="tarik")
    page.locator("#leave .button-danger").click()
    expect(page).to_have_url(re.compile("/tarik/$"))  # not without the tick
    page.check("#confirmed")
    page.locator("#leave .button-danger").click()
    page.wait_for_url("**/tinjau/")

    citizen = window()
    answer = citizen.goto(f"{site}{published_story.get_absolute_url()}")
    assert answer is not None
    assert answer.status == 410
    expect(citizen.locator("main")).to_contain_text(NOTE)
    expect(citizen.locator("body")).not_to_contain_text(published_story.headline)
    axe(citizen)
