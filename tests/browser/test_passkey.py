"""A passkey in real Chromium, with its virtual authenticator: added on the account pages, then signed in with."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from conftest import PASSWORD, build_member, build_office
from playwright.sync_api import Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from suluh.foundation import tenancy

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]
CHROMIUM = "/usr/bin/chromium"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]


@pytest.fixture
def page(live_server: LiveServer, monkeypatch: pytest.MonkeyPatch) -> Iterator[Page]:
    """A page of Chromium with an authenticator that always says yes; what the policy blocks is an error."""
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")  # Playwright's loop runs in this thread
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        opened = browser.new_context(
            locale="id-ID", base_url=live_server.url.replace("127.0.0.1", "localhost")
        ).new_page()
        session = opened.context.new_cdp_session(opened)
        session.send("WebAuthn.enable")
        session.send(
            "WebAuthn.addVirtualAuthenticator",
            {
                "options": {
                    "protocol": "ctap2",
                    "transport": "internal",
                    "hasResidentKey": True,
                    "hasUserVerification": True,
                    "isUserVerified": True,
                    "automaticPresenceSimulation": True,
                }
            },
        )
        yield opened
        browser.close()


def test_a_passkey_is_added_and_opens_the_door(page: Page) -> None:
    blocked: list[str] = []
    page.on("console", lambda message: blocked.append(message.text) if message.type == "error" else None)
    with tenancy.acting():
        member = build_member(build_office(), roles=("operator",))
    page.goto("/akun/login/")
    page.fill("input[name=login]", member.user.email)
    page.fill("input[name=password]", PASSWORD)
    page.click("form.form button[type=submit]")
    page.wait_for_url("**/meja/")

    page.goto("/akun/2fa/webauthn/add/")
    page.fill("input[name=password]", PASSWORD)  # pages that change the sign-in ask again
    page.click("main form button[type=submit]")
    page.wait_for_url("**/webauthn/add/")
    page.fill("input[name=name]", "Ponsel Rina")
    page.check("input[name=passwordless]")
    page.click("#mfa_webauthn_add")
    page.wait_for_url(lambda url: "/add/" not in url)
    page.goto("/akun/2fa/webauthn/")
    assert "Ponsel Rina" in page.inner_text("main")

    page.context.clear_cookies()
    page.goto("/akun/login/")
    page.click("#passkey_login")
    page.wait_for_url("**/meja/")
    assert blocked == []
