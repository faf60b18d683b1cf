"""What the desk shows of a sentence that looks like a hoax, and who decides about it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from conftest import build_fact_check, build_member, build_text
from django.test import Client
from django.urls import reverse

from suluh.agencies.models import Member, Office
from suluh.content import api as content
from suluh.content.blocks import Paragraph
from suluh.verification import api as verification
from suluh.verification.models import StoryMatch

pytestmark = pytest.mark.slow
SignedIn = Callable[[Member], Client]
HOAX = "Air kelapa dicampur garam menyembuhkan demam berdarah"


@pytest.fixture
def checker(office: Office) -> Member:
    return build_member(office, roles=("checker",))


@pytest.fixture
def match(author: Member, acting_office: Office) -> StoryMatch:
    """A hoax found in a story that waits for approval."""
    build_fact_check(title=HOAX)
    story = content.begin_story(build_text(blocks=(Paragraph(text=f"{HOAX}."),)), by=author)
    content.submit_story(story, by=author)
    (found,) = verification.look_at(story)
    return found


def decide(browser: Client, match: StoryMatch, do: str, *, reason: str = "Kutipan dari penelitian.") -> str:
    address = reverse("story_match", args=[match.story_id, match.pk])
    return browser.post(address, {"do": do, "reason": reason}, follow=True).content.decode()


def test_who_approves_sees_the_sentence_and_is_refused(
    signed_in: SignedIn, match: StoryMatch, approver: Member
) -> None:
    browser = signed_in(approver)
    address = reverse("story_review", args=[match.story_id])
    page = browser.get(address).content.decode()
    assert HOAX in page
    assert reverse("story_match", args=[match.story_id, match.pk]) not in page

    refused = browser.post(address, {"do": "approve"})

    assert refused.status_code == 409
    assert match.story.state == "in_review"


def test_a_checker_finds_the_story_and_clears_the_sentence(
    signed_in: SignedIn, match: StoryMatch, checker: Member, approver: Member
) -> None:
    browser = signed_in(checker)
    assert match.story.headline in browser.get(reverse("desk")).content.decode()
    assert (
        reverse("story_match", args=[match.story_id, match.pk])
        in browser.get(reverse("story_review", args=[match.story_id])).content.decode()
    )

    page = decide(browser, match, "clear")

    match.refresh_from_db()
    assert (match.state, match.decided_by) == ("cleared", checker.user)
    assert "Kutipan dari penelitian." in page
    assert content.approve_story(match.story, by=approver).state == "approved"


def test_without_a_reason_nothing_is_decided(signed_in: SignedIn, match: StoryMatch, checker: Member) -> None:
    decide(signed_in(checker), match, "confirm", reason=" ")

    match.refresh_from_db()
    assert match.state == "open"


def test_who_does_not_check_decides_nothing(signed_in: SignedIn, match: StoryMatch, approver: Member) -> None:
    decide(signed_in(approver), match, "clear")

    match.refresh_from_db()
    assert match.state == "open"


def test_the_writer_sees_it_beside_the_editor(signed_in: SignedIn, match: StoryMatch, author: Member) -> None:
    content.return_story(match.story, by=author, reason="Diambil kembali.")
    browser = signed_in(author)

    for name in ("story_edit", "story_coach"):
        assert "known-claim-bad" in browser.get(reverse(name, args=[match.story_id])).content.decode()


def test_a_form_that_says_neither_decides_nothing(signed_in: SignedIn, match: StoryMatch, checker: Member) -> None:
    decide(signed_in(checker), match, "apa-saja")

    match.refresh_from_db()
    assert match.state == "open"
