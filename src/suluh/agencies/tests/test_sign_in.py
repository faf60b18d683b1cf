"""Signing in: password, second step with a real code, limits, the closed door, the reader's language."""

from __future__ import annotations

import re
import time
from collections.abc import Callable

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from conftest import PASSWORD
from django.test import Client
from django.urls import get_resolver

from suluh.agencies.access import FOREIGN_RULES
from suluh.agencies.journal import SENTENCES
from suluh.agencies.models import Member
from suluh.content import api as content
from suluh.content.models import Exit, Story
from suluh.foundation import audit

ENGLISH = ("Sign In", "Password:", "Two-Factor", "Recovery", "Security Key", "Email Address", "Confirm", "Activate")
PAGES = (
    "login/",
    "logout/",
    "signup/",
    "password/reset/",
    "password/change/",
    "email/",
    "2fa/",
    "2fa/totp/activate/",
    "2fa/webauthn/",
    "2fa/webauthn/add/",
)


def code_of(secret: str) -> str:
    """Return the code an authenticator app shows now."""
    counter = next(iter(yield_hotp_counters_from_time()))
    return str(format_hotp_value(hotp_value(secret, counter)))


def sign_in(client: Client, member: Member, password: str = PASSWORD) -> str:
    """Send the form of signing in; return where it leads, or the page."""
    answer = client.post("/akun/login/", {"login": member.user.email, "password": password})
    return str(answer.headers.get("Location", "")) or answer.content.decode()


def sign_in_twice(client: Client, member: Member) -> None:
    """Sign in, and give the password again as pages that change the sign-in ask."""
    sign_in(client, member)
    client.post("/akun/reauthenticate/", {"password": PASSWORD})


def test_who_may_approve_is_asked_to_turn_on_a_second_step(approver: Member, author: Member, client: Client) -> None:
    assert sign_in(client, approver) == "/meja/"
    assert "/akun/2fa/" in client.get("/meja/profil/").content.decode().split("<h1>")[0].split('id="messages"')[1]
    other = Client()
    sign_in(other, author)
    assert "notice-warning" not in other.get("/meja/profil/").content.decode()


