"""Writing in a real browser: what is typed is kept, whatever happens to the line, the tab, the session, the others."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, Page, expect

from suluh.agencies.models import Member
from suluh.content.models import Story
from tests.browser.conftest import LAPTOP, PHONE, let_in

OpenAs = Callable[[Member, str], Page]
SignedIn = Callable[[Member], Client]
# What Chromium says of a request while the line is cut, and of a save that is refused because another wrote.
CUT, REFUSED = "ERR_INTERNET_DISCONNECTED", "status of 409"

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.django_db(transaction=True, databases=["default", "owner"]),
]


@pytest.fixture
def size() -> tuple[int, int]:
    """A laptop, where a test does not say otherwise."""
    return LAPTOP


def editor_of(story: Story) -> str:
    return f"/meja/naskah/{story.pk}/"


def status(page: Page, state: str) -> None:
    """Wait until the editor's line says so."""
    expect(page.locator(".editor-status")).to_have_attribute("data-state", state)


def write(page: Page, *, field: str, words: str) -> None:
    """Type at the end of a plain field, key by key."""
    page.locator(field).click()
    page.keyboard.press("Control+End")
    page.keyboard.type(words)


def kept_leads(story: Story) -> list[str]:
    return [revision.text().lead for revision in story.revisions.order_by("number")]


@pytest.mark.parametrize("size", [PHONE])
def test_what_is_typed_is_saved_by_itself_and_there_after_a_reload(
    open_as: OpenAs, story: Story, author: Member
) -> None:
    page = open_as(author, editor_of(story))
    write(page, field="#lead", words=" Sudah berlaku.")
    status(page, "saved")
    page.reload()
    expect(page.locator("#lead")).to_have_value(re.compile("Sudah berlaku.$"))
    expect(page.locator("suluh-kept")).to_be_hidden()
    assert kept_leads(story)[-1].endswith("Sudah berlaku.")


def test_without_a_line_the_text_waits_on_the_device_and_is_saved_when_the_line_is_back(
    open_as: OpenAs, story: Story, author: Member, tolerated: list[str]
) -> None:
    tolerated.append(CUT)
    page = open_as(author, editor_of(story))
    page.context.set_offline(True)
    write(page, field="#lead", words=" Ditulis di kapal.")
    status(page, "offline")
    write(page, field="#lead", words=" Juga ini.")
    status(page, "offline")
    assert "kapal" not in kept_leads(story)[-1]
    page.context.set_offline(False)
    status(page, "saved")
    assert kept_leads(story)[-1].endswith("Ditulis di kapal. Juga ini.")


def test_a_tab_closed_without_a_line_is_offered_its_words_again_and_newer_words_stay_too(
    open_as: OpenAs, story: Story, author: Member, tolerated: list[str]
) -> None:
    tolerated.append(CUT)
    page = open_as(author, editor_of(story))
    expect(page.locator(".preview-shot img")).to_be_visible()
    page.context.set_offline(True)
    write(page, field="#lead", words=" Kata yang hampir hilang.")
    status(page, "offline")
    page.close()

    page = _again(page)
    offer = page.locator("suluh-kept")
    expect(offer).to_be_visible()
    write(page, field="#lead", words=" Kata yang lebih baru.")
    status(page, "saved")
    expect(offer).to_be_visible()
    offer.locator("[data-restore]").click()
    expect(page.locator("#lead")).to_have_value(re.compile("Kata yang hampir hilang.$"))
    expect(page.locator("suluh-kept")).to_be_hidden()
    assert [lead.split(". ")[-1] for lead in kept_leads(story)][-2:] == [
        "Kata yang lebih baru.",
        "Kata yang hampir hilang.",
    ]


def _again(closed: Page) -> Page:
    """Open in a new tab what a closed tab showed, the line being back."""
    closed.context.set_offline(False)
    page = closed.context.new_page()
    page.goto(closed.url)
    return page


def test_two_people_who_write_at_once_see_both_texts_and_lose_none(
    open_as: OpenAs, story: Story, author: Member, approver: Member, tolerated: list[str]
) -> None:
    tolerated.append(REFUSED)
    first, second = open_as(author, editor_of(story)), open_as(approver, editor_of(story))
    write(first, field="#lead", words=" Dari yang pertama.")
    status(first, "saved")
    write(second, field="#lead", words=" Dari yang")
    both = second.locator("suluh-conflict")
    expect(both).to_contain_text("Dari yang pertama.")
    second.keyboard.type(" kedua.")  # the cursor stays where it was
    expect(both).to_contain_text("Dari yang kedua.")
    second.get_by_role("button", name="Lanjutkan dengan tulisan yang lain").click()
    expect(second.locator("#lead")).to_have_value(re.compile("Dari yang pertama.$"))
    expect(second.locator("suluh-kept")).to_be_hidden()

    ends = [" ".join(lead.split()[-3:]) for lead in kept_leads(story)]
    assert ends[-3:] == ["Dari yang pertama.", "Dari yang kedua.", "Dari yang pertama."]


def test_who_is_signed_out_while_writing_signs_in_elsewhere_and_loses_nothing(
    open_as: OpenAs, sign_in: Callable[[Page, Member], None], story: Story, author: Member
) -> None:
    page = open_as(author, editor_of(story))
    page.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
    write(page, field="#lead", words=" Masih di sini.")
    status(page, "away")
    other = page.context.new_page()
    sign_in(other, author)
    other.close()
    page.get_by_role("button", name="Simpan", exact=True).click()
    status(page, "saved")
    assert kept_leads(story)[-1].endswith("Masih di sini.")


@pytest.mark.parametrize("size", [PHONE])
def test_a_story_is_written_and_given_a_block_without_script(
    chromium: Browser, site: str, size: tuple[int, int], story: Story, author: Member, signed_in: SignedIn
) -> None:
    context = chromium.new_context(java_script_enabled=False, viewport={"width": size[0], "height": size[1]})
    let_in(context, client=signed_in(author), site=site)
    page = context.new_page()
    page.goto(f"{site}{editor_of(story)}")
    page.fill("#lead", "Tanpa skrip.")
    page.locator(".editor-end button[value=save]").click()
    expect(page.locator("#lead")).to_have_value("Tanpa skrip.")
    page.locator("button[value='add:quote']").click()
    expect(page.locator(".block-kind")).to_have_count(4)
    page.locator(".block").last.locator("[name$=':text']").fill("Kutipan tanpa skrip.")
    page.locator(".editor-end button[value=save]").click()
    expect(page.locator(".block").last.locator("[name$=':text']")).to_have_value("Kutipan tanpa skrip.")
    page.get_by_role("link", name="Lihat formatnya").click()
    expect(page.locator(".preview-shot img")).to_be_visible()
    context.close()
