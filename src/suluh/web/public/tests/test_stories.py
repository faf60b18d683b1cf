"""The page of a story."""

from __future__ import annotations

import io
import json
import re
from datetime import timedelta
from typing import Any

import pytest
from conftest import build_text
from django.test import Client
from lxml import html  # type: ignore[import-untyped]
from PIL import Image

from suluh.agencies.api import Member, Office
from suluh.authenticity.api import Code
from suluh.content import api as content
from suluh.content.api import Block, Media, Story, StoryText
from suluh.content.blocks import (
    CallToAction,
    Contact,
    MythFact,
    Number,
    Paragraph,
    Picture,
    Quote,
    Step,
    Video,
)
from suluh.foundation import tenancy
from suluh.foundation.clock import now
from suluh.web.public.tests.conftest import Publish, code_of, pack_of

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</script><script>alert(1)</script>",
    "'-alert(1)-'",
    "javascript:alert(1)",
    "<svg/onload=alert(1)>",
    "{{ 7|add:7 }}{% csrf_token %}",
    '<a href="javascript:alert(1)" onclick="alert(1)">x</a>',
    "data:text/html,<script>alert(1)</script>",
    "jav&#x09;ascript:alert(1)",
    "]]><!--<style>@import'//x'</style>",
)


def _page(client: Client, story: Story) -> Any:
    return html.fromstring(client.get(story.get_absolute_url()).content)


def _linked_data(page: Any) -> dict[str, Any]:
    said: dict[str, Any] = json.loads(page.xpath("//script[@type='application/ld+json']")[0].text)
    return said


def test_a_story_shows_its_words_office_and_day(published_story: Story, client: Client) -> None:
    page = _page(client, published_story)
    assert page.xpath("//h1")[0].text_content() == published_story.headline
    assert "Kami saling bertukar konten." in page.xpath("//blockquote")[0].text_content()
    assert "Rika Efianti" in page.xpath("//figcaption")[0].text_content()
    assert published_story.office.short_name in page.xpath("//p[@class='byline']")[0].text_content()
    assert page.xpath("//link[@rel='canonical']/@href") == [f"http://testserver{published_story.get_absolute_url()}"]
    assert page.xpath("//link[@hreflang='en']/@href") == [f"http://testserver/en{published_story.get_absolute_url()}"]


def test_a_story_is_a_news_article_to_programs(published_story: Story, client: Client) -> None:
    code = code_of(published_story)
    card = pack_of(published_story, code=code)
    page = _page(client, published_story)
    said = _linked_data(page)
    assert said["@type"] == "NewsArticle"
    assert said["headline"] == published_story.headline
    assert said["publisher"]["@type"] == "GovernmentOrganization"
    assert {"datePublished", "dateModified", "inLanguage", "mainEntityOfPage", "author"} <= set(said)
    image = page.xpath("//meta[@property='og:image']/@content")
    assert image == said["image"] == [f"http://testserver/berkas/{card.pk}/link_card.png"]
    assert page.xpath("//meta[@name='twitter:card']/@content") == ["summary_large_image"]
    assert page.xpath("//a[@class='code']/@href") == [f"/c/{code.text}"]


def test_each_kind_of_block_is_shown(publish: Publish, client: Client) -> None:
    blocks = (
        Paragraph(text='Baca <strong>semua</strong> di <a href="https://contoh.go.id">laman</a>.'),
        Number(value="17", label="kabupaten dan kota", source="BPS"),
        Number(value="72 %", label="warga"),
        Step(title="Periksa", text="Lihat sumbernya."),
        Step(title="Bagikan"),
        MythFact(myth="Semua benar.", fact="Belum tentu.", source="KPK"),
        CallToAction(text="Laporkan.", url="https://lapor.contoh.go.id/x"),
        Video(url="https://video.contoh.org/1", title="Rekaman", transcript="Selamat pagi."),
        Contact(name="Humas", phone="0711-123 456", email="humas@contoh.go.id", address="Jalan Merdeka"),
    )
    page = _page(client, publish(build_text(blocks=blocks)))
    body = page.xpath("//div[@class='story-body']")[0]
    assert len(body.xpath(".//dl[@class='figures']/div")) == 2
    assert len(body.xpath(".//ol[@class='steps']/li")) == 2
    assert body.xpath(".//a/@href") == [
        "https://contoh.go.id",
        "https://lapor.contoh.go.id/x",
        "https://video.contoh.org/1",
        "tel:0711123456",
        "mailto:humas@contoh.go.id",
    ]
    assert not page.xpath("//iframe | //video | //embed | //object")


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_words_stay_words_in_every_field(publish: Publish, client: Client, hostile: str) -> None:
    kinds: tuple[type[Block], ...] = (Paragraph, Quote, Number, Step, MythFact, CallToAction, Video, Contact, Picture)
    blocks = tuple(kind(**dict.fromkeys(kind.text_fields(), hostile)) for kind in kinds)
    text = StoryText(headline=hostile, lead=hostile, topic=hostile, place=hostile, byline=hostile, blocks=blocks)
    page = _page(client, publish(text))
    assert page.xpath("//h1")[0].text_content() == hostile
    assert page.xpath("//script[not(@type='application/ld+json')]") == []
    assert _linked_data(page)["headline"] == hostile
    assert page.xpath("//@*[starts-with(name(), 'on')]") == []
    addresses = page.xpath("//@href | //@src | //@action")
    assert [a for a in addresses if re.match(r"\s*(javascript|data|vbscript):", str(a), re.IGNORECASE)] == []
    assert page.xpath("//style | //iframe | //img[@src='x'] | //*[@style]") == []
    assert "csrfmiddlewaretoken" not in html.tostring(page).decode()


