"""Lists for people: the front page, offices, search."""

from __future__ import annotations

import pytest
from conftest import build_office, build_text
from django.test import Client
from lxml import html  # type: ignore[import-untyped]

from suluh.agencies.api import Member, Office
from suluh.content import api as content
from suluh.content.api import Story
from suluh.web.public.tests.conftest import Publish


def _headlines(client: Client, address: str) -> list[str]:
    page = html.fromstring(client.get(address).content)
    return [link.text_content() for link in page.xpath("//h3[@class='story-card-title']/a")]


@pytest.mark.parametrize("address", ["/", "/cari/?q=komitmen", "/instansi/{slug}/"])
def test_lists_show_what_is_published_and_drop_what_was_withdrawn(
    published_story: Story, approver: Member, client: Client, address: str
) -> None:
    address = address.format(slug=published_story.office.slug)
    assert _headlines(client, address) == [published_story.headline]
    content.withdraw_story(published_story, reason="x", public_note="x", by=approver)
    assert _headlines(client, address) == []


def test_the_front_page_has_the_newest_first_and_pages(publish: Publish, client: Client) -> None:
    for number in range(12):
        publish(build_text(headline=f"Kabar {number}"))
    assert _headlines(client, "/") == [f"Kabar {number}" for number in range(11, 0, -1)]
    assert _headlines(client, "/?page=2") == ["Kabar 0"]
    assert _headlines(client, "/?page=x") == _headlines(client, "/")


def test_search_finds_words_of_blocks_in_one_office(
    published_story: Story, other_office: Office, client: Client
) -> None:
    own, other = published_story.office.slug, other_office.slug
    assert _headlines(client, "/cari/?q=Palembang") == [published_story.headline]
    assert _headlines(client, f"/cari/?q=Palembang&instansi={own}") == [published_story.headline]
    assert _headlines(client, f"/cari/?q=Palembang&instansi={other}") == []
    assert _headlines(client, "/cari/?q=tidakadakatanya") == []


@pytest.mark.parametrize("words", ["\x00", "'; drop table content_story; --", '"' * 9, "a" * 300, "<b>x", "& | ! ( :*"])
def test_odd_searches_are_answered(published_story: Story, client: Client, words: str) -> None:
    answer = client.get("/cari/", {"q": words, "page": "-1", "instansi": "' or 1=1"})
    assert answer.status_code == 200
    assert "<b>x" not in answer.content.decode()


def test_an_office_that_left_has_no_page(db: None, client: Client) -> None:
    office = build_office(is_active=False)
    assert client.get(f"/instansi/{office.slug}/").status_code == 404
    assert office.short_name not in client.get("/instansi/").content.decode()


def test_offices_stand_by_province(db: None, client: Client) -> None:
    build_office(name="Bali", short_name="Bali", province="bali", kind=Office.Kind.PROVINCE, tier=2)
    build_office(name="Lahat", short_name="Lahat", province="sumatera-selatan")
    build_office(name="KPK", short_name="KPK", province="", kind=Office.Kind.NATIONAL, tier=1)
    page = html.fromstring(client.get("/en/instansi/").content)
    assert [h.text_content() for h in page.xpath("//main//h2")] == ["The whole country", "Bali", "Sumatera Selatan"]


def test_pages_speak_english_under_en(published_story: Story, client: Client) -> None:
    address = published_story.get_absolute_url()
    page = html.fromstring(client.get(f"/en{address}").content)
    assert page.xpath("/html/@lang") == ["en"]
    assert page.xpath("//div[@class='story-body']/@lang") == ["id"]
    assert page.xpath("//nav[@class='language']/a[@hreflang='id']/@href") == [address]
