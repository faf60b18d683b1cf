"""Narrative help beside the editor: nothing changes until somebody chooses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from conftest import build_text
from django.test import Client
from django.urls import reverse

from suluh.agencies.models import Member
from suluh.content import api as content
from suluh.content.blocks import CallToAction, Paragraph, Step
from suluh.content.models import Story
from suluh.creative import api as creative
from suluh.creative.narrative import nearness
from suluh.foundation.errors import Refusal
from suluh.web.desk.tests.test_writing import SCRIPT, edit_url, form_of, saved

SignedIn = Callable[[Member], Client]
PARAGRAPHS = (
    "Empat puskesmas di Kabupaten Sungai Keruh meraih akreditasi paripurna dari lembaga penilai pada Mei 2024.",
    "Dinas Kesehatan melatih 240 petugas selama tiga bulan.",
)


@pytest.fixture(autouse=True)
def without_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Compare words: loading the network takes longer than all these tests."""
    monkeypatch.setattr(nearness, "by_meaning", lambda texts: None)
    monkeypatch.setattr(creative.narrate, "__kwdefaults__", {"embed": lambda texts: None})


@pytest.fixture
def story(author: Member, acting_office: object) -> Story:
    blocks = (*(Paragraph(text=text) for text in PARAGRAPHS), CallToAction(text="Laporkan keluhan lewat nomor 112."))
    return content.begin_story(build_text(headline="Kabar puskesmas", lead="", blocks=blocks), by=author)


def test_the_editor_shows_suggestions_without_script_only_when_asked(
    signed_in: SignedIn, story: Story, author: Member
) -> None:
    browser = signed_in(author)
    assert "use:" not in browser.get(edit_url(story)).content.decode()
    page = browser.get(edit_url(story), {"narasi": "1"}).content.decode()
    assert "Empat puskesmas meraih akreditasi paripurna dari lembaga penilai" in page
    assert saved(story).headline == "Kabar puskesmas"


def test_a_headline_is_taken_over_and_the_open_page_is_told(signed_in: SignedIn, story: Story, author: Member) -> None:
    chosen = creative.narrate(story.text()).headlines[0]
    form = form_of(story) | {"do": f"use:{chosen.key}"}
    answer = signed_in(author).post(edit_url(story), form, headers=SCRIPT).json()
    assert answer["changed"] == [{"block": "headline", "field": "headline", "value": chosen.text}]
    assert saved(story).headline == chosen.text
    kept = [revision.text().headline for revision in story.revisions.order_by("number")]
    assert kept == ["Kabar puskesmas", chosen.text]  # what stood there can be brought back


def test_what_somebody_else_wrote_meanwhile_is_not_written_over(
    signed_in: SignedIn, story: Story, author: Member, approver: Member
) -> None:
    chosen = creative.narrate(story.text()).headlines[0]
    form = form_of(story) | {"do": f"use:{chosen.key}"}
    content.write_story(story, text=replace(story.text(), lead="Teras orang lain."), by=approver)
    assert signed_in(author).post(edit_url(story), form, headers=SCRIPT).status_code == 409
    assert saved(story).headline == "Kabar puskesmas"


def test_the_lead_is_taken_over_by_its_own_button(signed_in: SignedIn, story: Story, author: Member) -> None:
    lead = creative.narrate(story.text()).lead
    assert lead is not None
    signed_in(author).post(edit_url(story), form_of(story) | {"do": f"use:{lead.key}"})
    assert saved(story).lead == lead.text
    assert saved(story).headline == "Kabar puskesmas"


def test_points_are_added_as_proposals_before_the_call_to_action(
    signed_in: SignedIn, story: Story, author: Member
) -> None:
    answer = signed_in(author).post(edit_url(story), form_of(story) | {"do": "points:all"})
    text = saved(story)
    steps = [block.id for block in text.of_kind(Step)]
    story.refresh_from_db()
    assert story.proposals == steps
    assert isinstance(text.blocks[-1], CallToAction)
    assert answer["Location"].endswith(f"#block-{steps[0]}")
    with pytest.raises(Refusal, match="usulan"):
        content.submit_story(story, by=author)


def test_a_suggestion_of_other_words_is_refused(signed_in: SignedIn, story: Story, author: Member) -> None:
    for gone in ("use:1234", "points:1234", "use:", "points:\x00"):
        answer = signed_in(author).post(edit_url(story), form_of(story) | {"do": gone}, headers=SCRIPT)
        assert answer.status_code == 409
    assert saved(story).headline == "Kabar puskesmas"


def test_who_only_reads_sees_the_panel_as_a_page(signed_in: SignedIn, story: Story, approver: Member) -> None:
    page = signed_in(approver).get(reverse("story_narrative", args=[story.pk])).content.decode()
    assert "Lihat kalimatnya" in page
    assert 'value="use:' not in page


def test_another_office_sees_nothing(signed_in: SignedIn, story: Story, outsider: Member) -> None:
    assert signed_in(outsider).get(reverse("story_narrative", args=[story.pk])).status_code == 404
