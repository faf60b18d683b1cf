"""What somebody hears who asks whether a text is true."""

from __future__ import annotations

import shutil

import pytest
from conftest import build_fact_check, build_text

from suluh.agencies.models import Member
from suluh.authenticity import api as authenticity
from suluh.content import api as content
from suluh.foundation import tenancy
from suluh.verification import api as verification
from suluh.verification import index
from suluh.verification.models import FactCheck, Message, Tally
from suluh.verification.tests.forwards import FORWARD

HOAX = "Air kelapa dicampur garam menyembuhkan demam berdarah"
UNHEARD = "Gubernur meresmikan jembatan gantung baru di atas sungai Musi pada hari Senin lusa"

pytestmark = [pytest.mark.slow, pytest.mark.django_db]


@pytest.fixture(autouse=True)
def looks_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ask PostgreSQL at every match, however short the test is."""
    monkeypatch.setattr(index, "_LOOK_AGAIN", 0.0)


def test_a_known_claim_is_answered_with_its_fact_check() -> None:
    fact_check = build_fact_check(title=HOAX)

    answer = verification.check_text(f"Info dari dokter: {HOAX}!! Sebarkan.")

    assert answer.outcome == "known"
    assert answer.found[0].fact_check == fact_check
    assert str(answer.found[0].nearness)


def test_nothing_known_is_said_to_be_unknown_and_never_true() -> None:
    build_fact_check(title=HOAX)

    answer = verification.check_text(UNHEARD)

    assert (answer.outcome, answer.found, answer.origin) == ("unknown", (), None)


def test_an_empty_text_is_unknown() -> None:
    assert verification.check_text(" \u200b ").outcome == "unknown"


def test_what_is_taken_from_view_answers_nobody() -> None:
    fact_check = build_fact_check(title=HOAX)
    assert verification.check_text(HOAX).outcome == "known"

    with tenancy.whole_house(reason="test"):
        FactCheck.objects.filter(pk=fact_check.pk).update(state="withdrawn")

    assert verification.check_text(HOAX).outcome == "unknown"


def test_changed_words_are_known_by_what_they_are_now() -> None:
    fact_check = build_fact_check(title=HOAX)
    verification.check_text(HOAX)
    with tenancy.whole_house(reason="test"):
        FactCheck.objects.filter(pk=fact_check.pk).update(title="Tarif listrik rumah tangga naik dua kali lipat")

    assert verification.check_text("Tarif listrik rumah tangga naik dua kali lipat").outcome == "known"
    assert verification.check_text(HOAX).outcome != "known"


def test_an_index_that_is_gone_is_made_anew() -> None:
    build_fact_check(title=HOAX)
    verification.check_text(HOAX)

    index.begin_anew()

    assert verification.check_text(HOAX).outcome == "known"


def test_an_index_ahead_of_a_restored_database_is_made_anew() -> None:
    fact_check = build_fact_check(title=HOAX)
    index.matcher().apply(put=(), drop=(fact_check.key,), mark=10**9)

    assert verification.check_text(HOAX).outcome == "known"


def test_a_long_backlog_is_caught_up_with_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index, "_BATCH", 2)
    for number in range(5):
        build_fact_check(title=f"{HOAX} dalam {number + 2} malam")

    last = index.catch_up()

    assert last == FactCheck.objects.order_by("-change").values_list("change", flat=True).first()


def test_checks_are_counted_by_day_and_outcome_without_their_words() -> None:
    fact_check = build_fact_check(title=HOAX)
    for text in (HOAX, HOAX, UNHEARD):
        verification.check_text(text)

    rows = {(row.outcome, row.fact_check_id): row.count for row in Tally.objects.all()}
    assert rows == {("known", fact_check.pk): 2, ("unknown", None): 1}


def test_a_message_that_a_person_matched_is_known_by_memory(
    desk: verification.Desk, checker: Member, second_checker: Member
) -> None:
    question = verification.take_question(verification.Asked(text=FORWARD))
    claim = question.claim
    assert claim is not None
    fact_check = build_fact_check(title="Kominfo memblokir nomor yang tidak mendaftar ulang")
    verification.match_claim(claim, fact_check=fact_check, by=checker)
    assert Message.objects.count() == 1

    answer = verification.check_text(FORWARD)

    assert answer.outcome == "known"
    assert answer.found[0].fact_check == fact_check
    assert answer.by == "memory"


def test_an_offices_own_words_lead_to_its_story(published_story: content.Story) -> None:
    text = published_story.text()

    answer = verification.check_text(f"{text.headline}\n{text.lead}")

    assert answer.outcome == "from_office"
    assert answer.origin is not None
    assert answer.origin.story == published_story


def test_a_code_alone_leads_to_its_story_and_proves_nothing_beside_other_words(
    published_story: content.Story,
) -> None:
    code = authenticity.issue_code(published_story.office, revision=published_story.published_revision, by=None)

    alone = verification.check_text(f"benarkah? {code.text.lower()}")
    beside = verification.check_text(f"{UNHEARD} dan semua warga mendapat hadiah uang tunai sekarang juga {code.text}")

    assert (alone.outcome, alone.origin and alone.origin.code) == ("from_office", code.text)
    assert beside.outcome == "unknown"


def test_a_recalled_story_is_still_told_by_its_link(published_story: content.Story, approver: Member) -> None:
    content.recall_story(published_story, reason="Keliru.", public_note="Ditarik.", by=approver)

    answer = verification.check_text(f"http://testserver{published_story.get_absolute_url()}")

    assert answer.origin is not None
    assert answer.origin.story.state == "recalled"


def test_a_hoax_with_a_sentence_of_an_office_is_still_the_hoax(published_story: content.Story) -> None:
    build_fact_check(title=HOAX)

    answer = verification.check_text(f"{HOAX}. {build_text().headline}")

    assert answer.outcome == "known"


def test_an_index_that_was_damaged_is_made_anew() -> None:
    build_fact_check(title=HOAX)
    verification.check_text(HOAX)
    for file in index._folder().rglob("*"):
        if file.is_file():
            file.write_bytes(b"rusak")
    index._kept.clear()

    assert verification.check_text(HOAX).outcome == "known"


@pytest.mark.parametrize(
    "forged",
    [
        "Rumah sakit daerah mengadakan operasi katarak gratis, daftar lewat puskesmas, transfer uang muka dulu",
        "Rumah sakit daerah mengadakan operasi katarak gratis, daftar lewat https://katarak-gratis.example",
        "Rumah sakit daerah mengadakan operasi katarak gratis, daftar lewat 0812 3456 7890",
        "Rumah sakit daerah mengadakan operasi katarak gratis semua lansia kota Baturaja dan sekitarnya besok pagi",
        "Rumah sakit daerah tidak mengadakan operasi katarak gratis, jangan daftar lewat puskesmas",
    ],
    ids=["money", "link", "number", "more", "contrary"],
)
def test_what_was_found_true_is_not_the_answer_to_a_text_that_says_more(forged: str) -> None:
    build_fact_check(
        title="Rumah sakit daerah mengadakan operasi katarak gratis, daftar lewat puskesmas", verdict="benar"
    )

    answer = verification.check_text(forged)

    assert answer.outcome != "known"
    assert all(one.is_partly or one.probability < 0.95 for one in answer.found), "it is not said to be the same"


def test_what_was_found_true_is_the_answer_to_its_own_words() -> None:
    title = "Rumah sakit daerah mengadakan operasi katarak gratis, daftar lewat puskesmas"
    build_fact_check(title=title, verdict="benar")

    assert verification.check_text(f"Info ya bun: {title}. Sebarkan!").outcome == "known"


def test_an_index_that_another_process_made_anew_is_opened_again() -> None:
    build_fact_check(title=HOAX)
    verification.check_text(HOAX)
    before = index.matcher()

    folder = index._folder()
    shutil.rmtree(folder)
    folder.mkdir()  # often with the same inode

    assert index.matcher() is not before
    assert verification.check_text(HOAX).outcome == "known"


def test_a_word_or_two_claim_nothing() -> None:
    build_fact_check(title="Bansos tunai untuk semua pemilik KTP, daftar lewat tautan")

    assert verification.check_text("bansos").outcome != "known"
    assert verification.check_text("KTP!!").outcome != "known"


@pytest.mark.parametrize(
    "denial",
    [
        f"Dinas Sosial menegaskan tidak ada pembagian itu: {HOAX}",
        f"{HOAX}. Kabar itu hoaks, jangan disebarkan.",
        f"Klarifikasi: {HOAX} adalah tidak benar",
    ],
    ids=["asserts", "hoax", "clarifies"],
)
def test_a_denial_of_a_hoax_is_not_answered_with_false(denial: str) -> None:
    build_fact_check(title=HOAX)

    assert verification.check_text(denial).outcome == "looks_like"


@pytest.mark.parametrize("asks", ["ini hoaks bukan ya?", "itu hoaks ga min", "apakah itu hoaks"], ids=["a", "b", "c"])
def test_who_asks_whether_it_is_a_hoax_is_answered(asks: str) -> None:
    build_fact_check(title=HOAX)

    assert verification.check_text(f"{HOAX}, {asks}").outcome == "known"