def test_an_app_is_turned_on_and_asked_for_at_the_next_sign_in(
    operator: Member, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    sign_in_twice(client, operator)
    page = client.get("/akun/2fa/totp/activate/").content.decode()
    secret = re.search(r'id="authenticator_secret"[^>]* value="([A-Z2-7]+)"', page)
    assert secret
    assert client.post("/akun/2fa/totp/activate/", {"code": "000000"}).status_code == 200
    assert client.post("/akun/2fa/totp/activate/", {"code": code_of(secret[1])}).status_code == 302
    assert Authenticator.objects.filter(user=operator.user, type="totp").exists()
    assert Authenticator.objects.filter(user=operator.user, type="recovery_codes").exists()

    later = Client()
    assert sign_in(later, operator) == "/akun/2fa/authenticate/"
    assert later.get("/meja/profil/").status_code == 302
    assert later.get("/akun/2fa/authenticate/").status_code == 200
    later.post("/akun/2fa/authenticate/", {"code": "123456"})
    assert later.get("/meja/profil/").status_code == 302
    passed = time.time() + 60  # a code is taken once, so the app must show another
    monkeypatch.setattr("time.time", lambda: passed)
    later.post("/akun/2fa/authenticate/", {"code": code_of(secret[1])})
    assert later.get("/meja/profil/").status_code == 200


@pytest.mark.slow
def test_a_recovery_code_works_once(operator: Member, client: Client) -> None:
    from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
    from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

    TOTP.activate(operator.user, generate_totp_secret())
    code = RecoveryCodes.activate(operator.user).get_unused_codes()[0]
    for expected in (200, 302):
        later = Client()
        sign_in(later, operator)
        later.post("/akun/2fa/authenticate/", {"code": code})
        assert later.get("/meja/profil/").status_code == expected


@pytest.mark.slow
def test_guessing_a_password_is_stopped(author: Member, client: Client) -> None:
    for _guess in range(6):
        sign_in(client, author, password="salah-sekali")
    assert "/meja/" not in sign_in(client, author)
    assert client.get("/meja/profil/").status_code == 302


def test_nobody_signs_up_alone(client: Client, db: None) -> None:
    assert "undangan" in client.get("/akun/signup/").content.decode()
    client.post("/akun/signup/", {"email": "x@contoh.go.id", "password1": PASSWORD, "password2": PASSWORD})
    assert not Member.objects.exists()


@pytest.mark.parametrize("page", PAGES)
def test_the_account_pages_speak_indonesian(page: str, operator: Member, client: Client) -> None:
    if page not in {"login/", "signup/", "password/reset/"}:
        sign_in_twice(client, operator)
    answer = client.get(f"/akun/{page}")
    assert answer.status_code == 200
    shown = re.sub(r"<(script|style|head).*?</\1>|<[^>]+>", " ", answer.content.decode(), flags=re.S)
    assert [word for word in ENGLISH if word in shown] == []


def test_who_forgot_a_password_is_told_whom_to_ask(author: Member, client: Client) -> None:
    answer = client.post("/akun/password/reset/", {"email": author.user.email}, follow=True).content.decode()
    assert "Tanyakan kepada operator instansi Anda" in answer
    assert "/akun/login/" in answer


def test_the_account_pages_have_no_inline_script(client: Client, db: None) -> None:
    page = client.get("/akun/login/").content.decode()
    scripts = re.findall(r"<script([^>]*)>", page)
    assert scripts
    assert all("src=" in one or 'type="application/json"' in one for one in scripts)
    assert " style=" not in page
    assert "onclick" not in page


def test_a_person_reads_in_the_language_of_their_profile(author: Member, client: Client) -> None:
    sign_in(client, author)
    client.post("/meja/profil/", {"name": "Rina", "phone": "", "language": "en"})
    assert "My profile" in client.get("/meja/profil/").content.decode()
    client.post("/meja/profil/", {"name": "Rina", "phone": "", "language": "id"})
    assert "Profil saya" in client.get("/meja/profil/").content.decode()


def test_every_rule_for_a_foreign_view_names_one_that_exists() -> None:
    names = {name for name in get_resolver().reverse_dict if isinstance(name, str)}
    assert set(FOREIGN_RULES) <= names


def test_every_line_of_the_journal_reads_as_a_sentence() -> None:
    written = set(audit.known_actions) | {f"content.{kind}" for kind in Exit.Kind.values}
    assert sorted(written - set(SENTENCES)) == [], "add a sentence to suluh/agencies/journal.py"


def test_the_filter_of_the_journal_names_each_act_once(
    published_story: Story, approver: Member, signed_in: Callable[[Member], Client]
) -> None:
    content.recall_story(published_story, reason="salah", public_note="Ditarik.", by=approver)
    browser = signed_in(approver)
    page = browser.get("/meja/instansi/jejak/").content.decode()
    choices = re.findall(r'<option value="([^"]+\.[^"]+)"[^>]*>([^<]+)</option>', page)
    assert len(choices) == len({sentence for _, sentence in choices})
    recalls = next(name for name, sentence in choices if sentence == SENTENCES["content.recall_story"])
    found = browser.get("/meja/instansi/jejak/", {"action": recalls}).content.decode().split("<tbody>")[1]
    assert found.count("<tr>") == 1


def test_the_journal_is_filtered(operator: Member, author: Member, signed_in: Callable[[Member], Client]) -> None:
    browser = signed_in(operator)
    browser.post(f"/meja/instansi/anggota/{author.pk}/peran/", {"roles": ["checker"]})
    browser.post("/meja/instansi/kunci/", {"label": "situs"})
    page = browser.get("/meja/instansi/jejak/").content.decode()
    rows = page.split("<tbody>")[1]
    assert "Mengubah peran anggota" in rows
    assert "Penulis → " not in rows
    assert "Membuat kunci API" in rows
    chosen = browser.get("/meja/instansi/jejak/?action=agencies.create_api_key").content.decode().split("<tbody>")[1]
    assert "Mengubah peran anggota" not in chosen
    nobody = browser.get(f"/meja/instansi/jejak/?person={author.user_id}").content.decode()
    assert "<tbody>" not in nobody
    assert "<tbody>" not in browser.get("/meja/instansi/jejak/?until=2020-01-01").content.decode()
    assert "<tbody>" in browser.get("/meja/instansi/jejak/?page=99").content.decode()
