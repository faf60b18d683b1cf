"""Evidence is kept as it stood; what cannot be kept says why."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob
from pytest_django import Settings

from suluh.agencies.models import Member
from suluh.foundation import tenancy
from suluh.verification import api as verification
from suluh.verification import tasks
from suluh.verification.models import Claim, Evidence
from suluh.verification.tests.forwards import FORWARD

PAGE = (
    b"<!doctype html><html><head><title>Klarifikasi  Kominfo</title></head><body><article><h1>Klarifikasi</h1>"
    b"<p>Kominfo tidak pernah meminta warga mendaftar ulang kartu SIM lewat tautan yang beredar di grup pesan.</p>"
    b"<p>Pendaftaran hanya dilakukan di gerai resmi operator, dan tidak pernah meminta nomor rekening.</p>"
    b"</article></body></html>"
)


class _Site(BaseHTTPRequestHandler):
    """Answers with a page, a picture, a programme, or an error."""

    answers = {
        "/klarifikasi": (200, "text/html; charset=utf-8", PAGE),
        "/foto.png": (200, "image/png", b"\x89PNG\r\n"),
        "/program": (200, "application/x-msdownload", b"MZ"),
    }

    def do_GET(self) -> None:
        status, media_type, body = self.answers.get(self.path, (404, "text/html", b"hilang"))
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def site(settings: Settings) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    place = f"127.0.0.1:{server.server_port}"
    settings.FETCH_HOSTS = frozenset({place})
    yield f"http://{place}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def claim(desk: verification.Desk) -> Claim:
    question = verification.take_question(verification.Asked(text=FORWARD))
    assert question.claim is not None
    return question.claim


def kept(claim: Claim, *, link: str, by: Member) -> Evidence:
    """Add a link as evidence, do the job it leaves, and return what is kept."""
    evidence = verification.add_evidence(
        claim, evidence=verification.NewEvidence(note="Bantahan resmi.", link=link), by=by
    )
    job = ProcrastinateJob.objects.filter(task_name="verification.archive").latest("pk")
    with tenancy.acting():
        tasks.archive(**job.args)
    evidence.refresh_from_db()
    return evidence


@pytest.mark.slow
def test_a_page_is_kept_with_its_words_and_its_hash(claim: Claim, checker: Member, site: str) -> None:
    evidence = kept(claim, link=f"{site}/klarifikasi", by=checker)

    with evidence.archived.open() as opened:
        assert opened.read() == PAGE
    assert evidence.sha256 == hashlib.sha256(PAGE).hexdigest()
    assert evidence.title == "Klarifikasi Kominfo"
    assert "tidak pernah meminta nomor rekening" in evidence.archived_text
    assert evidence.archived_at is not None
    assert evidence.trouble == ""


def test_a_picture_is_kept_without_words(claim: Claim, checker: Member, site: str) -> None:
    evidence = kept(claim, link=f"{site}/foto.png", by=checker)

    assert str(evidence.archived.name).endswith(".png")
    assert (evidence.title, evidence.archived_text) == ("foto.png", "")


@pytest.mark.parametrize(
    ("path", "said"),
    [("/hilang", "404"), ("/program", "application/x-msdownload")],
    ids=["an error", "no page"],
)
def test_what_cannot_be_kept_says_why_and_is_tried_again(
    path: str, said: str, claim: Claim, checker: Member, site: str
) -> None:
    evidence = kept(claim, link=f"{site}{path}", by=checker)
    assert said in evidence.trouble
    assert not evidence.archived

    verification.archive_again(evidence, by=checker)

    evidence.refresh_from_db()
    assert evidence.trouble == ""
    assert ProcrastinateJob.objects.filter(task_name="verification.archive").count() == 2


def test_a_private_address_is_not_fetched(claim: Claim, checker: Member) -> None:
    evidence = kept(claim, link="http://127.0.0.1:1/rahasia", by=checker)

    assert evidence.trouble != ""
    assert not evidence.archived


def test_a_copy_kept_twice_is_kept_once(claim: Claim, checker: Member, site: str) -> None:
    evidence = kept(claim, link=f"{site}/foto.png", by=checker)
    name = evidence.archived.name

    with tenancy.acting():
        tasks.archive(evidence=evidence.pk, office=claim.office_id)

    evidence.refresh_from_db()
    assert evidence.archived.name == name


def test_a_file_is_kept_as_it_is(claim: Claim, checker: Member) -> None:
    new = verification.NewEvidence(note="Foto asli dari 2019.", name="C:/foto/asli.JPG", data=b"\xff\xd8\xff")
    evidence = verification.add_evidence(claim, evidence=new, by=checker)

    assert str(evidence.archived.name).endswith(".jpg")
    assert evidence.sha256 == hashlib.sha256(new.data).hexdigest()


@pytest.mark.parametrize("link", ["javascript:alert(1)", "file:///etc/passwd", "bukan alamat"])
def test_what_is_no_address_of_the_web_is_refused(link: str, claim: Claim, checker: Member) -> None:
    with pytest.raises(verification.NotSaid):
        verification.add_evidence(claim, evidence=verification.NewEvidence(note="Bukti.", link=link), by=checker)
