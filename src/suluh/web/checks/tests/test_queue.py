"""The queue: what it shows, in which order, to whom, and what its refresh answers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from suluh.agencies.models import Member
from suluh.foundation.clock import now
from suluh.verification import api as verification
from suluh.verification.models import Claim
from suluh.web.checks.tests.conftest import OTHER, Ask
from suluh.web.checks.tests.reading_pages import Element, read_page

SignedIn = Callable[[Member], Client]
# The session, the member, the navigation's count, the filters' counts, the claims and their page, the last hour, and
# the live numbers' five.
QUERIES = 18


def page_of(browser: Client, query: str = "") -> Element:
    answer = browser.get(reverse("claims") + query)
    assert answer.status_code == 200
    return read_page(answer)


def words_in(page: Any) -> list[str]:
    return [link.text_content() for link in page.pick(".claim-card .card-title a")]


def test_the_most_pressing_claim_stands_first_with_why(signed_in: SignedIn, ask: Ask, checker: Member) -> None:
    first = ask(times=3)
    ask(OTHER)
    verification.weigh_claim(first, harm=3, reach=20_000, by=checker)
    page = page_of(signed_in(checker))
    card = page.pick(".claim-card")[0]
    said = " ".join(card.text_content().split())
    assert len(words_in(page)) == 2
    assert card.pick("a")[0].get("href") == reverse("claim", args=[first.pk])
    for words in ("3 pertanyaan", "+3 dalam satu jam", "membahayakan nyawa", "menjangkau sekitar 20.000"):
        assert words in said


def test_a_late_claim_says_so_and_one_nearly_due_warns(signed_in: SignedIn, ask: Ask, checker: Member) -> None:
    late, soon = ask(), ask(OTHER)
    Claim.objects.filter(pk=late.pk).update(due_at=now() - timedelta(minutes=75, seconds=5))
    Claim.objects.filter(pk=soon.pk).update(due_at=now() + timedelta(minutes=40, seconds=30))
    page = page_of(signed_in(checker))
    said = {card.get("class").split("-")[-1]: card.text_content() for card in page.pick(".claim-card")}
    assert "terlambat 1 jam 15 menit" in said["late"]
    assert "40 menit lagi" in said["soon"]


@pytest.mark.parametrize(
    ("name", "holds"),
    [("", 3), ("saya", 1), ("bebas", 1), ("usulan", 1), ("terlambat", 0), ("terjawab", 0), ("ditutup", 1)],
)
def test_each_filter_holds_its_claims_and_says_how_many(
    signed_in: SignedIn, ask: Ask, proposed: verification.Claim, checker: Member, second_checker: Member,
    name: str, holds: int,
) -> None:  # fmt: skip
    free, mine, closed = ask(OTHER), ask("Gaji PNS dipotong untuk ibu kota baru?"), ask("Gubernur kurang tampan")
    verification.take_claim(mine, by=second_checker)
    verification.close_claim(closed, reason="Ini pendapat.", by=checker)
    page = page_of(signed_in(second_checker), f"?saring={name}")
    current = page.pick(".tabs a[aria-current=page] .tabs-count")
    assert len(words_in(page)) == holds
    assert current[0].text == str(holds)
    assert free.pk


def test_words_are_looked_for_within_the_filter(signed_in: SignedIn, ask: Ask, checker: Member) -> None:
    ask()
    ask(OTHER)
    page = page_of(signed_in(checker), "?q=kelor+diabetes")
    assert words_in(page) == [OTHER]
    assert page.pick(".tabs a[aria-current=page] .tabs-count")[0].text == "1"
    assert page_of(signed_in(checker), "?q=tidak-ada").pick(".empty")


def test_a_citizens_number_leads_to_its_claim(signed_in: SignedIn, ask: Ask, checker: Member, outsider: Member) -> None:
    claim = ask()
    number = verification.Question.objects.get().number
    answer = signed_in(checker).get(reverse("claims"), {"q": number.lower().replace("-", " ")})
    assert answer["Location"] == reverse("claim", args=[claim.pk])
    assert signed_in(outsider).get(reverse("claims"), {"q": number}).status_code == 200


def test_every_number_opens_to_what_it_counts(signed_in: SignedIn, claim: verification.Claim, checker: Member) -> None:
    browser = signed_in(checker)
    for link in page_of(browser).pick(".live-number a"):
        address, _hash, place = link.get("href").partition("#")
        opened = read_page(browser.get(address))
        assert not place or opened.pick(f"#{place}")


def test_the_refresh_is_silent_until_something_changes(signed_in: SignedIn, ask: Ask, checker: Member) -> None:
    ask()
    browser = signed_in(checker)
    address = page_of(browser).pick("#queue")[0].get("hx-get")
    assert browser.get(address).status_code == 204
    ask(OTHER)
    answer = browser.get(address)
    assert answer.status_code == 200
    assert OTHER in answer.content.decode()
    assert "<html" not in answer.content.decode()


def test_a_claim_is_taken_from_the_queue(signed_in: SignedIn, claim: verification.Claim, checker: Member) -> None:
    browser = signed_in(checker)
    form = page_of(browser).pick(".claim-card form")[0]
    answer = browser.post(form.get("action"), {"do": "take"})
    assert answer["Location"] == reverse("claim", args=[claim.pk])
    claim.refresh_from_db()
    assert (claim.state, claim.assigned_to_id) == ("checking", checker.user_id)


def test_who_may_not_check_sees_nothing_of_it(signed_in: SignedIn, claim: verification.Claim, author: Member) -> None:
    browser = signed_in(author)
    for name in ("claims", "claims_live", "claim_numbers"):
        assert browser.get(reverse(name)).status_code == 403
    assert reverse("claims") not in browser.get(reverse("desk")).content.decode()


def test_another_offices_claims_do_not_stand_here(
    signed_in: SignedIn, claim: verification.Claim, outsider: Member
) -> None:
    page = page_of(signed_in(outsider))
    assert words_in(page) == []
    assert {count.text for count in page.pick(".tabs-count")} == {"0"}


def test_the_navigation_counts_what_waits(signed_in: SignedIn, ask: Ask, checker: Member) -> None:
    browser = signed_in(checker)
    assert b"desk-side-count" not in browser.get(reverse("desk")).content
    ask()
    ask(OTHER)
    page = read_page(browser.get(reverse("desk")))
    assert page.pick(".desk-side-count")[0].text == "2"


def test_a_full_queue_takes_as_many_queries_as_a_short_one(
    signed_in: SignedIn, ask: Ask, checker: Member, django_assert_max_num_queries: Any
) -> None:
    claim = ask()
    rows = [
        Claim(office=claim.office, text=f"Klaim {n}", due_at=claim.due_at, asked=1, assigned_to=checker.user)
        for n in range(60)
    ]
    Claim.objects.bulk_create(rows)
    browser = signed_in(checker)
    with django_assert_max_num_queries(QUERIES):
        page = page_of(browser)
    assert len(words_in(page)) == 25
    assert page.pick(".pagination")


def test_the_desks_first_page_says_what_waits_for_a_checker(
    signed_in: SignedIn, ask: Ask, proposed: verification.Claim, checker: Member, second_checker: Member, author: Member
) -> None:
    ask(OTHER)
    lines = read_page(signed_in(second_checker).get(reverse("desk"))).pick(".waiting .chip")
    assert [" ".join(line.text_content().split()) for line in lines] == [
        "1 putusan menunggu pemeriksa kedua",
        "1 klaim belum diambil",
    ]
    mine = read_page(signed_in(checker).get(reverse("desk"))).pick(".waiting .chip")
    assert [" ".join(line.text_content().split()) for line in mine] == ["1 klaim belum diambil"]
    assert not read_page(signed_in(author).get(reverse("desk"))).pick(".waiting")
