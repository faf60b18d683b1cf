"""What citizens sent: page by page, split off, pictures opened for checkers only."""

from __future__ import annotations

import io
from collections.abc import Callable

from django.test import Client
from django.urls import reverse
from PIL import Image

from suluh.agencies.models import Member
from suluh.verification import api as verification
from suluh.verification.models import Claim, Question
from suluh.web.checks.tests.conftest import Ask
from suluh.web.checks.tests.reading_pages import read_page

SignedIn = Callable[[Member], Client]


def at(claim: verification.Claim) -> str:
    return reverse("claim_questions", args=[claim.pk])


def test_the_chosen_questions_become_a_claim_of_their_own(signed_in: SignedIn, ask: Ask, checker: Member) -> None:
    claim = ask(times=3)
    browser = signed_in(checker)
    chosen = str(Question.objects.order_by("pk")[0].pk)
    answer = browser.post(at(claim), {"do": "split", "question": chosen})
    made = Claim.objects.exclude(pk=claim.pk).get()
    assert answer["Location"] == reverse("claim", args=[made.pk])
    assert Question.objects.get(pk=chosen).claim_id == made.pk
    assert Claim.objects.get(pk=claim.pk).asked == 2


def test_splitting_takes_some_but_not_all(signed_in: SignedIn, ask: Ask, checker: Member) -> None:
    claim = ask(times=2)
    browser = signed_in(checker)
    everything = [str(pk) for pk in Question.objects.values_list("pk", flat=True)]
    assert browser.post(at(claim), {"do": "split"}).status_code == 422
    answer = browser.post(at(claim), {"do": "split", "question": everything})
    page = read_page(answer)
    assert answer.status_code == 409
    assert len(page.pick("input[name=question][checked]")) == 2
    assert browser.post(at(claim), {"do": "split", "question": ["x", "9" * 40]}).status_code == 422


def test_an_erased_question_says_so(signed_in: SignedIn, claim: verification.Claim, checker: Member) -> None:
    from suluh.foundation.clock import now

    Question.objects.update(sealed_text=b"", erased_at=now())
    page = read_page(signed_in(checker).get(at(claim)))
    assert "dihapus" in page.pick(".asked")[0].text_content()


def test_a_picture_is_opened_for_checkers_of_its_office_only(
    signed_in: SignedIn, desk: verification.Desk, checker: Member, author: Member, outsider: Member
) -> None:
    drawn = io.BytesIO()
    Image.new("RGB", (4, 4), "red").save(drawn, "PNG")
    asked = verification.Asked(text="Benarkah poster ini?", kind="picture", picture=drawn.getvalue())
    question = verification.take_question(asked, office=desk.office)
    address = reverse("question_picture", args=[question.claim_id, question.pk])
    answer = signed_in(checker).get(address)
    assert (answer.content, answer["Content-Type"]) == (drawn.getvalue(), "image/png")
    assert answer["Cache-Control"] == "private, no-store"
    assert address in signed_in(checker).get(reverse("claim", args=[question.claim_id])).content.decode()
    assert signed_in(author).get(address).status_code == 403
    assert signed_in(outsider).get(address).status_code == 404


def test_a_question_without_a_picture_has_none_to_show(
    signed_in: SignedIn, claim: verification.Claim, checker: Member
) -> None:
    question = Question.objects.get()
    assert signed_in(checker).get(reverse("question_picture", args=[claim.pk, question.pk])).status_code == 404


def test_another_office_and_another_role_see_no_question(
    signed_in: SignedIn, claim: verification.Claim, author: Member, outsider: Member
) -> None:
    assert signed_in(author).get(at(claim)).status_code == 403
    assert signed_in(outsider).get(at(claim)).status_code == 404
