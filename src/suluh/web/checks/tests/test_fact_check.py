"""A public fact-check on the desk: debunk, correction by two, taking from view by one and back by another."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from suluh.agencies.models import Member
from suluh.content.models import Story
from suluh.verification import api as verification
from suluh.verification.models import FactCheck, FactCheckCorrection
from suluh.web.checks.tests.reading_pages import read_page

SignedIn = Callable[[Member], Client]
CORRECTION = {
    "do": "propose-correction",
    "verdict": "menyesatkan",
    "reason": "Bantuannya ada, tautannya palsu.",
    "public_note": "Kami keliru menulis bahwa bantuannya tidak ada.",
}


def at(fact: verification.FactCheck) -> str:
    return reverse("own_fact_check", args=[fact.pk])


def fresh(fact: verification.FactCheck) -> FactCheck:
    return FactCheck.objects.get(pk=fact.pk)


def test_the_debunk_is_begun_with_one_click_and_once(
    signed_in: SignedIn, fact: verification.FactCheck, checker: Member
) -> None:
    browser = signed_in(checker)
    answer = browser.post(at(fact), {"do": "debunk"})
    story = Story.objects.get()
    assert answer["Location"] == reverse("story_edit", args=[story.pk])
    assert fact.title in story.headline
    page = read_page(browser.get(at(fact)))
    assert 'value="debunk"' not in browser.get(at(fact)).content.decode()
    assert page.pick(f'a[href="{reverse("story_edit", args=[story.pk])}"]')


def test_a_correction_is_proposed_by_one_and_put_out_by_another(
    signed_in: SignedIn, fact: verification.FactCheck, checker: Member, second_checker: Member
) -> None:
    one, other = signed_in(checker), signed_in(second_checker)
    assert one.post(at(fact), CORRECTION).status_code == 302
    page = one.get(at(fact)).content.decode()
    assert 'value="confirm-correction"' not in page
    assert "pemeriksa lain di instansi Anda yang harus mengeluarkannya" in page
    put_out = {"do": "confirm-correction", "correction": str(FactCheckCorrection.objects.get().pk)}
    assert one.post(at(fact), put_out).status_code == 403
    assert other.post(at(fact), put_out).status_code == 302
    assert fresh(fact).verdict == "menyesatkan"
    assert CORRECTION["public_note"] in other.get(at(fact)).content.decode()


def test_a_refused_correction_keeps_what_was_typed(
    signed_in: SignedIn, fact: verification.FactCheck, checker: Member
) -> None:
    answer = signed_in(checker).post(at(fact), CORRECTION | {"public_note": " "})
    page = read_page(answer)
    assert answer.status_code == 422
    assert page.pick("#reason")[0].text == CORRECTION["reason"]
    assert page.pick("input[name=verdict][checked]")[0].get("value") == "menyesatkan"


def test_a_correction_is_dropped_with_a_reason(
    signed_in: SignedIn, fact: verification.FactCheck, checker: Member
) -> None:
    browser = signed_in(checker)
    browser.post(at(fact), CORRECTION)
    drop = {"do": "drop-correction", "correction": str(FactCheckCorrection.objects.get().pk)}
    browser.post(at(fact), drop | {"reason": "Putusan lama benar."})
    assert FactCheckCorrection.objects.get().is_dropped
    assert browser.post(at(fact), drop | {"reason": "Lagi."}).status_code == 422


def test_what_one_takes_from_view_another_brings_back(
    signed_in: SignedIn, fact: verification.FactCheck, checker: Member, second_checker: Member
) -> None:
    one, other = signed_in(checker), signed_in(second_checker)
    one.post(at(fact), {"do": "withdraw", "public_note": "Sumbernya ditarik."})
    assert fresh(fact).state == "withdrawn"
    assert 'value="restore"' not in one.get(at(fact)).content.decode()
    assert "Sumbernya ditarik." in one.get(at(fact)).content.decode()
    assert one.post(at(fact), {"do": "restore"}).status_code == 403
    other.post(at(fact), {"do": "restore"})
    assert fresh(fact).state == "published"


@pytest.mark.parametrize("do", ["", "hapus"])
def test_a_button_that_is_none_is_refused(
    signed_in: SignedIn, fact: verification.FactCheck, checker: Member, do: str
) -> None:
    assert signed_in(checker).post(at(fact), {"do": do}).status_code == 422


def test_another_office_finds_no_such_fact_check_here(
    signed_in: SignedIn, fact: verification.FactCheck, outsider: Member, author: Member
) -> None:
    assert signed_in(outsider).get(at(fact)).status_code == 404
    assert signed_in(author).get(at(fact)).status_code == 403
