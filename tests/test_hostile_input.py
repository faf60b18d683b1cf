"""What strangers and members may send by mistake or by malice is answered, not failed over."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from lxml import etree  # type: ignore[import-untyped]

from suluh.agencies.actions.keep_api_key import create_api_key
from suluh.agencies.models import Member
from suluh.content import api as content
from suluh.content.api import Story
from suluh.content.blocks import Paragraph, Step
from suluh.foundation import tenancy

pytestmark = pytest.mark.django_db

FAR = "9" * 20
PUBLIC = [
    *["/cari/?q=%00", "/cari/?q=a&instansi=%00", "/asli/?kode=%00", "/c/%00", "/gambar/1/%00", "/berkas/1/%00"],
    *["/berkas/1/kecil/%00.webp", f"/berkas/{FAR}/x", f"/gambar/{FAR}/x", f"/berita/{FAR}-x/", "/undangan/%00/"],
    *["/api/v1/offices?province=%00", "/api/v1/stories?office=%00", "/api/v1/codes/%00", f"/api/v1/stories/{FAR}"],
    *[f"/?page={FAR}", f"/sitemap-naskah-{FAR}.xml", "/cari/?q=%F0%9F%98%80%ED%A0%80", "/cari/?q=" + "(" * 190],
    # A moment that no calendar has in UTC: 9999-12-31T23:59:59-23:59, as a cursor.
    "/api/v1/stories?cursor=OTk5OS0xMi0zMVQyMzo1OTo1OS0yMzo1OXwx",
]
DESK = [
    *["/meja/?q=%00", "/meja/?keadaan=%00", "/meja/media/?q=%00", f"/meja/naskah/{FAR}/", f"/meja/media/{FAR}/kecil/"],
    *["/meja/instansi/jejak/?until=9999-12-31", "/meja/instansi/jejak/?since=0001-01-01"],
    *[f"/meja/instansi/jejak/?person={FAR}", "/api/v1/desk/stories?cursor=%00", f"/api/v1/desk/stories/{FAR}"],
]
ODD = "a\x00b\x0bc\x1fd\ufffee"
BODIES: list[Any] = [
    {"story": {"headline": ODD, "lead": ODD, "blocks": [{"kind": "paragraph", "text": "isi"}]}},
    {"source": f"Palembang - Isi siaran pers.{ODD} Kalimat kedua."},
    {"story": {"headline": "a", "blocks": [{"kind": "picture", "media": "²", "alt": "x"}]}},
    {"story": {"headline": "a", "blocks": [{"kind": "picture", "media": "9" * 40, "alt": "x"}]}},
    {"story": {"headline": "a", "blocks": [{"kind": "paragraph", "id": "\x00", "text": "x"}]}},
    '{"story": {"headline": "\\ud800", "blocks": []}}',
]


@pytest.mark.parametrize("address", PUBLIC)
def test_no_address_of_the_public_site_fails(address: str, published_story: Story) -> None:
    with tenancy.acting():
        assert Client(raise_request_exception=False).get(address).status_code < 500


@pytest.mark.parametrize("address", DESK)
def test_no_address_of_the_desk_fails(address: str, outsider: Member, signed_in: Callable[[Member], Client]) -> None:
    client = signed_in(outsider)
    client.raise_request_exception = False
    assert client.get(address).status_code < 500


@pytest.mark.parametrize("body", BODIES)
def test_no_body_fails(body: Any, outsider: Member) -> None:
    with tenancy.acting(office=outsider.office_id):
        _key, text = create_api_key("test", by=outsider)
    client = Client(raise_request_exception=False, headers={"authorization": f"Bearer {text}"})
    sent = body if isinstance(body, str) else json.dumps(body)
    answer = client.post("/api/v1/desk/stories", data=sent, content_type="application/json")
    assert answer.status_code < 500
    if answer.status_code == 201:
        assert client.get(f"/api/v1/desk/stories/{answer.json()['id']}/findings").status_code == 200


def test_a_text_file_with_odd_signs_becomes_a_story(outsider: Member, signed_in: Callable[[Member], Client]) -> None:
    file = SimpleUploadedFile("siaran.txt", ("Palembang - Isi siaran pers. " * 20 + ODD).encode())
    answer = signed_in(outsider).post("/meja/naskah/baru/", {"way": "file", "file": file})
    assert answer.status_code == 302


def test_odd_signs_spoil_no_feed(story: Story, author: Member, approver: Member) -> None:
    """One office's story must not keep every reader from everybody's."""
    text = content.StoryText(
        headline=f"Judul{ODD}", lead=ODD, blocks=(Paragraph(text=f"Isi{ODD}"), Step(title=ODD, text=ODD))
    )
    with tenancy.acting(office=story.office_id):
        content.keep_revision(story, text=content.parse_story(_plain(text)), by=author)
        content.submit_story(story, by=author)
        content.approve_story(story, by=approver)
        content.publish_story(story, by=approver)
    for address in ("/umpan.atom", "/sitemap-naskah-1.xml"):
        etree.fromstring(Client().get(address).content)


def _plain(text: content.StoryText) -> dict[str, Any]:
    """Return a story as JSON without NUL, which a block refuses; every other odd sign stays."""
    raw: dict[str, Any] = json.loads(json.dumps(content.dump_story(text)).replace("\\u0000", ""))
    return raw
