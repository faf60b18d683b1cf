"""What citizens sent is erased on time; the number still opens the answer."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from conftest import build_member, build_office
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from suluh.agencies.models import Member, Office
from suluh.foundation import tenancy
from suluh.foundation.clock import now
from suluh.foundation.models import AuditEntry
from suluh.verification import erasing, tasks
from suluh.verification.actions.erase_questions import DAYS_WITHOUT_ANSWER
from suluh.verification.actions.take_claim import word_claim
from suluh.verification.actions.take_question import Asked, take_question
from suluh.verification.citizens import new_number, seal, seal_picture
from suluh.verification.models import Claim, Desk, FactCheck, Question
from suluh.verification.progress import progress_of
from suluh.verification.scrubbing import ERASED

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def office() -> Office:
    made = build_office()
    with tenancy.acting(office=made.pk):
        Desk.objects.create(office=made, days_to_keep=30)
    return made


def _ask(office: Office, *, answered_at: datetime | None = None, claim: Claim | None = None) -> Question:
    with tenancy.acting(office=office.pk):
        question = Question(office=office, claim=claim, number=new_number(), sealed_text=seal("kabar"))
        question.answered_at = answered_at
        question.sealed_picture.save("a.sealed", ContentFile(seal_picture(b"gambar")), save=False)
        question.save()
    return question


def _now(question: Question) -> Question:
    with tenancy.acting(office=question.office_id):
        return Question.objects.get(pk=question.pk)


def test_words_and_picture_go_thirty_days_after_the_answer(
    office: Office, django_capture_on_commit_callbacks: object
) -> None:
    question = _ask(office, answered_at=now())
    picture = question.sealed_picture.name

    assert erasing.erase_what_is_over(at=now() + 29 * DAY) == 0
    assert bytes(_now(question).sealed_text)
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        assert erasing.erase_what_is_over(at=now() + 30 * DAY) == 1

    erased = _now(question)
    assert (bytes(erased.sealed_text), erased.sealed_picture.name) == (b"", "")
    assert picture
    assert not default_storage.exists(picture)
    assert erasing.erase_what_is_over(at=now() + 31 * DAY) == 0
    found = progress_of(question.number)
    assert found is not None
    assert found.is_erased


def test_what_nobody_answered_goes_after_ninety_days(office: Office) -> None:
    question = _ask(office)

    assert erasing.erase_what_is_over(at=now() + (DAYS_WITHOUT_ANSWER - 1) * DAY) == 0
    assert erasing.erase_what_is_over(at=now() + DAYS_WITHOUT_ANSWER * DAY) == 1
    assert _now(question).erased_at is not None


def test_the_clock_erases_at_every_desk_with_a_trace_for_each(office: Office) -> None:
    other = build_office()
    with tenancy.acting(office=other.pk):
        Desk.objects.create(office=other, is_open=False, days_to_keep=1)
    for desk in (office, other):
        _ask(desk, answered_at=now() - 40 * DAY)
    assert [line.over for line in erasing.what_is_kept()] == [1, 1]

    tasks.erase_questions(0)

    assert [line.kept for line in erasing.what_is_kept()] == [0, 0]
    with tenancy.whole_house(reason="test"):
        traces = AuditEntry.objects.filter(action="verification.erase_questions")
        assert set(traces.values_list("office_id", flat=True)) == {office.pk, other.pk}


def test_more_than_a_handful_goes_in_one_run(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("suluh.verification.actions.erase_questions._BATCH", 2)
    for _question in range(5):
        _ask(office, answered_at=now())

    assert erasing.erase_what_is_over(at=now() + 40 * DAY) == 5


def test_who_has_the_number_may_have_it_erased_at_once(office: Office) -> None:
    question = _ask(office)

    assert erasing.erase_by_number(question.number)
    assert erasing.erase_by_number(question.number)
    assert not erasing.erase_by_number(new_number())

    assert bytes(_now(question).sealed_text) == b""


def test_a_number_tells_how_far_its_question_is(office: Office) -> None:
    with tenancy.acting(office=office.pk):
        claim = Claim.objects.create(office=office, text="kabar", due_at=now())
        whole = Claim.objects.create(office=office, text="kabar yang sama", due_at=now(), state="checking")
    question = _ask(office, claim=claim)
    standings = []

    def look() -> None:
        found = progress_of(question.number)
        assert found is not None
        standings.append(found.standing)

    with tenancy.acting(office=office.pk):
        look()
        Claim.objects.filter(pk=claim.pk).update(state="merged", merged_into=whole)
        look()
        Claim.objects.filter(pk=whole.pk).update(state="closed", closed_because="Ini pendapat.")
        look()
        fact_check = FactCheck.objects.create(
            office=office, title="x", verdict="salah", state="published", **_checkers(office)
        )
        Question.objects.filter(pk=question.pk).update(answered_at=now(), fact_check=fact_check)
        look()
        FactCheck.objects.filter(pk=fact_check.pk).update(state="withdrawn", withdrawn_because="Keliru.")
        look()

    assert standings == ["waiting", "checking", "closed", "answered", "withdrawn"]
    assert progress_of(new_number()) is None


def _checkers(office: Office) -> dict[str, object]:
    first, second = (build_member(office, roles=("checker",)).user for _person in range(2))
    return {"proposed_by": first, "confirmed_by": second}


def test_what_one_citizen_sent_leaves_the_card_with_the_question(desk: Desk) -> None:
    question = take_question(Asked(text="Kepala dusun melarang warga memelihara kambing betina sejak pekan lalu"))

    erasing.erase_by_number(question.number)

    with tenancy.acting(office=question.office_id):
        claim = Claim.objects.get(questions=question)
    assert claim.text == ERASED
    assert claim.sketch, "the next who forwards it is still led to the same card"


def test_words_that_others_sent_or_a_checker_wrote_stay_on_the_card(desk: Desk, checker: Member) -> None:
    text = "Kepala dusun melarang warga memelihara kambing betina sejak pekan lalu"
    first, second = take_question(Asked(text=text)), take_question(Asked(text=f"{text}!"))
    reworded = take_question(Asked(text="Jembatan gantung dijual kiloan kepada pengepul besi tua kemarin sore"))
    with tenancy.acting(office=checker.office_id):
        word_claim(Claim.objects.get(questions=reworded), text="Jembatan gantung dijual", by=checker)

    erasing.erase_by_number(first.number)
    erasing.erase_by_number(reworded.number)

    with tenancy.acting(office=second.office_id):
        assert Claim.objects.get(questions=second).text == text
        assert Claim.objects.get(questions=reworded).text == "Jembatan gantung dijual"
