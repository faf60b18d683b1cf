"""A claim's page: from taking it to the answer, and what it says to whom."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from conftest import build_member
from django.test import Client
from django.urls import reverse

from suluh.agencies.models import Member
from suluh.verification import api as verification
from suluh.verification.models import Claim, Evidence, FactCheck, Question
from suluh.web.checks.tests.conftest import HOAX, OTHER, Ask, new_verdict
from suluh.web.checks.tests.reading_pages import Element, read_page

SignedIn = Callable[[Member], Client]
VERDICT = {
    "do": "propose",
    "title": "Bantuan Rp 600 ribu dibagikan lewat tautan",
    "verdict": "salah",
    "reason": "Tautan itu bukan milik pemerintah.",
    "review": "Kementerian membantahnya.",
    "links": "https://kemensos.go.id/a\nhttps://kemensos.go.id/b",
    "language": "id",
}
# A page with a claim in hand and 3,000 questions behind it; the matcher's own are among them.
QUERIES = 32


def at(claim: verification.Claim) -> str:
    return reverse("claim", args=[claim.pk])


def shown(browser: Client, claim: verification.Claim) -> Element:
    answer = browser.get(at(claim))
    assert answer.status_code == 200
    return read_page(answer)


def buttons(page: Any) -> set[str]:
    return {button.get("value") for button in page.pick("button[name=do]")}


def fresh(claim: verification.Claim) -> Claim:
    return Claim.objects.get(pk=claim.pk)


def test_a_claim_goes_from_the_queue_to_the_answer_on_the_screens(
    signed_in: SignedIn, ask: Ask, checker: Member, second_checker: Member
) -> None:
    claim = ask(times=2)
    one, other = signed_in(checker), signed_in(second_checker)
    one.post(at(claim), {"do": "take", "seen": "open::"})
    one.post(at(claim), {"do": "add-evidence", "note": "Kementerian membantah."})
    assert one.post(at(claim), VERDICT).status_code == 302
    assert fresh(claim).state == "proposed"
    assert "confirm" not in buttons(shown(one, claim))
    assert one.post(at(claim), {"do": "confirm"}).status_code == 403
    assert "confirm" in buttons(shown(other, claim))
    assert other.post(at(claim), {"do": "confirm"}).status_code == 302
    answered = fresh(claim)
    assert answered.state == "answered"
    assert answered.fact_check is not None
    assert answered.fact_check.links == ["https://kemensos.go.id/a", "https://kemensos.go.id/b"]
    assert set(Question.objects.values_list("fact_check", flat=True)) == {answered.fact_check_id}


def test_who_proposed_reads_why_another_must_confirm(
    signed_in: SignedIn, proposed: verification.Claim, checker: Member, second_checker: Member
) -> None:
    mine, theirs = shown(signed_in(checker), proposed), shown(signed_in(second_checker), proposed)
    assert "pemeriksa lain di instansi Anda yang harus mengesahkannya" in mine.text_content()
    assert "harus mengesahkannya" not in theirs.text_content()
    assert "send-back" in buttons(mine) & buttons(theirs)


def test_a_verdict_that_was_sent_back_is_mended_in_the_same_form(
    signed_in: SignedIn, proposed: verification.Claim, checker: Member, second_checker: Member
) -> None:
    assert signed_in(second_checker).post(at(proposed), {"do": "send-back", "reason": " "}).status_code == 422
    signed_in(second_checker).post(at(proposed), {"do": "send-back", "reason": "Sumbernya kurang."})
    page = shown(signed_in(checker), proposed)
    assert "Sumbernya kurang." in page.pick(".history")[0].text_content()
    assert page.pick("#reason")[0].text == new_verdict().reason
    assert page.pick("input[name=verdict][checked]")[0].get("value") == "salah"
    assert page.pick("#links")[0].text.strip() == new_verdict().links[0]


def test_a_refused_verdict_keeps_what_was_typed(
    signed_in: SignedIn, claim: verification.Claim, checker: Member
) -> None:
    verification.take_claim(claim, by=checker)
    answer = signed_in(checker).post(at(claim), VERDICT | {"reason": " ", "first_seen_on": "2026-11-20"})
    page = read_page(answer)
    assert answer.status_code == 422
    assert page.pick("#refusal")
    assert page.pick("#title")[0].text == VERDICT["title"]
    assert page.pick("#review")[0].text == VERDICT["review"]
    assert page.pick("#first_seen_on")[0].get("value") == "2026-11-20"
    assert "data-typed" in page.pick("suluh-typed")[0].attrib


@pytest.mark.parametrize("day", ["kemarin", "2026-02-30"])
def test_a_day_that_is_none_is_refused(
    signed_in: SignedIn, claim: verification.Claim, checker: Member, day: str
) -> None:
    verification.take_claim(claim, by=checker)
    answer = signed_in(checker).post(at(claim), VERDICT | {"first_seen_on": day})
    assert answer.status_code == 422
    assert fresh(claim).state == "checking"


def test_who_was_overtaken_keeps_their_words_and_reads_by_whom(
    signed_in: SignedIn, claim: verification.Claim, checker: Member, second_checker: Member
) -> None:
    verification.take_claim(claim, by=checker)
    seen = shown(signed_in(checker), claim).pick(".verdict-form input[name=seen]")[0].get("value")
    verification.assign_claim(claim, to=second_checker, by=second_checker)
    answer = signed_in(checker).post(at(claim), VERDICT | {"seen": seen})
    assert answer.status_code == 409
    assert second_checker.user.name in answer.content.decode()
    assert fresh(claim).state == "checking"


def test_words_that_were_changed_meanwhile_are_not_confirmed_unread(
    signed_in: SignedIn, proposed: verification.Claim, checker: Member, second_checker: Member
) -> None:
    browser = signed_in(second_checker)
    seen = shown(browser, proposed).pick("input[name=seen]")[0].get("value")
    verification.send_back(proposed, reason="Satu kata lagi.", by=checker)
    verification.propose_verdict(proposed, verdict=new_verdict(verdict="benar"), by=checker)
    assert browser.post(at(proposed), {"do": "confirm", "seen": seen}).status_code == 409
    assert fresh(proposed).state == "proposed"
    seen = shown(browser, proposed).pick("input[name=seen]")[0].get("value")
    assert browser.post(at(proposed), {"do": "confirm", "seen": seen}).status_code == 302


def test_an_older_page_of_ones_own_still_works_and_evidence_always_does(
    signed_in: SignedIn, claim: verification.Claim, checker: Member, second_checker: Member
) -> None:
    seen = shown(signed_in(checker), claim).pick("input[name=seen]")[0].get("value")
    verification.take_claim(claim, by=checker)
    assert signed_in(second_checker).post(at(claim), {"do": "close", "reason": "x", "seen": seen}).status_code == 409
    evidence = {"do": "add-evidence", "note": "Bantahan.", "seen": seen}
    assert signed_in(second_checker).post(at(claim), evidence).status_code == 302
    assert signed_in(checker).post(at(claim), VERDICT | {"seen": seen}).status_code == 302


def test_taking_what_another_has_taken_is_refused(
    signed_in: SignedIn, claim: verification.Claim, checker: Member, second_checker: Member
) -> None:
    verification.take_claim(claim, by=second_checker)
    answer = signed_in(checker).post(at(claim), {"do": "take"})
    assert answer.status_code == 409
    assert fresh(claim).assigned_to_id == second_checker.user_id


def test_a_claim_is_taken_over_given_and_given_back(
    signed_in: SignedIn, claim: verification.Claim, checker: Member, second_checker: Member
) -> None:
    verification.take_claim(claim, by=second_checker)
    browser = signed_in(checker)
    assert "propose" not in buttons(shown(browser, claim))
    browser.post(at(claim), {"do": "take-over"})
    assert fresh(claim).assigned_to_id == checker.user_id
    people = shown(browser, claim).pick("#member option")
    assert [option.get("value") for option in people] == [str(second_checker.pk)]
    browser.post(at(claim), {"do": "assign", "member": str(second_checker.pk)})
    assert fresh(claim).assigned_to_id == second_checker.user_id
    signed_in(second_checker).post(at(claim), {"do": "release"})
    assert (fresh(claim).state, fresh(claim).assigned_to_id) == ("open", None)


def test_a_claim_is_not_given_to_another_office(
    signed_in: SignedIn, claim: verification.Claim, checker: Member, outsider: Member
) -> None:
    answer = signed_in(checker).post(at(claim), {"do": "assign", "member": str(outsider.pk)})
    assert answer.status_code == 422


@pytest.mark.parametrize(
    ("reach", "kept"), [("20.000", 20_000), ("0", 0), ("banyak", None), ("-1", None), ("9" * 30, None)]
)
def test_reach_is_written_as_people_write_numbers(
    signed_in: SignedIn, claim: verification.Claim, checker: Member, reach: str, kept: int | None
) -> None:
    answer = signed_in(checker).post(at(claim), {"do": "weigh", "harm": "2", "reach": reach})
    assert answer.status_code == (302 if kept is not None else 422)
    assert fresh(claim).reach == (kept or 0)


def test_a_known_claim_is_matched_with_one_click(
    signed_in: SignedIn, ask: Ask, fact: verification.FactCheck, checker: Member
) -> None:
    near = ask("Benarkah bantuan Rp 500 ribu dibagikan kepada setiap warga di Medan lewat tautan pendaftaran?")
    browser = signed_in(checker)
    page = shown(browser, near)
    offered = page.pick("#mirip form input[name=fact_check]")
    assert [one.get("value") for one in offered] == [str(fact.pk)]
    browser.post(at(near), {"do": "match", "fact_check": str(fact.pk)})
    assert (fresh(near).state, fresh(near).fact_check_id) == ("answered", fact.pk)


def test_a_claim_is_shown_where_the_matcher_cannot_read_its_files(
    signed_in: SignedIn, claim: verification.Claim, checker: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(text: str, *, counted: bool) -> None:
        raise FileNotFoundError("index")

    monkeypatch.setattr(verification, "check_text", broken)
    page = shown(signed_in(checker), claim)
    assert page.pick("#mirip .notice-warning")
    assert "take" in buttons(page)


def test_a_draft_of_another_office_matches_nothing(
    signed_in: SignedIn, claim: verification.Claim, checker: Member
) -> None:
    answer = signed_in(checker).post(at(claim), {"do": "match", "fact_check": "999999"})
    assert answer.status_code == 404


def test_near_claims_are_merged_both_ways(signed_in: SignedIn, ask: Ask, checker: Member) -> None:
    claim = ask()
    other = ask(
        "Pemerintah membagikan bantuan Rp 600 ribu, diambil di kantor pos terdekat dengan membawa kartu keluarga dan "
        "fotokopi KTP mulai Senin besok"
    )
    assert other.pk != claim.pk
    browser = signed_in(checker)
    assert shown(browser, claim).pick(f'#mirip input[name=other][value="{other.pk}"]')
    answer = browser.post(at(claim), {"do": "merge", "other": str(other.pk)})
    assert answer["Location"] == at(other)
    assert fresh(claim).merged_into_id == other.pk
    browser.post(at(claim), {"do": "reopen", "reason": "Tidak sama."})
    browser.post(at(claim), {"do": "swallow", "other": str(other.pk)})
    assert fresh(other).merged_into_id == claim.pk


def test_closing_and_opening_again_take_a_reason(
    signed_in: SignedIn, claim: verification.Claim, checker: Member
) -> None:
    browser = signed_in(checker)
    assert browser.post(at(claim), {"do": "close", "reason": ""}).status_code == 422
    browser.post(at(claim), {"do": "close", "reason": "Ini pendapat."})
    assert "Ini pendapat." in shown(browser, claim).pick(".claim-said")[0].text_content()
    browser.post(at(claim), {"do": "reopen", "reason": "Ada angka di dalamnya."})
    assert fresh(claim).state == "open"


def test_the_words_of_a_claim_are_mended(signed_in: SignedIn, claim: verification.Claim, checker: Member) -> None:
    signed_in(checker).post(at(claim), {"do": "word", "text": "Bantuan lewat tautan."})
    assert fresh(claim).text == "Bantuan lewat tautan."


def test_evidence_shows_the_state_of_its_copy(signed_in: SignedIn, claim: verification.Claim, checker: Member) -> None:
    browser = signed_in(checker)
    browser.post(at(claim), {"do": "add-evidence", "note": "Bantahan", "link": "https://kemensos.go.id/bantahan"})
    assert "Salinan sedang disimpan" in shown(browser, claim).pick("#bukti")[0].text_content()
    Evidence.objects.update(trouble="Halaman itu tidak menjawab.")
    page = shown(browser, claim)
    assert "Halaman itu tidak menjawab." in page.pick("#bukti")[0].text_content()
    browser.post(at(claim), {"do": "archive-again", "evidence": str(Evidence.objects.get().pk)})
    assert Evidence.objects.get().trouble == ""


def test_a_kept_copy_comes_as_a_file_in_which_nothing_runs(
    signed_in: SignedIn, claim: verification.Claim, checker: Member, outsider: Member
) -> None:
    kept = verification.add_evidence(
        claim, evidence=verification.NewEvidence(note="Halaman", name="a.html", data=b"<script>1</script>"), by=checker
    )
    address = reverse("evidence_copy", args=[claim.pk, kept.pk])
    answer = signed_in(checker).get(address)
    assert b"".join(answer.streaming_content) == b"<script>1</script>"  # type: ignore[attr-defined]
    assert answer["Content-Disposition"].startswith("attachment")
    assert "sandbox" in answer["Content-Security-Policy"]
    assert signed_in(outsider).get(address).status_code == 404
    for close in answer._resource_closers:  # type: ignore[attr-defined]
        close()


def test_questions_of_the_same_words_stand_once(signed_in: SignedIn, ask: Ask, checker: Member) -> None:
    claim = ask(times=7)
    asked = shown(signed_in(checker), claim).pick("#pertanyaan .asked")
    assert len(asked) == 1
    assert HOAX[:40] in asked[0].text_content()
    assert "7 dari yang terbaru berbunyi begini" in " ".join(asked[0].text_content().split())


def test_the_history_tells_who_did_what(
    signed_in: SignedIn, proposed: verification.Claim, checker: Member, second_checker: Member
) -> None:
    history = shown(signed_in(second_checker), proposed).pick(".history > li")
    assert len(history) == 2
    assert all(checker.user.name in line.text_content() for line in history)


def test_after_the_answer_the_page_leads_to_the_debunk(
    signed_in: SignedIn, answered: verification.Claim, checker: Member
) -> None:
    page = shown(signed_in(checker), answered)
    assert answered.fact_check is not None
    assert page.pick(f'a[href="{answered.fact_check.get_absolute_url()}"]')
    assert page.pick(f'form[action="{reverse("own_fact_check", args=[answered.fact_check_id])}"]')
    assert buttons(page) == {"debunk", "reopen", "add-evidence"}


def test_another_office_finds_no_such_claim(signed_in: SignedIn, claim: verification.Claim, outsider: Member) -> None:
    browser = signed_in(outsider)
    assert browser.get(at(claim)).status_code == 404
    assert browser.post(at(claim), {"do": "take"}).status_code == 404
    assert fresh(claim).state == "open"


def test_without_the_right_nothing_is_shown_or_done(
    signed_in: SignedIn, claim: verification.Claim, author: Member
) -> None:
    browser = signed_in(author)
    assert browser.get(at(claim)).status_code == 403
    assert browser.post(at(claim), {"do": "take"}).status_code == 403


@pytest.mark.parametrize("do", ["", "hapus", "take\x00"], ids=["none", "unknown", "nul"])
def test_a_button_that_is_none_is_refused(
    signed_in: SignedIn, claim: verification.Claim, checker: Member, do: str
) -> None:
    assert signed_in(checker).post(at(claim), {"do": do}).status_code == 422


@pytest.mark.slow
def test_three_thousand_questions_take_no_more_queries(
    signed_in: SignedIn, claim: verification.Claim, checker: Member, django_assert_max_num_queries: Any
) -> None:
    build_member(claim.office, roles=("checker",))
    verification.take_claim(claim, by=checker)
    sealed = Question.objects.get().sealed_text
    Question.objects.bulk_create(
        Question(office=claim.office, claim=claim, number=f"T-{n:04}", sealed_text=sealed) for n in range(3_000)
    )
    Claim.objects.filter(pk=claim.pk).update(asked=3_001)
    browser = signed_in(checker)
    with django_assert_max_num_queries(QUERIES):
        page = shown(browser, claim)
    assert "3.001 pertanyaan" in page.text_content()
    assert len(page.pick("#pertanyaan .asked")) == 1
    with django_assert_max_num_queries(QUERIES):
        listed = read_page(browser.get(reverse("claim_questions", args=[claim.pk])))
    assert len(listed.pick(".asked")) == 50
    assert FactCheck.objects.count() == 0
    assert OTHER not in listed.text_content()