def test_a_corrected_story_says_so_with_day_and_note(corrected_story: Story, client: Client) -> None:
    page = _page(client, corrected_story)
    assert page.xpath("//h1")[0].text_content() == "Sumsel dan KPK sepakat bertukar konten setiap bulan"
    assert "Judulnya keliru." in page.xpath("//ol[@class='corrections']")[0].text_content()
    assert _linked_data(page)["correction"][0]["text"] == "Judulnya keliru."


def test_a_withdrawn_story_is_readable_under_a_banner(published_story: Story, approver: Member, client: Client) -> None:
    content.withdraw_story(published_story, reason="lewat", public_note="Sudah berakhir.", by=approver)
    page = _page(client, published_story)
    assert "Sudah berakhir." in page.xpath("//div[contains(@class, 'notice-warning')]")[0].text_content()
    assert page.xpath("//h1")[0].text_content() == published_story.headline
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]


def test_a_recalled_story_is_gone_and_says_why(published_story: Story, approver: Member, client: Client) -> None:
    content.recall_story(published_story, reason="rahasia kantor", public_note="Tautannya tidak aman.", by=approver)
    answer = client.get(published_story.get_absolute_url())
    page = answer.content.decode()
    assert answer.status_code == 410
    assert "Tautannya tidak aman." in page
    assert published_story.headline not in page
    assert "rahasia kantor" not in page


def test_a_draft_is_not_there_even_for_its_author(story: Story, author: Member, client: Client, signed_in: Any) -> None:
    assert client.get(story.get_absolute_url()).status_code == 404
    assert signed_in(author).get(story.get_absolute_url()).status_code == 404


def test_a_proposed_correction_is_not_shown(published_story: Story, author: Member, client: Client) -> None:
    content.propose_correction(published_story, text=build_text(headline="Belum disetujui"), by=author)
    assert "Belum disetujui" not in client.get(published_story.get_absolute_url()).content.decode()


def test_a_wrong_name_in_the_address_leads_to_the_right_one(published_story: Story, client: Client) -> None:
    answer = client.get(f"/en/berita/{published_story.pk}-salah/")
    assert answer.status_code == 301
    assert answer["Location"] == f"/en/berita/{published_story.pk}-{published_story.slug}/"


def test_a_story_recalled_before_its_hour_shows_its_note_and_no_word(
    story: Story, author: Member, approver: Member, client: Client
) -> None:
    content.submit_story(story, by=author)
    content.approve_story(story, by=approver)
    content.schedule_story(story, at=now() + timedelta(hours=1), by=approver)
    content.recall_story(story, reason="salah", public_note="Angka di poster keliru.", by=approver)
    code = Code.objects.get(story=story)
    for address in (f"/berita/{story.pk}-naskah/", f"/c/{code.text}"):
        shown = client.get(address).content.decode()
        assert "Angka di poster keliru." in shown
        assert story.headline not in shown
        assert story.slug not in shown
    assert client.get(f"/berita/{story.pk}-x/")["Location"] == f"/berita/{story.pk}-naskah/"


def test_a_story_shows_no_picture_of_another_office(
    publish: Publish, outsider: Member, other_office: Office, client: Client
) -> None:
    with tenancy.acting(office=other_office.pk):
        media = content.add_media(
            _drawn(), description=content.Description(alt="Jembatan", credit="Kantor lain"), by=outsider
        )
        Media.objects.filter(pk=media.pk).update(is_public=True)
    page = _page(client, publish(build_text(blocks=(Picture(media=str(media.pk), alt="Jembatan"),))))
    assert page.xpath("//figure[@class='picture']") == []


def _drawn() -> bytes:
    data = io.BytesIO()
    Image.new("RGB", (800, 600), "teal").save(data, "JPEG")
    return data.getvalue()


def test_a_picture_of_a_story_is_shown_with_alt_and_credit(publish: Publish, author: Member, client: Client) -> None:
    media = content.add_media(_drawn(), description=content.Description(alt="Jembatan", credit="Diskominfo"), by=author)
    before = client.get(f"/gambar/{media.pk}/{media.sha256[:12]}")
    picture = Picture(media=str(media.pk), alt="Jembatan Ampera", caption="Senja.", focal_x=0.9, focal_y=0.1)
    page = _page(client, publish(build_text(blocks=(picture,))))
    shown = page.xpath("//figure[@class='picture']/img")[0]
    assert before.status_code == 404
    assert shown.get("alt") == "Jembatan Ampera"
    assert shown.get("class") == "focus-right-top"
    assert "Diskominfo" in page.xpath("//figcaption")[0].text_content()
    assert client.get(shown.get("src")).status_code == 200
