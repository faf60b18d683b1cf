"""From a citizen's question to the answer that two checkers stand behind."""

from __future__ import annotations

from datetime import timedelta

import pytest
from conftest import build_member, build_office
from django.db import IntegrityError, transaction

from suluh.agencies.api import Member, NotAllowed, Office
from suluh.foundation import tenancy
from suluh.foundation.clock import now
from suluh.foundation.models import AuditEntry
from suluh.foundation.states import MoveRefused
from suluh.verification import api as verification
from suluh.verification.models import Claim, FactCheck, Message
from suluh.verification.tests.forwards import FORWARD, OTHER, VERDICT, ask, claim_of


def test_forwards_of_one_text_are_one_claim_and_another_text_is_another(desk: verification.Desk) -> None:
    first = ask(FORWARD)
    changed = ask(f"Assalamualaikum, info penting dari grup sebelah 🙏\n{FORWARD.lower()}\nTolong sebarkan!")
    other = ask(OTHER)

    assert changed.claim_id == first.claim_id
    assert other.claim_id != first.claim_id
    assert claim_of(first).asked == 2


def test_anybody_may_ask_and_nothing_that_tells_who_a_person_is_is_kept(
    desk: verification.Desk, office: Office
) -> None:
    with tenancy.acting():  # as the public page does
        question = ask("Benarkah undian ini? Hubungi 081234567890 a.n. Budi untuk ambil hadiah mobil gratis dari bank.")

    assert b"081234567890" not in bytes(question.sealed_text)
    assert "081234567890" not in claim_of(question).text
    (words,) = verification.asked_words(claim_of(question))
    assert "undian" in words.text
    assert "081234567890" not in words.text


def test_the_same_number_sent_twice_is_one_question(desk: verification.Desk) -> None:
    asked = verification.Asked(text=FORWARD, number="T-7K4M-Q2XD-9RHV")

    first, second = verification.take_question(asked), verification.take_question(asked)

    assert first.pk == second.pk
    assert claim_of(first).asked == 1


def test_without_an_open_desk_nothing_is_taken(office: Office) -> None:
    with tenancy.acting(), pytest.raises(verification.NoDesk):
        ask(FORWARD, office=office)


def test_two_checkers_answer_everybody_who_asked(claim: Claim, checker: Member, second_checker: Member) -> None:
    late = ask(FORWARD)
    verification.take_claim(claim, by=checker)
    proposed = verification.propose_verdict(claim, verdict=VERDICT, by=checker)
    with pytest.raises(verification.OwnVerdict):
        verification.confirm_verdict(claim, by=checker)

    fact_check = verification.confirm_verdict(claim, by=second_checker)

    claim.refresh_from_db()
    late.refresh_from_db()
    assert fact_check.pk == proposed.pk
    assert (claim.state, claim.fact_check) == ("answered", fact_check)
    assert late.fact_check == fact_check
    assert late.answered_at is not None
    with tenancy.acting():
        assert FactCheck.objects.public().get() == fact_check


def test_the_database_takes_no_verdict_of_one_person(claim: Claim, checker: Member) -> None:
    fact_check = verification.propose_verdict(claim, verdict=VERDICT, by=checker)

    for confirmed_by in (None, checker.user):
        with pytest.raises(IntegrityError), transaction.atomic():
            FactCheck.objects.filter(pk=fact_check.pk).update(state="published", confirmed_by=confirmed_by)


def test_what_was_asked_goes_into_the_claim_memory(answered: FactCheck) -> None:
    texts = list(Message.objects.filter(fact_check=answered).values_list("text", flat=True))

    assert len(texts) == 1
    assert "daftar ulang" in texts[0]


def test_a_forward_that_comes_later_is_answered_at_once(answered: FactCheck) -> None:
    late = ask(f"FWD: {FORWARD}")

    assert late.fact_check == answered
    assert late.answered_at is not None


def test_a_verdict_sent_back_is_mended_in_the_same_row(claim: Claim, checker: Member, second_checker: Member) -> None:
    first = verification.propose_verdict(claim, verdict=VERDICT, by=checker)
    verification.send_back(claim, reason="Sebutkan sumbernya.", by=second_checker)
    again = verification.propose_verdict(claim, verdict=VERDICT, by=second_checker)

    verification.confirm_verdict(claim, by=checker)

    assert again.pk == first.pk
    assert FactCheck.objects.get().proposed_by == second_checker.user


def test_a_verdict_outside_of_the_scale_is_refused(claim: Claim, checker: Member) -> None:
    wrong = verification.NewVerdict(title="Judul", verdict="setengah-benar", reason="Karena.")
    with pytest.raises(verification.UnknownVerdict):
        verification.propose_verdict(claim, verdict=wrong, by=checker)


def test_what_another_checker_has_in_hand_names_them(claim: Claim, checker: Member, second_checker: Member) -> None:
    verification.take_claim(claim, by=checker)

    with pytest.raises(verification.TakenByAnother, match=checker.user.name):
        verification.take_claim(claim, by=second_checker)
    verification.assign_claim(claim, to=second_checker, by=checker)
    verification.release_claim(claim, by=second_checker)

    claim.refresh_from_db()
    assert (claim.state, claim.assigned_to) == ("open", None)


