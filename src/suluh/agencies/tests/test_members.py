"""Roles, letting go, two offices, keys."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from conftest import build_member, build_office
from django.test import Client

from suluh.agencies.access import NotAllowed
from suluh.agencies.actions.change_roles import LastOperator, change_roles
from suluh.agencies.actions.deactivate_member import deactivate_member
from suluh.agencies.actions.keep_api_key import create_api_key, member_of_key, revoke_api_key
from suluh.agencies.models import ApiKey, Member, Office
from suluh.foundation import tenancy
from suluh.foundation.models import AuditEntry


def test_roles_change_and_the_journal_says_from_what_to_what(
    operator: Member, author: Member, acting_office: Office
) -> None:
    change_roles(author, roles=["approver", "editor"], by=operator)
    author.refresh_from_db()
    assert author.roles == ["editor", "approver"]
    detail = AuditEntry.objects.get(action="agencies.change_roles").detail
    assert (detail["from"], detail["to"]) == (["author"], ["editor", "approver"])


def test_the_last_operator_stays(operator: Member, acting_office: Office) -> None:
    with pytest.raises(LastOperator):
        change_roles(operator, roles=["author"], by=operator)
    with pytest.raises(LastOperator):
        deactivate_member(operator, by=operator)
    second = build_member(acting_office, roles=("operator",))
    deactivate_member(operator, by=second)
    with pytest.raises(LastOperator):
        deactivate_member(second, by=second)


def test_only_an_operator_lets_go(author: Member, approver: Member, acting_office: Office) -> None:
    with pytest.raises(NotAllowed):
        deactivate_member(author, by=approver)


def test_who_is_let_go_is_signed_out_everywhere_and_their_keys_die(
    operator: Member, author: Member, acting_office: Office, signed_in: Callable[[Member], Client]
) -> None:
    browser = signed_in(author)
    _key, text = create_api_key("situs", by=author)
    assert browser.get("/meja/instansi/anggota/").status_code == 200
    deactivate_member(author, by=operator)
    assert browser.get("/meja/instansi/anggota/").headers["Location"].startswith("/akun/login/")
    assert member_of_key(text) is None


def test_a_key_tells_its_member_and_only_its_hash_is_kept(author: Member, acting_office: Office) -> None:
    key, text = create_api_key("situs", by=author)
    assert text.startswith("suluh_")
    assert text not in key.key_hash
    with tenancy.acting():
        assert member_of_key(text) == author
        assert member_of_key(text + "x") is None
        assert member_of_key("lain") is None


def test_a_key_is_revoked_by_its_owner_or_an_operator(
    author: Member, approver: Member, operator: Member, acting_office: Office
) -> None:
    key, text = create_api_key("situs", by=author)
    with pytest.raises(NotAllowed):
        revoke_api_key(key, by=approver)
    revoke_api_key(key, by=operator)
    assert member_of_key(text) is None


def test_the_page_shows_a_new_key_once(
    author: Member, acting_office: Office, signed_in: Callable[[Member], Client]
) -> None:
    browser = signed_in(author)
    page = browser.post("/meja/instansi/kunci/", {"label": "situs"}).content.decode()
    assert "suluh_" in page
    assert "suluh_" not in browser.get("/meja/instansi/kunci/").content.decode().replace("suluh_language", "")
    assert ApiKey.objects.get().label == "situs"


def test_a_member_in_two_offices_switches(author: Member, signed_in: Callable[[Member], Client]) -> None:
    other = build_office(name="Kantor Kedua")
    with tenancy.whole_house(reason="test"):
        Member.objects.create(office=other, user=author.user, roles=["author"])
    browser = signed_in(author)
    browser.post("/meja/instansi/ganti/", {"office": other.pk})
    assert "Kantor Kedua" in browser.get("/meja/instansi/anggota/").content.decode()
    assert browser.post("/meja/instansi/ganti/", {"office": build_office().pk}).status_code == 404


def test_the_page_of_members_shows_the_tools_to_operators_only(
    author: Member, operator: Member, signed_in: Callable[[Member], Client]
) -> None:
    assert "/undang/" in signed_in(operator).get("/meja/instansi/anggota/").content.decode()
    assert "/undang/" not in signed_in(author).get("/meja/instansi/anggota/").content.decode()


def test_the_pages_of_roles_and_letting_go(
    author: Member, operator: Member, acting_office: Office, signed_in: Callable[[Member], Client]
) -> None:
    browser = signed_in(operator)
    assert browser.get(f"/meja/instansi/anggota/{author.pk}/peran/").status_code == 200
    assert browser.post(f"/meja/instansi/anggota/{author.pk}/peran/", {}).status_code == 422
    browser.post(f"/meja/instansi/anggota/{author.pk}/peran/", {"roles": ["checker"]})
    assert browser.get(f"/meja/instansi/anggota/{author.pk}/lepas/").status_code == 200
    browser.post(f"/meja/instansi/anggota/{author.pk}/lepas/")
    author.refresh_from_db()
    assert (author.roles, author.is_active) == (["checker"], False)
