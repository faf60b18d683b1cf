"""The office's own words: added, taken out, learned from what was approved."""

from __future__ import annotations

from dataclasses import replace

import pytest

from suluh.agencies.models import Member
from suluh.content import api as content
from suluh.content.blocks import Paragraph, StoryText
from suluh.creative import api as creative
from suluh.creative.actions.keep_word import NotAWord, WordUnknown, learn_words
from suluh.creative.models import OfficeWord
from suluh.foundation import tenancy

TEXT = StoryText(headline="", blocks=(Paragraph(id="p", text="Warga desa Sukajadiwangi membawa pempekk ke kantor."),))


def learned(story: content.Story, *, as_story: int) -> list[str]:
    """Approve ``TEXT`` as if it were another story."""
    return [word.word for word in learn_words(replace_pk(story, pk=as_story), text=TEXT)]


def replace_pk(story: content.Story, *, pk: int) -> content.Story:
    """The story under another number."""
    other = content.Story.objects.get(pk=story.pk)
    other.pk = pk
    return other


def test_an_added_word_is_right_from_then_on(author: Member, acting_office: object) -> None:
    assert [f.text for f in creative.coach(TEXT) if f.rule == "spelling"] == ["pempekk"]

    creative.add_word("  pempekk ", by=author)
    creative.add_word("Pempekk", by=author)

    words = creative.office_words(author.office_id)
    assert words == {"pempekk"}
    assert [f.text for f in creative.coach(TEXT, vocabulary=words) if f.rule == "spelling"] == []


@pytest.mark.parametrize("word", ["", "123", "a b c d e f", "<b>", "x" * 61])
def test_what_is_no_word_is_refused(word: str, author: Member, acting_office: object) -> None:
    with pytest.raises(NotAWord):
        creative.add_word(word, by=author)


def test_a_name_is_learned_from_the_second_story_and_a_slip_is_not(story: content.Story) -> None:
    assert learned(story, as_story=1) == []
    assert learned(story, as_story=1) == [], "the same story again is no second one"
    assert learned(story, as_story=2) == ["Sukajadiwangi"]
    assert creative.office_words(story.office_id) == {"Sukajadiwangi"}


def test_a_word_is_learned_at_once_where_a_person_put_its_remark_aside(story: content.Story, author: Member) -> None:
    finding = next(f for f in creative.coach(TEXT) if f.rule == "spelling")
    creative.dismiss_finding(story, key=finding.key, by=author)

    assert [word.word for word in learn_words(story, text=TEXT)] == ["pempekk"]


def test_a_word_that_was_taken_out_is_not_learned_again(story: content.Story, author: Member) -> None:
    learned(story, as_story=1), learned(story, as_story=2)
    creative.remove_word(OfficeWord.objects.get(state="in_use").pk, by=author)

    assert learned(story, as_story=3) == ["pempekk"], "only the word that stood in three stories"
    assert "Sukajadiwangi" not in creative.office_words(story.office_id)
    with pytest.raises(WordUnknown):
        creative.remove_word(OfficeWord.objects.get(state="removed").pk, by=author)


def test_a_capitalised_slip_is_no_name(story: content.Story) -> None:
    text = replace(TEXT, blocks=(Paragraph(id="p", text="Warga bertemu Pemeritah Daerah kemarin."),))

    assert learn_words(replace_pk(story, pk=1), text=text) == learn_words(replace_pk(story, pk=2), text=text) == []


def test_another_office_does_not_see_the_words(author: Member, acting_office: object) -> None:
    creative.add_word("pempekk", by=author)
    with tenancy.acting():
        assert not OfficeWord.objects.exists()


def test_approval_notes_the_names_of_a_story(published_story: content.Story) -> None:
    seen = set(OfficeWord.objects.values_list("state", flat=True))

    assert seen <= {"seen"}
