"""Fact-checks as the public meets them: the list, a page, what other programs read."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

import pytest
from conftest import build_fact_check, build_member
from django.test import Client
from lxml import html  # type: ignore[import-untyped]

from suluh.agencies.api import Member, Office
from suluh.content.api import Story
from suluh.foundation.clock import now
from suluh.verification.api import FactCheck, FactCheckCorrection
from suluh.verification.corpus.contract import importer
from suluh.verification.corpus.values import Found, Place, Sheet

pytestmark = pytest.mark.django_db


@pytest.fixture
def own_fact(acting_office: Office) -> FactCheck:
    """A fact-check of the office's own, as two checkers made it."""
    first, second = (build_member(acting_office, roles=("checker",)) for _ in range(2))
    return FactCheck.objects.create(
        office=acting_office,
        state="published",
        title="Pajak sepeda mulai berlaku bulan depan",
        slug="pajak-sepeda",
        verdict="salah",
        reason="Tidak ada aturan tentang pajak sepeda.",
        review="Daftar pajak daerah tidak memuat sepeda.\n\nBapenda menegaskannya.",
        appeared="Pesan berantai WhatsApp",
        first_seen_on=date(2026, 3, 1),
        checked_on=date(2026, 3, 4),
        links=["https://bapenda.example/pajak", "javascript:alert(1)"],
        proposed_by=first.user,
        confirmed_by=second.user,
        published_at=now(),
    )


def tree_of(client: Client, address: str) -> Any:
    answer = client.get(address)
    assert answer.status_code == 200
    return html.fromstring(answer.content)


def reviews_on(tree: Any) -> list[dict[str, Any]]:
    return [json.loads(text) for text in tree.xpath("//script[@type='application/ld+json']/text()")]


def correct(fact: FactCheck, *, by: Member) -> FactCheckCorrection:
    other = build_member(by.office, roles=("checker",))
    return FactCheckCorrection.objects.create(
        office=by.office,
        fact_check=fact,
        before="benar",
        verdict=fact.verdict,
        reason=fact.reason,
        public_note="Putusan kami yang pertama keliru.",
        proposed_by=by.user,
        confirmed_by=other.user,
        confirmed_at=now() + timedelta(hours=1),
    )


def test_a_page_says_claim_verdict_reason_and_evidence_in_words(client: Client, own_fact: FactCheck) -> None:
    tree = tree_of(client, own_fact.get_absolute_url())
    text = tree.xpath("string(//main)")

    assert own_fact.get_absolute_url() == f"/cek/fakta/{own_fact.pk}-pajak-sepeda/"
    assert tree.xpath("string(//h1)") == own_fact.title
    assert "Salah" in tree.xpath("string(//*[contains(@class, 'stamp-false')])")
    for words in (own_fact.reason, "Bapenda menegaskannya.", "Pesan berantai WhatsApp", "4 Maret 2026"):
        assert words in text
    links = tree.xpath("//main//a/@href")
    assert "https://bapenda.example/pajak" in links
    assert not [link for link in links if link.startswith("javascript")]


def test_the_page_of_an_own_check_carries_claim_review(client: Client, own_fact: FactCheck) -> None:
    (review,) = reviews_on(tree_of(client, own_fact.get_absolute_url()))

    assert review["@type"] == "ClaimReview"
    assert review["claimReviewed"] == own_fact.title
    assert review["url"].endswith(own_fact.get_absolute_url())
    assert review["author"]["name"] == own_fact.office.name  # type: ignore[union-attr]
    assert review["reviewRating"] == {
        "@type": "Rating",
        "alternateName": "Salah",
        "ratingValue": 1,
        "bestRating": 5,
        "worstRating": 1,
        "ratingExplanation": own_fact.reason,
    }
    assert review["itemReviewed"]["datePublished"] == "2026-03-01"
    assert "correction" not in review


def test_a_claim_cannot_end_the_element_it_stands_in(client: Client, own_fact: FactCheck) -> None:
    FactCheck.objects.filter(pk=own_fact.pk).update(title="</script><img src=x onerror=alert(1)>")

    tree = tree_of(client, own_fact.get_absolute_url())

    assert tree.xpath("//img") == []
    assert reviews_on(tree)[0]["claimReviewed"].startswith("</script>")


def test_a_correction_is_told_on_the_page_and_to_programs(
    client: Client, own_fact: FactCheck, operator: Member
) -> None:
    made = correct(own_fact, by=operator)

    tree = tree_of(client, own_fact.get_absolute_url())
    (review,) = reviews_on(tree)

    assert "Putusan kami yang pertama keliru." in tree.xpath("string(//*[@class='notice notice-warning'])")
    assert "sebelumnya: Benar" in tree.xpath("string(//*[@class='corrections'])")
    assert review["correction"][0]["text"] == made.public_note
    assert review["dateModified"] == made.confirmed_at.isoformat()  # type: ignore[union-attr]


def test_a_withdrawn_check_says_so_and_no_verdict(client: Client, own_fact: FactCheck) -> None:
    FactCheck.objects.filter(pk=own_fact.pk).update(state="withdrawn", withdrawn_because="Buktinya tidak cukup.")

    tree = tree_of(client, own_fact.get_absolute_url())

    assert "Buktinya tidak cukup." in tree.xpath("string(//main)")
    assert own_fact.reason not in tree.xpath("string(//main)")
    assert tree.xpath("//*[contains(@class, 'stamp')]") == []
    assert reviews_on(tree) == []
    assert tree.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert own_fact.title not in client.get("/cek/fakta/").content.decode()


