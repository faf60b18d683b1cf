"""What programs read: feeds, maps, robots.txt, security.txt, the manifest."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

import pytest
from conftest import build_text
from django.test import Client
from lxml import etree, html  # type: ignore[import-untyped]

from suluh.agencies.api import Member
from suluh.content import api as content
from suluh.content.api import Paragraph, Story
from suluh.foundation.clock import now
from suluh.web.public.tests.conftest import Publish

ATOM = {"a": "http://www.w3.org/2005/Atom"}
MAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def _atom(client: Client, address: str) -> Any:
    answer = client.get(address)
    assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
    return etree.fromstring(answer.content)


def _texts(element: Any, path: str) -> list[str]:
    return [str(found) for found in element.xpath(path, namespaces=ATOM)]


def test_atom_has_what_rfc_4287_requires(published_story: Story, client: Client) -> None:
    feed = _atom(client, f"/instansi/{published_story.office.slug}/umpan.atom")
    for path in ("/a:feed/a:id", "/a:feed/a:title", "/a:feed/a:updated", "/a:feed/a:link[@rel='self']"):
        assert len(feed.xpath(path, namespaces=ATOM)) == 1
    for path in ("a:id", "a:title", "a:updated", "a:author/a:name", "a:content", "a:link[@rel='alternate']"):
        assert len(feed.xpath(f"/a:feed/a:entry/{path}", namespaces=ATOM)) == 1
    assert _texts(feed, "/a:feed/a:entry/a:title/text()") == [published_story.headline]
    for moment in _texts(feed, "//a:updated/text() | //a:published/text()"):
        assert datetime.fromisoformat(moment).tzinfo is not None


def test_feeds_carry_clean_words(publish: Publish, client: Client) -> None:
    publish(build_text(headline="<b>&amp;</b> ]]>", blocks=(Paragraph(text="<script>alert(1)</script><em>Ya</em>"),)))
    feed = _atom(client, "/umpan.atom")
    assert _texts(feed, "/a:feed/a:entry/a:title/text()") == ["<b>&amp;</b> ]]>"]
    shown = html.fromstring("".join(_texts(feed, "/a:feed/a:entry/a:content/text()")))
    assert shown.xpath("//script") == []
    assert [em.text for em in shown.xpath("//em")] == ["Ya"]


def test_json_feed_has_what_version_1_1_requires(published_story: Story, client: Client) -> None:
    answer = client.get("/umpan.json")
    feed = json.loads(answer.content)
    assert answer["Content-Type"] == "application/feed+json"
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == "http://testserver/umpan.json"
    [item] = feed["items"]
    assert isinstance(item["id"], str)
    assert item["url"] == f"http://testserver{published_story.get_absolute_url()}"
    assert item["title"] == published_story.headline
    assert "Komitmen ditandatangani" in item["content_html"]
    assert item["authors"][0]["name"] == published_story.office.name
    assert datetime.fromisoformat(item["date_published"]).tzinfo is not None


@pytest.mark.parametrize("leave", [content.withdraw_story, content.recall_story])
def test_feeds_and_maps_drop_what_left(published_story: Story, approver: Member, client: Client, leave: object) -> None:
    leave(published_story, reason="x", public_note="x", by=approver)  # type: ignore[operator]
    assert json.loads(client.get("/umpan.json").content)["items"] == []
    assert _texts(_atom(client, "/umpan.atom"), "//a:entry") == []
    assert client.get("/sitemap-naskah-1.xml").status_code == 404


def test_the_map_leads_to_every_public_page_in_both_languages(published_story: Story, client: Client) -> None:
    index = etree.fromstring(client.get("/sitemap.xml").content)
    found: list[str] = []
    for address in index.xpath("//s:loc/text()", namespaces=MAP):
        part = etree.fromstring(client.get(str(address).removeprefix("http://testserver")).content)
        found += [str(loc) for loc in part.xpath("//s:loc/text()", namespaces=MAP)]
        assert len(part.xpath("//x:link", namespaces=MAP)) == 2 * len(part.xpath("//s:url", namespaces=MAP))
    story = published_story.get_absolute_url()
    assert {f"http://testserver{story}", f"http://testserver/en{story}", "http://testserver/en/"} <= set(found)
    assert {client.get(address.removeprefix("http://testserver")).status_code for address in found} == {200}


def test_the_map_says_when_a_story_changed(published_story: Story, client: Client) -> None:
    part = etree.fromstring(client.get("/sitemap-naskah-1.xml").content)
    moments = part.xpath("//s:lastmod/text()", namespaces=MAP)
    assert [datetime.fromisoformat(str(m)) for m in moments] == [published_story.changed_at] * 2


def test_robots_and_security(db: None, client: Client) -> None:
    assert "Disallow: /meja/" in client.get("/robots.txt").content.decode()
    lines = client.get("/.well-known/security.txt").content.decode().splitlines()
    said = dict(line.split(": ", 1) for line in lines)
    ends = datetime.fromisoformat(said["Expires"])
    assert 0 < (ends - now()).days < 366
    assert said["Contact"].startswith("http")


def test_the_manifest_names_an_icon(db: None, client: Client) -> None:
    answer = client.get("/situs.webmanifest")
    assert answer["Content-Type"] == "application/manifest+json"
    assert json.loads(answer.content)["icons"][0]["src"].endswith("torch.svg")
