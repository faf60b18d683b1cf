"""Strings of attack that a citizen sends, a source brings or a checker pastes come out as letters, wherever they do.

``bench/attacks.py`` walks a whole running site with thousands of them; these few are our own.
"""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from conftest import build_member
from django.test import Client
from lxml import etree  # type: ignore[import-untyped]

from suluh.agencies.models import Member, Office
from suluh.foundation import tenancy
from suluh.verification import api as verification

pytestmark = pytest.mark.django_db

ATTACKS = (
    "<jejak onclick=alert(1)>",
    "\"'><jejak src=x onerror=alert(1)>",
    "</script><jejak>",
    "--><jejak>",
    "</textarea></title></style><jejak>",
    "javascript:alert(1)//<jejak>",
    "{{ 7*7 }}{% debug %}{% load suluh %}<jejak>",
    "${7*7}<%= 7 %>#{7}<jejak>",
    "\u202e<jejak>\u2066\u200b",
    "\ud83d<jejak>\x00\x0b",
    "%0d%0aSet-Cookie: jejak=1<jejak>",
    "' OR 1=1; DROP TABLE claim; --<jejak>",
    "=HYPERLINK(\"https://penipu.example\")<jejak>",
    "&lt;jejak&gt;<jejak>",
)  # fmt: skip
NAMES = [f"string {number}" for number in range(1, len(ATTACKS) + 1)]
WORDS = "Bantuan tunai dibagikan lewat tautan ini sebelum besok pagi, sebarkan ke semua grup."


def _no_tag_was_made(page: str) -> None:
    assert "jejak" in page, "the string did not come out at all: the test looks at the wrong page"
    assert "<jejak" not in page


@pytest.mark.parametrize("attack", ATTACKS, ids=NAMES)
def test_what_is_asked_comes_back_as_letters(attack: str, client: Client, operator: Member) -> None:
    with tenancy.acting(office=operator.office_id):
        verification.open_desk(verification.DeskSettings(is_default=True), by=operator)

    answer = client.post("/cek/", {"teks": f"{WORDS} {attack}".encode("utf-8", "replace").decode()})

    assert answer.status_code == 200
    _no_tag_was_made(answer.content.decode())


@pytest.mark.parametrize("attack", ATTACKS, ids=NAMES)
def test_no_field_of_asking_fails(attack: str, client: Client, operator: Member) -> None:
    client.raise_request_exception = False
    with tenancy.acting(office=operator.office_id):
        verification.open_desk(verification.DeskSettings(is_default=True), by=operator)
    sent = attack.encode("utf-8", "replace").decode()
    form = dict.fromkeys(("teks", "judul", "tautan", "jenis", "nomor", "gambar", "meja", "instansi"), sent)

    answers = [
        client.post("/cek/", form),
        client.post("/cek/kirim/", form | {"setuju": "ya"}),
        client.get("/cek/nomor/", form),
        client.post("/cek/nomor/", form),
        client.get(f"/cek/nomor/{'%22%3E%3Cjejak%3E'}/"),
        client.get("/cek/fakta/", {"q": sent, "putusan": sent, "sumber": sent, "page": sent}),
        client.post("/api/v1/checks", json.dumps({"text": attack}), content_type="application/json"),
        client.post("/api/v1/checks", {"text": sent}),
    ]

    for answer in answers:
        assert answer.status_code < 500
        if "html" in answer["Content-Type"]:
            assert "<jejak" not in answer.content.decode()


def test_a_checker_sees_a_citizens_strings_as_letters(
    office: Office, operator: Member, signed_in: Callable[[Member], Client]
) -> None:
    checker = build_member(office, roles=("checker",))
    with tenancy.acting(office=office.pk):
        desk = verification.open_desk(verification.DeskSettings(is_default=True), by=operator)
        text = f"{WORDS}\n" + "\n".join(one.replace("\x00", "").replace("\ud83d", "") for one in ATTACKS)
        question = verification.take_question(verification.Asked(text=text), office=desk.office)
    client = signed_in(checker)

    for address in ("/meja/cek/", f"/meja/cek/{question.claim_id}/", f"/meja/cek/{question.claim_id}/pertanyaan/"):
        _no_tag_was_made(client.get(address).content.decode())


@pytest.mark.slow
@pytest.mark.parametrize("attack", ATTACKS, ids=NAMES)
def test_a_verdict_that_holds_strings_spoils_neither_page_nor_feed(
    attack: str, client: Client, operator: Member
) -> None:
    with tenancy.acting(office=operator.office_id):
        fact_check = _published(attack, operator=operator)

    page = client.get(fact_check.get_absolute_url()).content.decode()

    _no_tag_was_made(page)
    script = page.split('<script type="application/ld+json"')[1].split(">", 1)[1].split("</script>")[0]
    assert json.loads(script)
    etree.fromstring(client.get("/cek/fakta/umpan.atom").content)
    assert json.loads(client.get("/cek/fakta/claimreview.json").content)
    _no_tag_was_made(client.get("/cek/fakta/").content.decode())


def _published(attack: str, *, operator: Member) -> verification.FactCheck:
    """Let two checkers publish a verdict that holds the string in every field."""
    verification.open_desk(verification.DeskSettings(is_default=True), by=operator)
    first, second = (build_member(operator.office, roles=("checker",)) for _checker in range(2))
    claim = verification.take_question(verification.Asked(text=WORDS), office=operator.office).claim
    assert claim is not None
    said = f"{WORDS} {attack}"
    verdict = verification.NewVerdict(title=said, verdict="salah", reason=said, review=said, appeared=said)
    verification.propose_verdict(claim, verdict=verdict, by=first)
    return verification.confirm_verdict(claim, by=second)
