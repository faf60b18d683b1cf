"""Sources and the desk's settings; the page behind the numbers."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from conftest import build_member
from django.test import Client
from django.urls import reverse

from suluh.agencies.models import Member, Office
from suluh.foundation import tenancy
from suluh.foundation.clock import now
from suluh.verification import api as verification
from suluh.verification.models import Desk, Source, Tally
from suluh.web.checks.tests.reading_pages import Element, read_page

SignedIn = Callable[[Member], Client]
SETTINGS = {"do": "settings", "is_open": "on", "hours_to_answer": "6", "days_to_keep": "14"}


@pytest.fixture
def source(db: None) -> Source:
    with tenancy.whole_house(reason="test"):
        return Source.objects.create(
            slug="sumber-uji",
            name="Sumber Uji",
            kind="wordpress",
            address="https://uji.example.org",
            licence="Boleh dikutip dengan tautan.",
            trouble="Sumber itu tidak menjawab.",
        )


def shown(browser: Client) -> Element:
    answer = browser.get(reverse("fact_sources"))
    assert answer.status_code == 200
    return read_page(answer)


def test_a_source_says_its_licence_and_its_trouble(signed_in: SignedIn, source: Source, author: Member) -> None:
    said = shown(signed_in(author)).pick(".source")[0].text_content()
    assert "Boleh dikutip dengan tautan." in said
    assert "Sumber itu tidak menjawab." in said
    assert "Belum pernah dibaca" in said


def test_only_who_runs_the_desk_settles_it(
    signed_in: SignedIn, office: Office, operator: Member, author: Member
) -> None:
    assert not shown(signed_in(author)).pick("#hours_to_answer")
    assert signed_in(author).post(reverse("fact_sources"), SETTINGS).status_code == 403
    assert signed_in(operator).post(reverse("fact_sources"), SETTINGS).status_code == 302
    with tenancy.acting(office=office.pk):
        desk = Desk.objects.get(office=office)
    assert (desk.is_open, desk.is_default, desk.hours_to_answer, desk.days_to_keep) == (True, False, 6, 14)


@pytest.mark.parametrize("hours", ["0", "x", "400"])
def test_hours_that_cannot_be_are_refused_and_kept_on_the_screen(
    signed_in: SignedIn, operator: Member, hours: str
) -> None:
    answer = signed_in(operator).post(reverse("fact_sources"), SETTINGS | {"hours_to_answer": hours})
    assert answer.status_code == 422
    assert read_page(answer).pick("#hours_to_answer")[0].get("value") == hours


def test_a_source_is_read_when_the_operator_says_so(
    signed_in: SignedIn, source: Source, operator: Member, author: Member
) -> None:
    asked = {"do": "read", "source": str(source.pk)}
    assert signed_in(author).post(reverse("fact_sources"), asked).status_code == 403
    answer = signed_in(operator).post(reverse("fact_sources"), asked, follow=True)
    assert "Sumber Uji sedang dibaca" in answer.content.decode()
    assert signed_in(operator).post(reverse("fact_sources"), asked | {"source": "999999"}).status_code == 404


def test_an_operator_finds_the_page_in_the_navigation(signed_in: SignedIn, operator: Member, office: Office) -> None:
    lines = read_page(signed_in(operator).get(reverse("desk"))).pick(".desk-side a")
    assert reverse("fact_sources") in [line.get("href") for line in lines]
    both = build_member(office, roles=("checker", "operator"))
    page = read_page(signed_in(both).get(reverse("fact_sources")))
    assert len(page.pick(".desk-side a[aria-current=page]")) == 1


def test_the_numbers_are_shown_with_what_they_count(
    signed_in: SignedIn, answered: verification.Claim, checker: Member
) -> None:
    Tally.objects.create(day=now().date(), outcome="memory", count=3)
    Tally.objects.create(day=now().date(), outcome="unknown", count=1)
    page = read_page(signed_in(checker).get(reverse("claim_numbers")))
    for place in ("jawaban-pertama", "putusan"):
        assert page.pick(f'#{place} a[href="{reverse("claim", args=[answered.pk])}"]')
    assert "75\u00a0%" in page.pick("#ingatan h2")[0].text_content()
    assert [cell.text for cell in page.pick("#ingatan tbody td")] == ["3", "0", "0", "0", "1"]
