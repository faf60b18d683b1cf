"""Fact-checks by the API."""

from __future__ import annotations

import pytest
from conftest import build_fact_check
from django.test import Client

from suluh.verification.api import FactCheck

pytestmark = pytest.mark.django_db


def test_pages_of_fact_checks_show_each_once(client: Client) -> None:
    for number in range(5):
        build_fact_check(title=f"Klaim {number}")
    seen, cursor = [], ""
    for _page in range(3):
        page = client.get(f"/api/v1/fact-checks?limit=2&cursor={cursor}").json()
        seen += [item["title"] for item in page["items"]]
        cursor = page["next"] or ""

    assert seen == [f"Klaim {number}" for number in (4, 3, 2, 1, 0)]
    assert cursor == ""


def test_they_are_found_by_verdict_and_by_words(client: Client) -> None:
    build_fact_check(title="Vaksin berisi mikrocip", verdict="salah")
    build_fact_check(title="Jadwal puskesmas berubah", verdict="benar")

    by_verdict = client.get("/api/v1/fact-checks?verdict=benar").json()["items"]
    by_words = client.get("/api/v1/fact-checks?q=mikrocip").json()["items"]
    refused = client.get("/api/v1/fact-checks?verdict=bohong")

    assert [item["title"] for item in by_verdict] == ["Jadwal puskesmas berubah"]
    assert [(item["title"], item["is_false"]) for item in by_words] == [("Vaksin berisi mikrocip", True)]
    assert (refused.status_code, refused.json()["code"]) == (422, "verification.E111")


def test_one_of_another_source_says_whose_it_is_and_leaves_the_text_there(client: Client) -> None:
    fact = build_fact_check(review="Panjang sekali.", link="https://cek.example/1")

    whole = client.get(f"/api/v1/fact-checks/{fact.pk}").json()

    assert (whole["source"], whole["licence"], whole["link"]) == (
        "Contoh Cek Fakta",
        "CC BY 4.0",
        "https://cek.example/1",
    )
    assert (whole["review"], whole["claim_review"], whole["office"]) == ("", None, "")


def test_one_that_was_withdrawn_is_not_there(client: Client) -> None:
    fact = build_fact_check(state="withdrawn")

    assert client.get(f"/api/v1/fact-checks/{fact.pk}").status_code == 404
    assert client.get("/api/v1/fact-checks").json()["items"] == []
    assert FactCheck.objects.filter(pk=fact.pk).exists()


def test_the_scale_is_told(client: Client) -> None:
    verdicts = client.get("/api/v1/verdicts").json()

    assert [verdict["slug"] for verdict in verdicts][:2] == ["benar", "salah"]
    assert {verdict["best"] for verdict in verdicts} == {5}
