"""Is this true: what a citizen pastes, is told, may send, and comes back to."""

from __future__ import annotations

import gzip
import re
from datetime import date, timedelta
from html import unescape
from threading import BoundedSemaphore

import pytest
from conftest import build_fact_check, build_member, build_office
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import Settings

from suluh.agencies.models import Member, Office
from suluh.content.models import Story
from suluh.foundation import tenancy
from suluh.foundation.allowances import Allowance
from suluh.foundation.clock import now
from suluh.verification import api as verification
from suluh.verification.matching.values import Difference
from suluh.web.asking import access, sent
from suluh.web.asking.sent import LONGEST, read_picture, written_picture

pytestmark = pytest.mark.django_db
HOAX = "Air kelapa dicampur garam menyembuhkan demam berdarah, sebarkan ke semua grup!"
STRANGE = "Jembatan Musi IV ditutup total mulai Senin karena retak, kata petugas lewat pesan suara."


@pytest.fixture
def operator(office: Office) -> Member:
    return build_member(office, roles=("operator",))


@pytest.fixture
def desk(operator: Member) -> verification.Desk:
    with tenancy.acting(office=operator.office_id):
        return verification.open_desk(verification.DeskSettings(is_default=True), by=operator)


def _hidden(page: str, *, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    assert found, name
    return unescape(found[1])


def _consent(page: str) -> dict[str, str]:
    return {name: _hidden(page, name=name) for name in ("teks", "jenis", "nomor")} | {"setuju": "ya"}


def test_what_is_known_is_answered_with_verdict_reason_source_and_day(client: Client) -> None:
    known = build_fact_check(checked_on=date(2026, 3, 5))

    answer = client.post("/cek/", {"teks": HOAX})
    page = answer.content.decode()

    assert answer.status_code == 200
    for words in ("Salah", known.title, known.reason, "Contoh Cek Fakta", "5 Maret 2026", known.get_absolute_url()):
        assert words in page
    assert "no-store" in answer["Cache-Control"]
    assert not answer.cookies
    assert "Cookie" not in answer.get("Vary", "")


def test_what_nobody_knows_is_never_called_true(client: Client, desk: verification.Desk) -> None:
    build_fact_check()

    page = client.post("/cek/", {"teks": STRANGE}).content.decode()

    assert "Belum ada yang memeriksa ini" in page
    assert "tidak berarti benar" in page
    assert "Kirim ke meja cek fakta" in page
    assert not verification.Question.objects.exists()


def test_what_is_near_is_shown_with_how_near_and_what_differs(
    client: Client, desk: verification.Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    near = build_fact_check(title="Bantuan Rp 5 juta bagi warga Palembang")
    differences = (
        Difference(kind="number", asked="7 juta", known="5 juta"),
        Difference(kind="place", asked="Jambi", known=""),
    )
    found = verification.Found(fact_check=near, probability=0.6, by="reading", shared=(), differences=differences)
    answer = verification.CheckAnswer(outcome="looks_like", found=(found,))
    monkeypatch.setattr(verification, "check_text", lambda text: answer)

    page = client.post("/cek/", {"teks": STRANGE}).content.decode()

    for words in ("Mirip dengan yang sudah diperiksa", str(found.nearness), near.title, "Bukan salah satunya?"):
        assert words in page
    assert "angka: kiriman Anda menyebut “7 juta”, yang sudah diperiksa menyebut “5 juta”" in page
    assert "tempat: hanya kiriman Anda menyebut “Jambi”" in page
    assert _hidden(page, name="teks") == STRANGE


@pytest.mark.parametrize(
    ("state", "code", "words"),
    [
        ("published", "K7QX-42MD", "Ini diterbitkan oleh"),
        ("published", "", "bandingkan kata demi kata"),
        ("withdrawn", "", "sudah menarik tampilan ini"),
        ("recalled", "", "mohon jangan dibagikan"),
    ],
    ids=["by-code", "by-words", "withdrawn", "recalled"],
)
def test_what_an_office_published_leads_to_its_page(
    client: Client, published_story: Story, monkeypatch: pytest.MonkeyPatch, state: str, code: str, words: str
) -> None:
    published_story.state = state
    origin = verification.Origin(story=published_story, code=code, share=0.9)
    answer = verification.CheckAnswer(outcome="from_office", origin=origin)
    monkeypatch.setattr(verification, "check_text", lambda text: answer)

    page = client.post("/cek/", {"teks": STRANGE}).content.decode()

    assert words in page
    assert (f'href="/c/{code}"' if code else f'href="{published_story.get_absolute_url()}"') in page
    assert (published_story.headline in page) == (state != "recalled")


def test_a_question_goes_to_the_desk_only_with_consent_and_comes_back_under_its_number(
    client: Client, desk: verification.Desk
) -> None:
    sent = _consent(client.post("/cek/", {"teks": f"{STRANGE} Hubungi 081234567890"}).content.decode())
    refused = client.post("/cek/kirim/", sent | {"setuju": ""})
    with tenancy.acting(office=desk.office_id):
        assert not verification.Question.objects.exists()
    assert refused.status_code == 422
    assert _consent(refused.content.decode()) == sent

    answer = client.post("/cek/kirim/", sent)
    again = client.post("/cek/kirim/", sent)

    assert answer.status_code == 302
    assert answer["Location"] == again["Location"] == f"/cek/nomor/{sent['nomor']}/?terkirim=ya"
    with tenancy.acting(office=desk.office_id):
        question = verification.Question.objects.get()
        assert question.number == sent["nomor"]
        assert [words.text for words in verification.words_of([question])] == [f"{STRANGE} Hubungi [nomor telepon]"]
    page = client.get(answer["Location"])
    assert sent["nomor"] in page.content.decode()
    assert "Menunggu pemeriksa" in page.content.decode()
    assert STRANGE not in page.content.decode()
    assert "no-store" in page["Cache-Control"]


def test_no_page_asks_for_a_cookie_to_take_a_form(desk: verification.Desk) -> None:
    strict = Client(enforce_csrf_checks=True)
    sent = _consent(strict.post("/cek/", {"teks": STRANGE}).content.decode())
    assert strict.post("/cek/kirim/", sent).status_code == 302
    assert strict.post("/api/v1/checks", {"text": STRANGE}, content_type="application/json").status_code == 200
    assert not strict.cookies


def test_a_form_that_stood_elsewhere_sends_nothing(client: Client, desk: verification.Desk) -> None:
    sent = {"teks": STRANGE, "setuju": "ya", "jenis": "text"}
    for headers in ({"origin": "https://jahat.example"}, {"sec-fetch-site": "cross-site"}, {"origin": "null"}):
        assert client.post("/cek/kirim/", sent, headers=headers).status_code == 403
    with tenancy.acting(office=desk.office_id):
        assert not verification.Question.objects.exists()
    own = {"origin": "http://testserver", "sec-fetch-site": "same-origin"}
    assert client.post("/cek/kirim/", sent, headers=own).status_code == 302


def test_the_citizen_chooses_the_desk_where_there_are_several(client: Client, desk: verification.Desk) -> None:
    other = build_office()
    with tenancy.acting(office=other.pk):
        by = build_member(other, roles=("operator",))
        verification.open_desk(verification.DeskSettings(is_default=False), by=by)

    page = client.post("/cek/", {"teks": STRANGE}).content.decode()
    assert page.index(f'value="{desk.office.slug}"') < page.index(f'value="{other.slug}"')
    client.post("/cek/kirim/", _consent(page) | {"meja": other.slug})

    with tenancy.acting(office=other.pk):
        number = verification.Question.objects.get(office=other).number

    # Back in the browser, another desk chosen, sent again: the question is where it is.
    again = client.post("/cek/kirim/", _consent(page) | {"meja": desk.office.slug})
    assert again["Location"].startswith(f"/cek/nomor/{number}/")
    with tenancy.acting(office=desk.office_id):
        assert not verification.Question.objects.filter(office=desk.office_id).exists()


def test_no_open_desk_is_said(client: Client, db: None) -> None:
    page = client.post("/cek/", {"teks": STRANGE}).content.decode()
    assert "Saat ini tidak ada instansi yang menerima pertanyaan" in page
    refused = client.post("/cek/kirim/", {"teks": STRANGE, "setuju": "ya"})
    assert refused.status_code == 409


@pytest.mark.parametrize(
    ("sent", "words"),
    [({}, "Tempel"), ({"teks": "  \x00 \n"}, "Tempel"), ({"teks": "http://127.0.0.1/rahasia"}, "alamat")],
    ids=["empty", "blank", "private-address"],
)
def test_what_cannot_be_checked_says_what_to_do(client: Client, sent: dict[str, str], words: str) -> None:
    answer = client.post("/cek/", sent)

    assert 400 <= answer.status_code < 500
    assert words.casefold() in answer.content.decode().casefold()
    assert 'role="alert"' in answer.content.decode()


def test_a_long_text_is_cut_and_that_is_said(client: Client, desk: verification.Desk) -> None:
    page = client.post("/cek/", {"teks": "kabar baru " * 2000}).content.decode()
    assert "10.000 tanda" in page
    assert len(_hidden(page, name="teks")) <= LONGEST


def test_markup_stays_text(client: Client, desk: verification.Desk) -> None:
    evil = '"><script>alert(1)</script><img src=x onerror=alert(1)>'
    page = client.post("/cek/", {"teks": evil}).content.decode()
    assert "<script>alert" not in page
    assert _hidden(page, name="teks") == evil


def test_a_picture_of_the_form_is_taken_back_only_where_we_sealed_it(client: Client) -> None:
    written = written_picture(b"gambar")
    assert read_picture(written) == b"gambar"
    for forged in ("", "!!!", "Z2FtYmFy", written[:-8] + "AAAAAAA="):
        assert read_picture(forged) == b""
    assert written_picture(b"x" * 2_000_000) == ""


def test_too_many_from_one_network_wait_and_others_do_not(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    few = Allowance(name="test-check", most=2, each_hour=3600)
    monkeypatch.setattr("suluh.web.asking.views.CHECKING", few)
    codes = [client.post("/cek/", {"teks": STRANGE}).status_code for _time in range(3)]
    refused = client.post("/cek/", {"teks": STRANGE})

    assert codes == [200, 200, 429]
    assert refused["Retry-After"].isdigit()
    assert STRANGE in refused.content.decode()  # nothing typed is lost
    assert "Tunggu" in refused.content.decode()
    assert client.get("/cek/").status_code == 200
    assert client.post("/cek/", {"teks": STRANGE}, REMOTE_ADDR="203.0.113.4").status_code == 200


def test_a_school_behind_one_address_may_ask(client: Client) -> None:
    assert access.CHECKING.most >= 100
    assert access.SENDING.most >= 20


def test_a_mistyped_number_is_told_from_an_unknown_one_and_from_a_code(client: Client, db: None) -> None:
    number = verification.new_number()
    wrong = number[:-1] + ("A" if number[-1] != "A" else "B")

    mistyped, unknown = client.get("/cek/nomor/", {"nomor": wrong}), client.get(f"/cek/nomor/{number}/")
    code = client.get("/cek/nomor/", {"nomor": "k7qx 42md"})
    typed = client.get("/cek/nomor/", {"nomor": number.lower().replace("-", " ")})

    assert "salah ketik" in mistyped.content.decode()
    assert (mistyped.status_code, unknown.status_code, code.status_code) == (404, 404, 404)
    assert f"Tidak ada pertanyaan dengan nomor {number}" in unknown.content.decode()
    assert typed["Location"] == f"/cek/nomor/{number}/"


def test_the_answer_stands_under_the_number_with_its_corrections(client: Client, desk: verification.Desk) -> None:
    sent = _consent(client.post("/cek/", {"teks": STRANGE}).content.decode())
    place = client.post("/cek/kirim/", sent)["Location"]
    first, second = (build_member(desk.office, roles=("checker",)) for _person in range(2))
    with tenancy.acting(office=desk.office_id):
        claim = verification.Question.objects.get().claim
        assert claim is not None
        verdict = verification.NewVerdict(
            title="Jembatan Musi IV ditutup", verdict="salah", reason="Dinas PU membantah."
        )
        verification.propose_verdict(claim, verdict=verdict, by=first)
        assert "Sedang diperiksa" in client.get(place).content.decode()
        fact_check = verification.confirm_verdict(claim, by=second)
    page = client.get(place).content.decode()
    for words in ("Salah", "Jembatan Musi IV ditutup", "Dinas PU membantah.", fact_check.get_absolute_url()):
        assert words in page
    with tenancy.acting(office=desk.office_id):
        change = verification.NewCorrection(
            verdict="menyesatkan", reason="Ditutup separuh.", public_note="Kami keliru."
        )
        made = verification.propose_correction(fact_check, correction=change, by=first)
        verification.confirm_correction(made, by=second)
    page = client.get(place).content.decode()
    for words in ("Jawaban ini diralat", "Kami keliru.", "Menyesatkan", "Ditutup separuh."):
        assert words in page


def test_who_has_the_number_erases_what_they_sent(client: Client, desk: verification.Desk) -> None:
    sent = _consent(client.post("/cek/", {"teks": STRANGE}).content.decode())
    place = client.post("/cek/kirim/", sent)["Location"].partition("?")[0]

    assert client.post(place, headers={"origin": "https://jahat.example"}).status_code == 403
    assert client.post(place).status_code == 302

    assert "Sudah dihapus" in client.get(place).content.decode()
    with tenancy.acting(office=desk.office_id):
        assert bytes(verification.Question.objects.get().sealed_text) == b""


def test_a_late_answer_is_admitted(client: Client, desk: verification.Desk) -> None:
    place = client.post("/cek/kirim/", {"teks": STRANGE, "setuju": "ya"})["Location"]
    with tenancy.acting(office=desk.office_id):
        verification.Claim.objects.update(due_at=now() - timedelta(hours=1))
    assert "lebih lama dari biasanya" in client.get(place).content.decode()


@pytest.mark.parametrize("address", ["/cek/", "/en/cek/", "/cek/nomor/", "/cek/privasi/"])
def test_a_page_is_small_without_script_and_without_cookie(client: Client, address: str) -> None:
    answer = client.get(address)
    again = client.get(address, headers={"if-none-match": answer["ETag"]})

    assert answer.status_code == 200
    assert len(gzip.compress(answer.content)) < 5_000
    assert b"<script" not in answer.content
    assert not answer.cookies
    assert "Cookie" not in answer.get("Vary", "")
    assert answer["Cache-Control"] == "public, max-age=60"
    assert again.status_code == 304


def test_the_front_page_and_the_share_menu_of_a_telephone_lead_here(client: Client, desk: verification.Desk) -> None:
    assert 'action="/cek/" method="post"' in client.get("/").content.decode()
    target = client.get("/situs.webmanifest").json()["share_target"]
    shared = {target["params"]["title"]: "Judul", target["params"]["text"]: STRANGE, target["params"]["url"]: ""}
    assert _hidden(client.post(target["action"], shared).content.decode(), name="teks") == f"Judul\n{STRANGE}"


def test_links_do_not_take_every_thread(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sent, "_PATIENCE", 0.01)
    monkeypatch.setattr(sent, "_links", BoundedSemaphore(1))
    with sent._links:
        answer = client.post("/cek/", {"teks": "https://contoh.org/lambat"})
    assert answer.status_code == 503
    assert "Banyak tautan" in answer.content.decode()


def test_a_screenshot_is_read_sent_and_kept_redrawn(
    client: Client, desk: verification.Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(text: str, *, picture: bytes) -> verification.AskedContent:
        return verification.AskedContent(kind="picture", words=STRANGE, picture=b"digambar ulang")

    monkeypatch.setattr(verification, "read_asked", read)
    page = client.post("/cek/", {"gambar": SimpleUploadedFile("a.png", b"asli")}).content.decode()
    assert "Kata-kata yang terbaca di gambar" in page
    client.post("/cek/kirim/", _consent(page) | {"gambar": _hidden(page, name="gambar")})
    with tenancy.acting(office=desk.office_id):
        question = verification.Question.objects.get()
        assert question.kind == "picture"
        with question.sealed_picture.open("rb") as file:
            kept = file.read()
    assert b"digambar" not in kept
    assert verification.unseal_picture(kept) == b"digambar ulang"


def test_a_link_to_this_site_is_not_fetched_from_itself(
    client: Client, published_story: Story, settings: Settings
) -> None:
    address = f"{settings.SITE_URL}{published_story.get_absolute_url()}"
    page = client.post("/cek/", {"teks": address}).content.decode()
    assert "Ini diterbitkan oleh" in page
    assert published_story.headline in page


def test_a_number_typed_into_the_field_leads_to_its_page(client: Client) -> None:
    number = verification.new_number()
    answer = client.post("/cek/", {"teks": number})
    assert answer["Location"] == f"/cek/nomor/{number}/"
    assert client.post("/cek/", {"teks": "T" * 13}).status_code != 302
    mistyped = client.post("/cek/", {"teks": f"{number[:-2]}{number[-1]}"}, follow=True)
    assert "salah ketik" in mistyped.content.decode()


def test_what_was_meant_for_a_desk_that_closed_goes_to_no_other(client: Client, desk: verification.Desk) -> None:
    answer = client.post("/cek/kirim/", {"teks": STRANGE, "setuju": "ya", "meja": "tutup-kemarin"})

    assert answer.status_code == 409
    assert "tidak lagi menerima" in answer.content.decode()
    with tenancy.acting(office=desk.office_id):
        assert not verification.Question.objects.exists()


def test_each_of_several_desks_says_how_long_it_keeps_what_is_sent(client: Client, desk: verification.Desk) -> None:
    other = build_office()
    with tenancy.acting(office=other.pk):
        verification.Desk.objects.create(office=other, days_to_keep=365)

    page = client.post("/cek/", {"teks": STRANGE}).content.decode()

    assert f"{other.name} (disimpan 365 hari)" in page
