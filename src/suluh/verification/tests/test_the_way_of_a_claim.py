"""From a citizen's question to the answer that two checkers stand behind."""

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
from suluh.foundation.models import AuditEntry
from suluh.foundation.states import MoveRefused
from suluh.verification import api as verification
from suluh.verification import tasks
from suluh.verification.models import Claim, FactCheck, Message, Question

FORWARD = (
    "*Diteruskan berkali-kali*\nHati-hati!! Mulai tanggal 1 Desember semua kartu SIM yang tidak daftar ulang lewat "
    "tautan ini akan diblokir permanen oleh Kominfo. Segera isi data NIK dan nomor rekening supaya nomor tetap aktif."
)
OTHER = "Air kelapa muda dicampur garam dan jeruk nipis bisa menyembuhkan demam berdarah dalam satu malam tanpa dokter."
VERDICT = verification.NewVerdict(
    title="Kartu SIM diblokir bila tidak daftar ulang lewat tautan",
    verdict="salah",
    reason="Kominfo tidak pernah meminta daftar ulang lewat tautan itu; tautannya mencuri data.",
    review="Kami menghubungi Kominfo.\n\nTautan itu didaftarkan kemarin di luar negeri.",
    link="https://contoh.go.id/klarifikasi",
)


def ask(text: str, *, office: Office | None = None) -> Question:
    return verification.take_question(verification.Asked(text=text), office=office)


def claim_of(question: Question) -> Claim:
    claim = question.claim
    assert claim is not None
    claim.refresh_from_db()
    return claim


@pytest.fixture
def claim(desk: verification.Desk) -> Claim:
    return claim_of(ask(FORWARD))


@pytest.fixture
def answered(claim: Claim, checker: Member, second_checker: Member) -> FactCheck:
    verification.propose_verdict(claim, verdict=VERDICT, by=checker)
    return verification.confirm_verdict(claim, by=second_checker)


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


def test_a_claim_that_was_matched_wrongly_is_taken_up_again(answered: FactCheck, claim: Claim, checker: Member) -> None:
    claim.refresh_from_db()
    verification.reopen_claim(claim, reason="Bukan klaim yang sama.", by=checker)

    claim.refresh_from_db()
    assert (claim.state, claim.fact_check) == ("checking", None)
    assert not claim.every_question().filter(answered_at__isnull=False).exists()
    assert [message.text for message in Message.objects.all()] == [""]
    verification.match_claim(claim, fact_check=answered, by=checker)
    assert all(message.text for message in Message.objects.all())


def test_a_closed_claim_tells_why_and_can_be_taken_up_again(claim: Claim, checker: Member) -> None:
    verification.close_claim(claim, reason="Ini pendapat, bukan klaim yang dapat diperiksa.", by=checker)
    question = claim.every_question().get()
    assert question.answered_at is not None
    assert question.fact_check is None

    verification.reopen_claim(claim, reason="Ternyata ada klaimnya.", by=checker)

    claim.refresh_from_db()
    assert (claim.state, claim.closed_because) == ("open", "")
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


def test_a_merged_claim_leaves_the_other_when_it_is_taken_up_again(claim: Claim, checker: Member) -> None:
    part = claim_of(ask(OTHER))
    verification.merge_claims(part, into=claim, by=checker)

    verification.reopen_claim(part, reason="Dua hal yang berbeda.", by=checker)

    claim.refresh_from_db()
    part.refresh_from_db()
    assert (claim.asked, part.asked, part.state) == (1, 1, "open")


def test_questions_put_together_by_mistake_get_a_claim_of_their_own(claim: Claim, checker: Member) -> None:
    wrong = ask(FORWARD)

    made = verification.split_claim(claim, questions=[wrong], by=checker)

    claim.refresh_from_db()
    wrong.refresh_from_db()
    assert wrong.claim == made
    assert (claim.asked, made.asked, made.state) == (1, 1, "open")
    with pytest.raises(verification.CannotJoin):
        verification.split_claim(claim, questions=list(claim.every_question()), by=checker)


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


def test_nothing_but_signs_is_no_question(desk: verification.Desk) -> None:
    for text in (" ", "\u200b", "🙏🙏"):
        with pytest.raises(verification.NothingAsked):
            ask(text)


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
