"""Checks and questions for programs."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from conftest import build_fact_check, build_member
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from suluh.agencies.models import Office
from suluh.foundation import tenancy
from suluh.foundation.allowances import Allowance
from suluh.verification import api as verification
from suluh.verification.asked import AskedWords

pytestmark = pytest.mark.django_db
HOAX = "Air kelapa dicampur garam menyembuhkan demam berdarah, sebarkan ke semua grup!"


def _check(client: Client, body: object, **headers: str) -> Any:
    sent = body if isinstance(body, str) else json.dumps(body)
    return client.post("/api/v1/checks", sent, content_type="application/json", headers=headers)


def test_a_known_text_comes_back_with_its_fact_check(client: Client) -> None:
    known = build_fact_check(checked_on=date(2026, 3, 5), link="https://cekfakta.contoh.org/1")

    answer = _check(client, {"text": HOAX}).json()

    assert (answer["outcome"], answer["kind"], answer["origin"]) == ("known", "text", None)
    found = answer["found"][0]
    assert found["fact_check"]["id"] == known.pk
    assert found["fact_check"]["verdict_label"] == "Salah"
    assert found["fact_check"]["checked_on"] == "2026-03-05"
    assert 0.5 < found["probability"] <= 1
    assert known.title in answer["sentence"]


def test_an_unknown_text_is_neither_true_nor_false(client: Client) -> None:
    answer = _check(client, {"text": "Hujan lebat di Palembang sore ini"}, **{"accept-language": "en"}).json()
    assert (answer["outcome"], answer["found"]) == ("unknown", [])
    assert "neither true nor false" in answer["sentence"]


def test_a_picture_comes_as_a_form(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[bytes] = []

    def read(text: str, *, picture: bytes) -> AskedWords:
        given.append(picture)
        return AskedWords(kind="picture", words=HOAX)

    build_fact_check()
    monkeypatch.setattr(verification, "read_asked", read)
    answer = client.post("/api/v1/checks", {"picture": SimpleUploadedFile("a.png", b"gambar")}).json()

    assert given == [b"gambar"]
    assert (answer["kind"], answer["outcome"], answer["words"]) == ("picture", "known", HOAX)


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ("{", 400),
        ({}, 422),
        ({"text": ""}, 422),
        ({"text": "a" * 10_001}, 422),
        ("[]", 422),
        ({"text": 1}, 422),
        ('{"text": "\\ud800"}', 422),
    ],
    ids=["no-json", "nothing", "empty", "too-long", "list", "number", "half-a-sign"],
)
def test_a_wrong_body_is_told(client: Client, body: object, status: int) -> None:
    answer = _check(client, body)
    assert answer.status_code == status
    assert answer.json()["code"] == f"api.E{status}"
    assert client.post("/api/v1/checks", {"other": "x"}).status_code == 422


@pytest.mark.parametrize(
    "text", ["\x00", "a\x00b\x0b\x1f\ufffe", "\u200b", "🙏" * 4000], ids=["nul", "odd", "nothing", "signs"]
)
def test_odd_signs_are_answered(client: Client, text: str) -> None:
    assert _check(client, {"text": text}).status_code < 500
    assert client.post("/cek/", {"teks": text}).status_code < 500


def test_too_many_are_told_when_to_come_back(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("suluh.web.api.checks.CHECKING", Allowance(name="test-api", most=1, each_hour=60))
    assert _check(client, {"text": HOAX}).status_code == 200
    refused = _check(client, {"text": HOAX})
    assert (refused.status_code, refused.json()["code"], refused.json()["permanent"]) == (429, "foundation.E151", False)
    assert 1 <= int(refused["Retry-After"]) <= 60


def test_a_question_is_followed_by_its_number(client: Client, office: Office) -> None:
    by = build_member(office, roles=("operator",))
    with tenancy.acting(office=office.pk):
        verification.open_desk(verification.DeskSettings(is_default=True), by=by)
    number = verification.take_question(verification.Asked(text="Rahasia saya")).number

    answer = client.get(f"/api/v1/questions/{number.lower()}")

    assert answer.json()["standing"] == "waiting"
    assert answer.json()["url"].endswith(f"/cek/nomor/{number}/")
    assert "Rahasia" not in answer.content.decode()
    assert client.get(f"/api/v1/questions/{verification.new_number()}").status_code == 404
    mistyped = client.get(f"/api/v1/questions/{number}X")
    assert (mistyped.status_code, mistyped.json()["code"]) == (422, "verification.E101")


def test_the_document_shows_both_ways_to_send(client: Client) -> None:
    document = client.get("/api/v1/openapi.json").json()
    body = document["paths"]["/api/v1/checks"]["post"]["requestBody"]["content"]
    assert set(body) == {"application/json", "multipart/form-data"}
    assert body["application/json"]["example"]["text"]


@pytest.mark.parametrize(
    ("body", "status"), [("[" * 100_000, 400), ('{"text": " \\u0000 "}', 422)], ids=["deep", "blank"]
)
def test_what_holds_no_question_is_refused(client: Client, body: str, status: int) -> None:
    answer = client.post("/api/v1/checks", body, content_type="application/json")

    assert answer.status_code == status
    assert answer["Content-Type"].startswith("application/problem+json")
