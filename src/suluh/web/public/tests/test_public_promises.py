"""What every public page keeps to: small, cacheable, no cookie, nothing from elsewhere, few queries."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from conftest import build_fact_check, build_text
from django.contrib.staticfiles import finders
from django.test import Client
from lxml import html  # type: ignore[import-untyped]

from suluh.authenticity import api as authenticity
from suluh.content.api import Story
from suluh.web.public.tests.conftest import Publish, code_of, pack_of

PAGES = ("home", "office", "story", "code", "search", "offices", "ask_code", "how_to_check", "facts", "fact")
MOST_BYTES = 60 * 1024
# Queries of a page with a dozen stories: none of them grows with what it shows.
QUERIES = {"home": 3, "office": 3, "story": 3, "code": 5, "search": 3, "offices": 1, "ask_code": 0, "how_to_check": 0}
QUERIES |= {"facts": 2, "fact": 2}


@pytest.fixture
def addresses(publish: Publish) -> dict[str, str]:
    """Twelve stories, one with its pack, and where each kind of page stands."""
    stories = [publish(build_text(headline=f"Kabar komitmen {number}")) for number in range(12)]
    story = Story.objects.get(pk=stories[0].pk)
    code = code_of(story)
    pack_of(story, code=code)
    facts = [build_fact_check(title=f"Kabar burung {number}") for number in range(12)]
    return {
        "home": "/",
        "office": f"/instansi/{story.office.slug}/",
        "story": story.get_absolute_url(),
        "code": f"/c/{code.text}",
        "search": "/cari/?q=komitmen",
        "offices": "/instansi/",
        "ask_code": "/asli/",
        "how_to_check": "/cara-periksa/",
        "facts": "/cek/fakta/",
        "fact": facts[0].get_absolute_url(),
    }


def _compressed(data: bytes) -> int:
    return len(gzip.compress(data, 6))


def _static_bytes(address: str) -> int:
    """Return how many bytes a static file takes over the line: style sheets and scripts go compressed."""
    found = finders.find(address.removeprefix("/static/"))
    assert isinstance(found, str)
    data = Path(found).read_bytes()
    return len(data) if found.endswith(".woff2") else _compressed(data)


@pytest.mark.parametrize("name", PAGES)
def test_a_first_visit_is_small(addresses: dict[str, str], client: Client, name: str) -> None:
    page = client.get(addresses[name]).content
    tree = html.fromstring(page)
    loaded = {str(a) for a in tree.xpath("//link[@rel='stylesheet' or @rel='preload' or @rel='icon']/@href")}
    loaded |= {str(a) for a in tree.xpath("//script/@src")}
    total = _compressed(page) + sum(_static_bytes(address) for address in loaded)
    assert len(loaded) == 3
    assert total <= MOST_BYTES


@pytest.mark.parametrize("name", PAGES)
def test_a_page_sets_no_cookie_and_may_be_kept(addresses: dict[str, str], client: Client, name: str) -> None:
    answer = client.get(addresses[name])
    again = client.get(addresses[name], headers={"if-none-match": answer["ETag"]})
    assert not answer.cookies
    assert answer["Cache-Control"].startswith("public, max-age=60")
    assert again.status_code == 304
    assert client.post(addresses[name]).status_code in {403, 405}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_needs_no_script_and_nothing_from_elsewhere(
    addresses: dict[str, str], client: Client, name: str
) -> None:
    answer = client.get(addresses[name])
    tree = html.fromstring(answer.content)
    assert tree.xpath("//script[not(@type='application/ld+json')] | //style | //@style") == []
    fetched = tree.xpath("//img/@src | //link[@rel='stylesheet' or @rel='preload' or @rel='icon']/@href")
    assert [address for address in fetched if not str(address).startswith("/")] == []
    policy = answer["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize("name", PAGES)
def test_a_page_takes_few_queries(
    addresses: dict[str, str], client: Client, name: str, django_assert_num_queries: object
) -> None:
    with django_assert_num_queries(QUERIES[name]):  # type: ignore[operator]
        client.get(addresses[name])


@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_one_heading_and_a_way_past_the_navigation(
    addresses: dict[str, str], client: Client, name: str
) -> None:
    tree = html.fromstring(client.get(addresses[name]).content)
    assert len(tree.xpath("//h1")) == 1
    assert tree.xpath("//a[@class='skip']/@href") == ["#content"]
    assert len(tree.xpath("//main[@id='content']")) == 1
    assert len(tree.xpath("//title")[0].text) > len(" · Suluh")


def test_the_style_sheet_fetches_only_our_typeface() -> None:
    found = finders.find("suluh/public.css")
    assert isinstance(found, str)
    assert re.findall(r"url\(([^)]*)\)", Path(found).read_text()) == ['"fonts/plus-jakarta-sans-latin.woff2"']


def test_files_go_out_so_that_nothing_in_them_runs(published_story: Story, client: Client) -> None:
    card = pack_of(published_story, code=code_of(published_story))
    for address in (f"/berkas/{card.pk}/link_card.png", f"/berkas/{card.pk}/kecil/link_card.png.webp"):
        answer = client.get(address)
        assert answer.status_code == 200
        assert "sandbox" in answer["Content-Security-Policy"]
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert answer["Content-Disposition"].startswith("inline")
        assert "max-age=600" in answer["Cache-Control"]
    assert client.get(f"/berkas/{card.pk}/lain.png").status_code == 404
    assert client.get(f"/berkas/{card.pk + 1}/link_card.png").status_code == 404


def test_files_of_an_unpublished_pack_are_not_there(story: Story, client: Client) -> None:
    card = pack_of(story, code=code_of(story))
    assert client.get(f"/berkas/{card.pk}/link_card.png").status_code == 404


def test_the_trust_list_can_be_fetched_and_believed(client: Client, published_story: Story) -> None:
    answer = client.get("/segel/kepercayaan.pem")
    assert answer.status_code == 200
    assert len(authenticity.parse_trust(answer.content.decode()).anchors()) == 1


def test_public_pages_do_not_vary_by_cookie(client: Client, published_story: Story) -> None:
    for address in ("/", published_story.get_absolute_url(), "/instansi/", "/asli/"):
        assert "Cookie" not in client.get(address).headers.get("Vary", "")