@pytest.mark.parametrize("state", ["proposed", "dropped"])
def test_a_check_that_is_not_public_is_not_there(client: Client, own_fact: FactCheck, state: str) -> None:
    FactCheck.objects.filter(pk=own_fact.pk).update(state=state)

    assert client.get(own_fact.get_absolute_url()).status_code == 404
    assert own_fact.title not in client.get("/cek/fakta/").content.decode()


def test_an_imported_check_leads_to_its_source_and_is_not_marked_up_as_ours(client: Client) -> None:
    fact = build_fact_check(link="https://cek.example/1", rating="HOAKS", review="Panjang sekali.")

    tree = tree_of(client, fact.get_absolute_url())
    text = tree.xpath("string(//main)")

    assert reviews_on(tree) == []
    assert "https://cek.example/1" in tree.xpath("//main//a/@href")
    assert "“HOAKS”" in text
    assert "CC BY 4.0" in text
    assert "Panjang sekali." not in text  # the source's whole text stays at the source


def test_an_example_says_that_it_is_one_and_stays_out_of_feeds(client: Client, own_fact: FactCheck) -> None:
    FactCheck.objects.filter(pk=own_fact.pk).update(is_example=True)

    tree = tree_of(client, own_fact.get_absolute_url())

    assert "Contoh" in tree.xpath("string(//*[@class='notice notice-info'])")
    assert reviews_on(tree) == []
    assert client.get("/cek/fakta/claimreview.json").json()["dataFeedElement"] == []


def test_the_debunk_is_shown_once_it_is_published(client: Client, own_fact: FactCheck, published_story: Story) -> None:
    FactCheck.objects.filter(pk=own_fact.pk).update(story=published_story)
    assert published_story.get_absolute_url() in client.get(own_fact.get_absolute_url()).content.decode()


def test_a_debunk_in_the_making_is_not_shown(client: Client, own_fact: FactCheck, story: Story) -> None:
    FactCheck.objects.filter(pk=own_fact.pk).update(story=story)
    assert "/berita/" not in client.get(own_fact.get_absolute_url()).content.decode()


def test_an_old_address_leads_to_the_new_one(client: Client, own_fact: FactCheck) -> None:
    answer = client.get(f"/cek/fakta/{own_fact.pk}-judul-lama/")
    assert (answer.status_code, answer["Location"]) == (301, own_fact.get_absolute_url())


def test_the_list_is_searched_by_words_and_filtered_by_verdict(client: Client, own_fact: FactCheck) -> None:
    build_fact_check(title="Vaksin berisi mikrocip", verdict="salah")
    build_fact_check(title="Jadwal puskesmas berubah", verdict="benar")

    def shown(query: str) -> list[str]:
        return [str(title) for title in tree_of(client, f"/cek/fakta/{query}").xpath("//h2/a/text()")]

    assert len(shown("")) == 3
    assert shown("?q=vaksin+mikrocip") == ["Vaksin berisi mikrocip"]
    assert shown("?putusan=benar") == ["Jadwal puskesmas berubah"]
    assert shown("?q=vaksin&putusan=benar") == []
    assert len(shown("?putusan=tidak-ada&page=999")) == 3


@pytest.mark.parametrize(
    "words", ["%00", "'+OR+1=1--", "%3Cscript%3E", "%F0%9F%98%80", "a" * 900, '"', "-", "%ED%A0%80"]
)
def test_odd_words_are_searched_without_harm(client: Client, own_fact: FactCheck, words: str) -> None:
    assert client.get(f"/cek/fakta/?q={words}").status_code == 200


def test_another_suluh_reads_what_this_one_found_out(client: Client, own_fact: FactCheck) -> None:
    body = client.get("/cek/fakta/claimreview.json").content

    (row,) = importer("datacommons").rows(Sheet(body=body), place=Place(address="https://suluh.example/"))

    assert isinstance(row, Found)
    assert (row.title, row.rating, row.link.endswith(own_fact.get_absolute_url())) == (own_fact.title, "Salah", True)


def test_feeds_and_maps_hold_what_the_office_found_out(client: Client, own_fact: FactCheck) -> None:
    build_fact_check(title="Dari sumber lain")

    atom = client.get("/cek/fakta/umpan.atom").content.decode()
    (item,) = client.get("/cek/fakta/umpan.json").json()["items"]
    sitemap = client.get("/sitemap-cek-fakta.xml").content.decode()

    assert "Salah: Pajak sepeda" in atom
    assert "Dari sumber lain" not in atom
    assert item["tags"] == ["Salah"]
    assert "javascript:" not in item["content_html"]
    assert sitemap.count(own_fact.get_absolute_url()) >= 2
    assert "sitemap-cek-fakta.xml" in client.get("/sitemap.xml").content.decode()


def test_the_page_speaks_english_under_en(client: Client, own_fact: FactCheck) -> None:
    tree = tree_of(client, f"/en{own_fact.get_absolute_url()}")

    assert "False" in tree.xpath("string(//*[contains(@class, 'stamp-false')])")
    assert tree.xpath("//h1/@lang") == ["id"]
