"""The desk in English, chosen in the person's menu: every page of it, without a violation and without a word left."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from babel.messages.pofile import read_po
from playwright.sync_api import Page, expect

from suluh.agencies.models import Member
from suluh.content import api as content
from suluh.content.models import Story
from suluh.settings.environment import ROOT
from suluh.verification import api as verification
from suluh.web.checks.tests.conftest import (
    OTHER,
    Ask,
    answered,
    ask,
    checker,
    claim,
    desk,
    fact,
    new_verdict,
    proposed,
    second_checker,
)
from tests.browser.conftest import LAPTOP

__all__ = ["answered", "ask", "checker", "claim", "desk", "fact", "proposed", "second_checker"]
OpenAs = Callable[[Member, str], Page]

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.django_db(transaction=True, databases=["default", "owner"]),
]


@pytest.fixture
def size() -> tuple[int, int]:
    """A laptop shows every part of a page at once."""
    return LAPTOP


@pytest.fixture(scope="module")
def indonesian() -> frozenset[str]:
    """Every line of the screens in Bahasa Indonesia that reads otherwise in English."""
    found: set[str] = set()
    for path in (ROOT / "src" / "suluh").glob("*/locale/id/LC_MESSAGES/django.po"):
        with path.open("rb") as opened:
            catalog = read_po(opened, locale="id")
        found |= {str(m.string) for m in catalog if m.id and isinstance(m.id, str) and m.string not in ("", m.id)}
    return frozenset(found)


def _choose_english(page: Page) -> None:
    page.locator("details.menu summary").last.click()
    page.get_by_role("button", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")


def _looked_at(page: Page, *, axe: Callable[[Page], None], indonesian: frozenset[str]) -> None:
    expect(page.locator("html")).to_have_attribute("lang", "en")
    lines = {line.strip() for line in page.inner_text("body").splitlines()}
    assert lines & indonesian == set(), page.url
    axe(page)


def test_the_pages_of_a_draft_speak_english(
    open_as: OpenAs, axe: Callable[[Page], None], indonesian: frozenset[str], story: Story, author: Member
) -> None:
    page = open_as(author, "/meja/")
    _choose_english(page)
    _looked_at(page, axe=axe, indonesian=indonesian)
    for address in ("naskah/baru/", f"naskah/{story.pk}/revisi/", f"naskah/{story.pk}/paket/", "media/"):
        page.goto(page.url.split("/meja/")[0] + f"/meja/{address}")
        _looked_at(page, axe=axe, indonesian=indonesian)
    page.goto(page.url.split("/meja/")[0] + f"/meja/naskah/{story.pk}/")
    page.locator(".rich-view").first.click()
    expect(page.locator("trix-editor")).to_be_focused()
    expect(page.locator(".preview-shot img")).to_be_visible()
    _looked_at(page, axe=axe, indonesian=indonesian)


def test_the_pages_of_a_decision_speak_english(
    open_as: OpenAs,
    axe: Callable[[Page], None],
    indonesian: frozenset[str],
    story: Story,
    author: Member,
    approver: Member,
) -> None:
    content.submit_story(story, by=author)
    page = open_as(approver, f"/meja/naskah/{story.pk}/tinjau/")
    _choose_english(page)
    _looked_at(page, axe=axe, indonesian=indonesian)
    content.approve_story(story, by=approver)
    content.publish_story(story, by=approver)
    content.propose_correction(story, text=_corrected(story), by=author)
    for part in ("tinjau", "ralat", "ralat/putuskan", "sembunyikan", "tarik"):
        page.goto(page.url.split("/meja/")[0] + f"/meja/naskah/{story.pk}/{part}/")
        _looked_at(page, axe=axe, indonesian=indonesian)


def _corrected(story: Story) -> content.StoryText:
    from dataclasses import replace

    return replace(story.text(), lead="Seventeen regions signed.")


def test_the_pages_of_the_check_desk_speak_english(
    open_as: OpenAs,
    axe: Callable[[Page], None],
    indonesian: frozenset[str],
    ask: Ask,
    fact: verification.FactCheck,
    checker: Member,
    second_checker: Member,
) -> None:
    free, mine, closed = ask(OTHER), ask("Gaji PNS dipotong mulai bulan depan?"), ask("Gubernur kurang tampan")
    verification.take_claim(mine, by=checker)
    verification.add_evidence(
        mine, evidence=verification.NewEvidence(note="A denial", link="https://example.go.id/a"), by=checker
    )
    verification.close_claim(closed, reason="An opinion.", by=checker)
    page = open_as(checker, "/meja/cek/")
    _choose_english(page)
    page.keyboard.press("?")
    _looked_at(page, axe=axe, indonesian=indonesian)
    waiting = ask("Vaksin polio membuat anak lumpuh")
    verification.propose_verdict(waiting, verdict=new_verdict(language="en"), by=second_checker)
    claims = [f"{one.pk}/" for one in (free, mine, closed, waiting, fact.claims.get())]
    for address in ("?saring=terlambat", *claims, f"{mine.pk}/pertanyaan/", f"putusan/{fact.pk}/", "angka/", "sumber/"):
        page.goto(page.url.split("/meja/")[0] + f"/meja/cek/{address}")
        page.evaluate("document.querySelectorAll('main details').forEach((folded) => (folded.open = true))")
        _looked_at(page, axe=axe, indonesian=indonesian)
