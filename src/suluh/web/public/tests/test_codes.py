"""The page of a code."""

from __future__ import annotations

import pytest
from django.test import Client

from suluh.agencies.api import Member, Office
from suluh.authenticity.api import issue_code, new_code
from suluh.content import api as content
from suluh.content.api import Story
from suluh.web.public.tests.conftest import code_of, pack_of


def test_a_current_code_says_whose_it_is_and_shows_the_file(published_story: Story, client: Client) -> None:
    code = code_of(published_story)
    card = pack_of(published_story, code=code)
    content.Story.objects.filter(pk=published_story.pk).exists()
    answer = client.get(f"/c/{code.text}")
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "verdict-current" in page
    assert published_story.office.name in page
    assert published_story.headline in page
    assert client.get(f"/berkas/{card.pk}/link_card.png").status_code == 200


def test_an_older_code_says_corrected_and_why(
    published_story: Story, request: pytest.FixtureRequest, client: Client
) -> None:
    code = code_of(published_story)
    request.getfixturevalue("corrected_story")
    page = client.get(f"/c/{code.text}").content.decode()
    assert "verdict-corrected" in page
    assert "Judulnya keliru." in page


def test_a_code_of_proposed_words_is_not_published(published_story: Story, author: Member, client: Client) -> None:
    from conftest import build_text

    revision = content.propose_correction(published_story, text=build_text(headline="Belum terbit"), by=author)
    code = issue_code(published_story.office, revision=revision, by=None)
    page = client.get(f"/c/{code.text}").content.decode()
    assert "verdict-unpublished" in page
    assert "Belum terbit" not in page


@pytest.mark.parametrize("leave", [content.withdraw_story, content.recall_story], ids=["withdrawn", "recalled"])
def test_a_code_tells_the_exit(published_story: Story, approver: Member, client: Client, leave: object) -> None:
    code = code_of(published_story)
    card = pack_of(published_story, code=code)
    leave(published_story, reason="x", public_note="Jangan dipakai.", by=approver)  # type: ignore[operator]
    page = client.get(f"/c/{code.text}").content.decode()
    standing = Story.objects.get(pk=published_story.pk).state
    assert f"verdict-{standing}" in page
    assert "Jangan dipakai." in page
    assert client.get(f"/berkas/{card.pk}/link_card.png").status_code == 404


def test_a_code_of_a_draft_names_the_office_and_nothing_of_the_story(story: Story, client: Client) -> None:
    code = code_of(story)
    page = client.get(f"/c/{code.text}").content.decode()
    assert "verdict-unpublished" in page
    assert story.office.name in page
    assert story.headline not in page


def test_a_code_of_files_made_elsewhere_is_a_draft_that_nobody_approved(acting_office: Office, client: Client) -> None:
    code = issue_code(acting_office, revision=None, by=None)
    page = client.get(f"/c/{code.text}").content.decode()
    assert "verdict-outside" in page
    assert acting_office.name in page
    assert "belum disetujui orang kedua" in page
    assert "masih berlaku" not in page


def test_a_mistyped_code_and_an_unknown_code_are_told_apart(db: None, client: Client) -> None:
    unknown = new_code()
    mistyped = unknown[:-1] + ("0" if unknown[-1] != "0" else "1")
    answers = [client.get(f"/c/{text}") for text in (unknown, mistyped)]
    assert [answer.status_code for answer in answers] == [404, 404]
    assert ["verdict-unknown" in answer.content.decode() for answer in answers] == [True, False]
    assert 'aria-invalid="true"' in answers[1].content.decode()
    assert "jangan dibagikan" in answers[1].content.decode()


def test_a_code_is_found_however_it_is_typed(published_story: Story, client: Client) -> None:
    code = code_of(published_story)
    plain = code.text.replace("-", "").lower()
    assert client.get(f"/c/{plain}")["Location"] == f"/c/{code.text}"
    assert client.get("/asli/", {"kode": f" {plain} "})["Location"] == f"/c/{code.text}"
    assert f"/c/{code.text}" in client.get("/cari/", {"q": plain}).content.decode()


@pytest.mark.parametrize("typed", ["", "\x00", "<script>alert(1)</script>", "É" * 100, "../../meja"])
def test_odd_codes_are_answered(db: None, client: Client, typed: str) -> None:
    answer = client.get("/asli/", {"kode": typed})
    assert answer.status_code in {200, 404}
    assert "<script>alert" not in answer.content.decode()
