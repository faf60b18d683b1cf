"""Inviting, joining, and what is refused."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from conftest import PASSWORD, build_member, build_office
from django.core import mail
from django.test import Client
from pytest_django import DjangoCaptureOnCommitCallbacks

from suluh.agencies.access import NotAllowed
from suluh.agencies.actions.accept_invitation import (
    BadNewcomer,
    HasAccount,
    Newcomer,
    NotYours,
    accept_invitation,
)
from suluh.agencies.actions.invite_member import (
    AlreadyThere,
    BadAddress,
    InvitationIsOver,
    NoRoles,
    cancel_invitation,
    hash_of,
    invite_member,
    resend_invitation,
)
from suluh.agencies.models import Invitation, Member, Office, User
from suluh.foundation import tenancy
from suluh.foundation.models import AuditEntry

NEW = "baru@contoh.go.id"
RINA = Newcomer(name="Rina", password="kata-kata-panjang-9")


@pytest.fixture
def invited(
    operator: Member, acting_office: Office, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> str:
    """The token of an open invitation for ``NEW``, as its mail holds it."""
    with django_capture_on_commit_callbacks(execute=True):
        invite_member(f" {NEW.upper()} ", roles=["editor", "author"], by=operator)
    return token_of_last_mail()


def token_of_last_mail() -> str:
    found = re.search(r"/undangan/([\w-]+)/", str(mail.outbox[-1].body))
    assert found
    return found[1]


def test_the_mail_holds_the_link_and_the_database_only_its_hash(invited: str, office: Office) -> None:
    invitation = Invitation.objects.get()
    assert mail.outbox[0].to == [NEW]
    assert office.name in mail.outbox[0].subject
    assert invitation.token_hash == hash_of(invited)
    assert invitation.roles == ["author", "editor"]
    assert len(invited) >= 43  # 32 bytes


def test_a_new_person_joins_by_the_link_without_a_scope(invited: str, office: Office) -> None:
    with tenancy.acting():
        member = accept_invitation(invited, newcomer=RINA)
    assert member.office == office
    assert member.roles == ["author", "editor"]
    assert member.user.check_password(RINA.password)
    assert AuditEntry.objects.filter(action="agencies.accept_invitation", user_id=member.user_id).count() == 1


def test_a_link_works_once(invited: str) -> None:
    with tenancy.acting():
        accept_invitation(invited, newcomer=RINA)
        with pytest.raises(InvitationIsOver):
            accept_invitation(invited, newcomer=RINA)


def test_a_bad_password_leaves_nothing_behind(invited: str) -> None:
    with tenancy.acting(), pytest.raises(BadNewcomer):
        accept_invitation(invited, newcomer=Newcomer(name="Rina", password="1234567890"))
    assert not User.objects.filter(email=NEW).exists()
    assert Invitation.objects.open().count() == 1


def test_a_person_with_an_account_joins_a_second_office(invited: str, office: Office) -> None:
    first = build_member(build_office(), email=NEW)
    with tenancy.acting(user=first.user_id):
        second = accept_invitation(invited, user=first.user)
        offices = set(Member.objects.of_user(first.user).values_list("office", flat=True))
    assert second.user == first.user
    assert offices == {first.office_id, office.pk}


def test_who_has_an_account_makes_no_second_one(invited: str) -> None:
    build_member(build_office(), email=NEW)
    with tenancy.acting(), pytest.raises(HasAccount):
        accept_invitation(invited, newcomer=RINA)


def test_somebody_else_cannot_use_the_link(invited: str, outsider: Member) -> None:
    with tenancy.acting(office=outsider.office_id), pytest.raises(NotYours):
        accept_invitation(invited, user=outsider.user)


def test_sending_again_ends_the_old_link(
    invited: str, operator: Member, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        resend_invitation(Invitation.objects.get(), by=operator)
    with pytest.raises(InvitationIsOver):
        accept_invitation(invited, newcomer=RINA)
    assert accept_invitation(token_of_last_mail(), newcomer=RINA).is_active


def test_a_link_that_was_taken_back_or_ran_out_does_not_work(invited: str, operator: Member) -> None:
    invitation = Invitation.objects.get()
    Invitation.objects.update(ends_at=invitation.created_at - timedelta(seconds=1))
    with pytest.raises(InvitationIsOver):
        accept_invitation(invited, newcomer=RINA)
    cancel_invitation(invitation, by=operator)
    with pytest.raises(InvitationIsOver):
        resend_invitation(invitation, by=operator)


def test_what_cannot_be_invited(invited: str, operator: Member, author: Member) -> None:
    with pytest.raises(AlreadyThere):
        invite_member(NEW, roles=["author"], by=operator)
    with pytest.raises(AlreadyThere):
        invite_member(author.user.email, roles=["author"], by=operator)
    with pytest.raises(BadAddress):
        invite_member("bukan alamat", roles=["author"], by=operator)
    with pytest.raises(NoRoles):
        invite_member("lain@contoh.go.id", roles=["king"], by=operator)
    with pytest.raises(NotAllowed):
        invite_member("lain@contoh.go.id", roles=["author"], by=author)


def test_the_page_makes_the_account_and_signs_in(invited: str, client: Client) -> None:
    with tenancy.acting():
        page = client.get(f"/undangan/{invited}/")
        assert NEW in page.content.decode()
        answer = client.post(f"/undangan/{invited}/", {"name": "Rina", "password": RINA.password})
        assert answer.status_code == 302
        assert client.get("/meja/profil/").status_code == 200


def test_the_page_asks_who_has_an_account_to_sign_in_and_come_back(
    invited: str, client: Client, signed_in: Callable[[Member], Client]
) -> None:
    first = build_member(build_office(), email=NEW)
    with tenancy.acting():
        assert f"/akun/login/?next=/undangan/{invited}/" in client.get(f"/undangan/{invited}/").content.decode()
        answer = client.post(
            f"/akun/login/?next=/undangan/{invited}/",
            {"login": NEW, "password": PASSWORD, "next": f"/undangan/{invited}/"},
        )
        assert answer.headers["Location"] == f"/undangan/{invited}/"
        client.post(f"/undangan/{invited}/")
    with tenancy.acting(user=first.user_id):
        assert Member.objects.of_user(first.user).count() == 2


def test_a_dead_link_answers_gone(client: Client, db: None) -> None:
    assert client.get("/undangan/tidak-ada/").status_code == 410


def test_a_deactivated_member_comes_back_by_an_invitation(
    office: Office,
    acting_office: Office,
    operator: Member,
    author: Member,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    Member.objects.filter(pk=author.pk).update(is_active=False)
    with django_capture_on_commit_callbacks(execute=True):
        invite_member(author.user.email, roles=["checker"], by=operator)
    member = accept_invitation(token_of_last_mail(), user=author.user)
    assert member.pk == author.pk
    assert (member.is_active, member.roles) == (True, ["checker"])
