"""A passkey in real Chromium, with its virtual authenticator: added on the account pages, then signed in with."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from conftest import PASSWORD, build_member, build_office
from playwright.sync_api import Page

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.django_db(transaction=True, databases=["default", "owner"]),
]


def _give_authenticator(page: Page) -> None:
    """Give the browser a device that holds passkeys and always says yes."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    options = {"protocol": "ctap2", "transport": "internal"} | dict.fromkeys(
        ("hasResidentKey", "hasUserVerification", "isUserVerified", "automaticPresenceSimulation"), True
    )
    session.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def test_a_passkey_is_added_and_opens_the_door(
    window: Callable[[], Page],
    site: str,
    axe: Callable[[Page], None],
) -> None:
    member = build_member(build_office(), roles=("operator",))
    site = site.replace("127.0.0.1", "localhost")  # a passkey belongs to a name, not to a number
    page = window()
    _give_authenticator(page)
    page.goto(f"{site}/akun/login/")
    page.fill("input[name=login]", member.user.email)
    page.fill("input[name=password]", PASSWORD)
    page.press("input[name=password]", "Enter")
    page.wait_for_url("**/meja/")

    page.goto(f"{site}/akun/2fa/webauthn/add/")
    page.fill("input[name=password]", PASSWORD)  # pages that change the sign-in ask again
    page.press("input[name=password]", "Enter")
    page.wait_for_url("**/webauthn/add/")
    axe(page)
    page.fill("input[name=name]", "Ponsel Rina")
    page.check("input[name=passwordless]")
    page.click("#mfa_webauthn_add")
    page.wait_for_url(lambda url: "/add/" not in url)
    page.goto(f"{site}/akun/2fa/webauthn/")
    axe(page)
    assert "Ponsel Rina" in page.inner_text("main")

    page.context.clear_cookies()
    page.goto(f"{site}/akun/login/")
    axe(page)
    page.click("#passkey_login")
    page.wait_for_url("**/meja/")