def test_who_does_not_check_gets_no_claim(claim: Claim, author: Member, checker: Member) -> None:
    with pytest.raises(NotAllowed):
        verification.take_claim(claim, by=author)
    with pytest.raises(verification.CannotCheck):
        verification.assign_claim(claim, to=author, by=checker)


def test_another_office_finds_no_claim(claim: Claim) -> None:
    other = build_member(build_office(), roles=("checker",))
    with tenancy.acting(office=other.office_id), pytest.raises(Claim.DoesNotExist):
        verification.take_claim(claim, by=other)


def test_a_known_fact_check_answers_a_claim_and_learns_its_words(
    answered: FactCheck, desk: verification.Desk, checker: Member
) -> None:
    question = ask(
        "Nomor WA kita akan mati besok kalau tidak mengisi formulir registrasi yang dibagikan lewat grup RT ini"
    )

    verification.match_claim(claim_of(question), fact_check=answered, by=checker)

    question.refresh_from_db()
    assert question.fact_check == answered
    assert Message.objects.filter(fact_check=answered).count() == 2


def test_a_closed_claim_tells_why_and_can_be_taken_up_again(claim: Claim, checker: Member) -> None:
    Claim.objects.filter(pk=claim.pk).update(due_at=now() - timedelta(days=1))
    verification.close_claim(claim, reason="Ini pendapat, bukan klaim yang dapat diperiksa.", by=checker)
    question = claim.every_question().get()
    assert question.answered_at is not None
    assert question.fact_check is None

    verification.reopen_claim(claim, reason="Ternyata ada klaimnya.", by=checker)

    claim.refresh_from_db()
    assert (claim.state, claim.closed_because) == ("open", "")
    assert claim.due_at > now() + timedelta(hours=2), "the desk has its hours again"
    assert not claim.every_question().filter(answered_at__isnull=False).exists()


def test_a_merged_claim_gets_the_answer_of_the_other(claim: Claim, checker: Member, second_checker: Member) -> None:
    question = ask(OTHER)
    part = claim_of(question)
    verification.merge_claims(part, into=claim, by=checker)
    claim.refresh_from_db()
    assert claim.asked == 2

    verification.propose_verdict(claim, verdict=VERDICT, by=checker)
    fact_check = verification.confirm_verdict(claim, by=second_checker)

    question.refresh_from_db()
    assert question.fact_check == fact_check
    assert ask(OTHER).fact_check == fact_check


def test_what_joins_an_answered_claim_is_answered_by_memory_from_then_on(
    answered: FactCheck, claim: Claim, checker: Member
) -> None:
    question = ask(OTHER)

    verification.merge_claims(claim_of(question), into=claim, by=checker)

    question.refresh_from_db()
    assert question.fact_check == answered
    assert any("Air kelapa" in text for text in Message.objects.values_list("text", flat=True))


def test_a_merged_claim_leaves_the_other_when_it_is_taken_up_again(claim: Claim, checker: Member) -> None:
    part = claim_of(ask(OTHER))
    verification.merge_claims(part, into=claim, by=checker)

    verification.reopen_claim(part, reason="Dua hal yang berbeda.", by=checker)

    claim.refresh_from_db()
    part.refresh_from_db()
    assert (claim.asked, part.asked, part.state) == (1, 1, "open")


def test_what_was_answered_as_a_part_of_another_claim_leaves_the_memory_when_it_is_taken_up_again(
    claim: Claim, checker: Member, second_checker: Member
) -> None:
    part = claim_of(ask(OTHER))
    verification.merge_claims(part, into=claim, by=checker)
    verification.propose_verdict(claim, verdict=VERDICT, by=checker)
    verification.confirm_verdict(claim, by=second_checker)

    verification.reopen_claim(part, reason="Dua hal yang berbeda.", by=checker)

    kept = " ".join(Message.objects.exclude(text="").values_list("text", flat=True))
    assert "kartu SIM" in kept
    assert "Air kelapa" not in kept


def test_questions_put_together_by_mistake_get_a_claim_of_their_own(claim: Claim, checker: Member) -> None:
    wrong = ask(FORWARD)

    made = verification.split_claim(claim, questions=[wrong], by=checker)

    claim.refresh_from_db()
    wrong.refresh_from_db()
    assert wrong.claim == made
    assert (claim.asked, made.asked, made.state) == (1, 1, "open")
    with pytest.raises(verification.CannotJoin):
        verification.split_claim(claim, questions=list(claim.every_question()), by=checker)


def test_a_move_that_the_table_does_not_have_is_refused(claim: Claim, checker: Member, second_checker: Member) -> None:
    verification.propose_verdict(claim, verdict=VERDICT, by=checker)

    with pytest.raises(MoveRefused):
        verification.close_claim(claim, reason="Terlambat.", by=second_checker)


def test_every_step_stands_in_the_journal_without_the_citizens_words(answered: FactCheck) -> None:
    entries = AuditEntry.objects.filter(action__startswith="verification.").order_by("pk")

    assert [entry.action.removeprefix("verification.") for entry in entries] == [
        "open_desk",
        "take_question",
        "propose_verdict",
        "confirm_verdict",
    ]
    assert not any("daftar ulang" in str(entry.detail) for entry in entries)


def test_nothing_but_signs_is_no_question(desk: verification.Desk) -> None:
    for text in (" ", "\u200b", "🙏🙏"):
        with pytest.raises(verification.NothingAsked):
            ask(text)
