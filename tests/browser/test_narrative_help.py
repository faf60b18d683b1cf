"""Narrative help in a real browser: a tab, a headline taken over, a way to the sentence, points as proposals."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from conftest import build_text
from playwright.sync_api import Page, expect

from suluh.agencies.models import Member, Office
from suluh.content import api as content
from suluh.content.blocks import Paragraph
from suluh.content.models import Story

OpenAs = Callable[[Member, str], Page]

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.django_db(transaction=True, databases=["default", "owner"]),
]
TEXTS = (
    "Empat puskesmas di Kabupaten Sungai Keruh meraih akreditasi paripurna dari lembaga penilai pada Mei 2024.",
    "Dinas Kesehatan melatih 240 petugas selama tiga bulan.",
)
HEADLINE = "Empat puskesmas meraih akreditasi paripurna dari lembaga penilai"


@pytest.fixture
def story(author: Member, acting_office: Office) -> Story:
    blocks = tuple(Paragraph(text=text) for text in TEXTS)
    return content.begin_story(build_text(headline="Kabar puskesmas", lead="", blocks=blocks), by=author)


def test_a_writer_takes_over_what_was_drawn_from_the_story(
    open_as: OpenAs, axe: Callable[[Page], None], story: Story, author: Member
) -> None:
    page = open_as(author, f"/meja/naskah/{story.pk}/")
    page.get_by_role("tab", name="Bantu narasi").click()
    panel = page.get_by_role("tabpanel", name="Bantu narasi")
    expect(panel.get_by_text(HEADLINE, exact=True).first).to_be_visible(timeout=20_000)
    panel.get_by_role("link", name="Lihat kalimatnya (Paragraf 1)").first.click()
    expect(page.locator("trix-editor")).to_be_focused()
    panel.get_by_role("button", name=HEADLINE).click()
    expect(page.locator("#headline")).to_have_value(HEADLINE)
    expect(page.locator(".editor-status")).to_have_attribute("data-state", "saved")
    assert Story.objects.get(pk=story.pk).text().headline == HEADLINE
    panel.get_by_role("button", name="Jadikan semuanya poin").click()
    expect(page.get_by_text("2 blok adalah usulan.")).to_be_visible()
    page.get_by_role("tab", name="Bantu narasi").click()
    expect(panel.get_by_text(TEXTS[1])).to_be_visible(timeout=20_000)
    axe(page)
