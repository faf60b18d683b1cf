"""What happens to answers afterwards, and what a desk and its words must hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from conftest import build_member, build_office
from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction

from suluh.agencies.api import Member, NotAllowed, Office
from suluh.content.blocks import MythFact
from suluh.foundation import tenancy
from suluh.foundation.clock import now
from suluh.verification import api as verification
from suluh.verification import tasks
from suluh.verification.models import Claim, FactCheck, Message, Question
from suluh.verification.tests.forwards import FORWARD, OTHER, VERDICT, ask, claim_of


def test_a_claim_that_was_matched_wrongly_is_taken_up_again(answered: FactCheck, claim: Claim, checker: Member) -> None:
    claim.refresh_from_db()
    verification.reopen_claim(claim, reason="Bukan klaim yang sama.", by=checker)

    claim.refresh_from_db()
    assert (claim.state, claim.fact_check) == ("checking", None)
    assert not claim.every_question().filter(answered_at__isnull=False).exists()
    assert [message.text for message in Message.objects.all()] == [""]
    verification.match_claim(claim, fact_check=answered, by=checker)
    assert all(message.text for message in Message.objects.all())


def test_a_published_verdict_is_corrected_in_public_by_two(
    answered: FactCheck, checker: Member, second_checker: Member
) -> None:
    new = verification.NewCorrection(
        verdict="menyesatkan", reason="Pendaftaran ulang ada, tautannya palsu.", public_note="Kami keliru soal jadwal."
    )
    correction = verification.propose_correction(answered, correction=new, by=checker)
    with pytest.raises(verification.OwnVerdict):
        verification.confirm_correction(correction, by=checker)

    verification.confirm_correction(correction, by=second_checker)

    answered.refresh_from_db()
    assert (answered.verdict, answered.reason) == (new.verdict, new.reason)
    assert Question.objects.get().fact_check == answered
    with tenancy.acting():
        assert answered.corrections.get().public_note == new.public_note


def test_a_withdrawn_fact_check_comes_back_by_another_checker(
    answered: FactCheck, checker: Member, second_checker: Member
) -> None:
    verification.withdraw_fact_check(answered, public_note="Sedang kami periksa ulang.", by=checker)
    assert not FactCheck.objects.public().exists()
    with pytest.raises(verification.OwnVerdict):
        verification.restore_fact_check(answered, by=checker)

    verification.restore_fact_check(answered, by=second_checker)

    assert FactCheck.objects.public().get() == answered


def test_what_grew_an_hour_ago_presses_less_once_it_is_over(claim: Claim) -> None:
    for _again in range(4):
        ask(FORWARD)
    claim.refresh_from_db()
    before = claim.priority
    claim.every_question().update(asked_at=now() - timedelta(hours=3))

    tasks.weigh(0)

    claim.refresh_from_db()
    assert 0 < claim.priority < before


def test_a_desk_counts_how_fast_it_answers(answered: FactCheck, office: Office) -> None:
    Claim.objects.update(first_asked_at=now() - timedelta(minutes=90))
    late = claim_of(ask(OTHER))
    Claim.objects.filter(pk=late.pk).update(due_at=now() - timedelta(minutes=1))

    numbers = verification.desk_numbers(office)

    assert (numbers.open, numbers.late) == (1, 1)
    assert numbers.minutes_to_verdict == pytest.approx(90, abs=1)
    assert numbers.by_memory is None


def test_only_an_operator_opens_the_desk_and_only_one_takes_all(desk: verification.Desk, checker: Member) -> None:
    with pytest.raises(NotAllowed):
        verification.open_desk(verification.DeskSettings(), by=checker)
    other = build_member(build_office(), roles=("operator",))
    with tenancy.acting(office=other.office_id):
        with pytest.raises(verification.CannotJoin):
            verification.open_desk(verification.DeskSettings(is_default=True), by=other)
        own = verification.open_desk(verification.DeskSettings(hours_to_answer=6), by=other)
        question = ask(FORWARD, office=other.office)

    assert question.office_id == own.office_id
    assert ask(OTHER).office_id == desk.office_id


def test_who_asks_does_not_hear_what_is_public_no_more(answered: FactCheck, checker: Member) -> None:
    verification.withdraw_fact_check(answered, public_note="Sedang kami periksa ulang.", by=checker)

    again = ask(FORWARD)

    assert again.answered_at is None
    assert claim_of(again).state == "open"


def test_a_question_taken_out_of_an_answered_claim_leaves_its_memory(
    claim: Claim, checker: Member, second_checker: Member
) -> None:
    other = claim_of(ask(OTHER))
    verification.merge_claims(other, into=claim, by=checker)
    verification.propose_verdict(claim, verdict=VERDICT, by=checker)
    verification.confirm_verdict(claim, by=second_checker)
    wrong = other.questions.get()

    verification.split_claim(claim, questions=[wrong], by=checker)

    texts = [message.text for message in Message.objects.exclude(text="")]
    wrong.refresh_from_db()
    assert wrong.answered_at is None
    assert len(texts) == 1
    assert "daftar ulang" in texts[0]


def test_signs_that_nobody_sees_spoil_nothing(claim: Claim, checker: Member) -> None:
    question = ask(f"\x00{OTHER}\ud800")
    odd = verification.NewVerdict(
        title="Judul\x00", verdict="salah", reason="Alasan\x07.", review="Isi\x00", appeared="\x00"
    )

    fact_check = verification.propose_verdict(claim, verdict=odd, by=checker)

    assert claim_of(question).text == OTHER
    assert (fact_check.title, fact_check.reason, fact_check.review, fact_check.appeared) == (
        "Judul",
        "Alasan.",
        "Isi",
        "",
    )


def test_a_verdict_with_an_address_that_is_none_is_refused(claim: Claim, checker: Member) -> None:
    wrong = verification.NewVerdict(title="Judul", verdict="salah", reason="Karena.", links=("javascript:alert(1)",))
    with pytest.raises(verification.NotSaid):
        verification.propose_verdict(claim, verdict=wrong, by=checker)


def test_what_was_found_true_is_told_without_a_myth(claim: Claim, checker: Member, second_checker: Member) -> None:
    verification.propose_verdict(claim, verdict=replace(VERDICT, verdict="benar"), by=checker)
    fact_check = verification.confirm_verdict(claim, by=second_checker)

    text = verification.write_debunk(fact_check, by=checker).text()

    assert text.headline.startswith("[BENAR]")
    assert text.of_kind(MythFact) == ()


def test_a_number_that_another_desk_gave_out_leaves_no_picture_behind(
    desk: verification.Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = build_member(build_office(), roles=("operator",))
    with tenancy.acting(office=other.office_id):
        verification.open_desk(verification.DeskSettings(), by=other)
    asked = verification.Asked(text=FORWARD, number="T-7K4M-Q2XD-9RHV", picture=b"gambar")
    verification.take_question(asked)
    written: list[str] = []

    def save(name: str, *_more: object, **_options: object) -> str:
        written.append(name)
        return name

    monkeypatch.setattr(default_storage, "save", save)

    with pytest.raises(IntegrityError), transaction.atomic():
        verification.take_question(asked, office=other.office)

    assert written == []
