"""Putting a suggestion into the story."""

from __future__ import annotations

from dataclasses import replace

import pytest

from suluh.content.blocks import Paragraph, StoryText
from suluh.creative.coach import Finding, TextChanged, coach, mend
from suluh.creative.coach.mending import NothingToMend

STORY = StoryText(
    headline="Waspada hoax",
    blocks=(
        Paragraph(id="p", text='Kata R &amp; D, <strong>kontnen</strong> itu <a href="https://kpk.go.id">baik</a>.'),
    ),
)


def finding_of(story: StoryText, *, text: str) -> Finding:
    return next(f for f in coach(story) if f.text == text)


def test_a_rich_field_keeps_its_tags() -> None:
    mended = mend(STORY, finding=finding_of(STORY, text="kontnen"), suggestion="konten")

    assert mended.blocks[0] == Paragraph(
        id="p", text='Kata R &amp; D, <strong>konten</strong> itu <a href="https://kpk.go.id">baik</a>.'
    )


def test_a_headline_is_mended() -> None:
    assert mend(STORY, finding=finding_of(STORY, text="hoax"), suggestion="hoaks").headline == "Waspada hoaks"


def test_an_empty_suggestion_deletes_the_words_and_one_space() -> None:
    finding = replace(finding_of(STORY, text="hoax"), suggestions=("",))

    assert mend(STORY, finding=finding, suggestion="").headline == "Waspada"


def test_a_text_changed_meanwhile_is_refused() -> None:
    finding = finding_of(STORY, text="kontnen")
    changed = replace(STORY, blocks=(Paragraph(id="p", text="Lain sama sekali."),))

    with pytest.raises(TextChanged):
        mend(changed, finding=finding, suggestion="konten")
    with pytest.raises(TextChanged):
        mend(replace(STORY, blocks=()), finding=finding, suggestion="konten")


def test_only_a_suggestion_of_the_finding_is_put_in() -> None:
    with pytest.raises(NothingToMend):
        mend(STORY, finding=finding_of(STORY, text="kontnen"), suggestion="apa saja")


def test_mending_all_first_suggestions_leaves_nothing_to_spell() -> None:
    story = STORY
    while doubted := [f for f in coach(story) if f.severity == "error" and f.suggestions]:
        story = mend(story, finding=doubted[0], suggestion=doubted[0].suggestions[0])

    assert not [f for f in coach(story) if f.rule in {"spelling", "nonstandard"}]
