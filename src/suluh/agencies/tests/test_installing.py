"""A real installation: offices from files, their first operators from the command line."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from smtplib import SMTPException

import pytest
from click.testing import Result
from conftest import build_member, build_office
from django.core import mail
from django.test import Client
from pytest_django import Settings

from suluh.agencies import mail as house_mail
from suluh.agencies.actions.accept_invitation import Newcomer, accept_invitation
from suluh.agencies.actions.invite_member import AlreadyThere, InvitationIsOver, NoRoles
from suluh.agencies.actions.invite_operator import invite_operator
from suluh.agencies.commands.add_operator import command as add_operator
from suluh.agencies.commands.plant import command as plant
from suluh.agencies.models import Invitation, Member, Office
from suluh.agencies.province_files import UnknownOffice
from suluh.agencies.tests.test_provinces import OFFICE
from suluh.foundation import tenancy
from suluh.foundation.models import AuditEntry

Run = Callable[..., Result]
NEW = "baru@contoh.go.id"
RINA = Newcomer(name="Rina", password="kata-kata-panjang-9")


@pytest.fixture
def province(tmp_path: Path, settings: Settings) -> Path:
    """A folder of SULUH_PROVINCES with one province file."""
    (tmp_path / "riau").mkdir()
    (tmp_path / "riau" / "province.toml").write_text(OFFICE)
    settings.PROVINCE_FOLDERS = (tmp_path,)
    return tmp_path


@pytest.mark.slow
def test_planting_tells_what_is_new_and_does_nothing_the_second_time(province: Path, run_command: Run) -> None:
    first = run_command(plant)
    second = run_command(plant)

    assert (first.exit_code, second.exit_code) == (0, 0), first.output + second.output
    assert "Diskominfotik Provinsi Riau" in first.output
    assert "Riau" not in second.output
    assert "0" in second.output
    assert Office.objects.filter(slug="riau").count() == 1


@pytest.mark.slow
def test_a_file_that_comes_later_is_planted_then(province: Path, run_command: Run) -> None:
    run_command(plant)
    (province / "jambi").mkdir()
    (province / "jambi" / "province.toml").write_text(OFFICE.replace("riau", "jambi").replace("Riau", "Jambi"))

    said = run_command(plant).output

    assert "Provinsi Jambi" in said
    assert "Provinsi Riau" not in said
    assert not Member.objects.exists()


def test_the_first_operator_comes_by_the_printed_link(office: Office, run_command: Run) -> None:
    said = run_command(add_operator, f" {NEW.upper()} ", "--office", office.slug, "--role", "editor", "--name", "Rina")
    assert said.exit_code == 0, said.output
    link = re.search(r"http://testserver(/undangan/([\w-]+)/)", said.output)
    assert link

    page = Client().get(link[1]).content.decode()
    member = accept_invitation(link[2], newcomer=RINA)

    assert 'value="Rina"' in page
    assert "Pengelola instalasi ini" in page
    assert (member.office, member.roles) == (office, ["editor", "operator"])
    with tenancy.acting(office=office.pk):
        assert AuditEntry.objects.get(action="agencies.invite_operator").user_id is None
    assert link[1] in mail.outbox[0].body


def test_an_unknown_office_is_refused_with_those_there_are(run_command: Run) -> None:
    said = run_command(add_operator, NEW, "--office", "tidak-ada")

    assert isinstance(said.exception, UnknownOffice)
    assert "tidak-ada" in str(said.exception)
    assert "sumsel" in str(said.exception)
    with tenancy.whole_house(reason="test"):
        assert not Invitation.objects.exists()


def test_asked_again_the_older_link_ends(office: Office) -> None:
    first = invite_operator(NEW, office=office)
    second = invite_operator(NEW, office=office)

    with pytest.raises(InvitationIsOver):
        accept_invitation(first.token, newcomer=RINA)
    assert accept_invitation(second.token, newcomer=RINA).roles == ["operator"]


def test_a_member_becomes_operator_and_keeps_other_roles(author: Member) -> None:
    invited = invite_operator(author.user.email, office=author.office)

    with tenancy.acting(user=author.user_id):
        assert accept_invitation(invited.token, user=author.user).roles == ["author", "operator"]


def test_what_cannot_be_invited(operator: Member) -> None:
    with pytest.raises(AlreadyThere):
        invite_operator(operator.user.email, office=operator.office)
    with pytest.raises(NoRoles):
        invite_operator(NEW, office=operator.office, roles=("king",))


def test_where_the_mail_server_fails_the_link_is_told_all_the_same(
    office: Office, run_command: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_args: object, **_options: object) -> None:
        raise SMTPException("no")

    monkeypatch.setattr(house_mail, "send_mail", fail)
    said = run_command(add_operator, NEW, "--office", office.slug)

    assert said.exit_code == 0, said.output
    assert "/undangan/" in said.output
    assert "tidak dapat dikirim" in said.output


def test_the_members_page_says_who_invited(operator: Member, signed_in: Callable[[Member], Client]) -> None:
    invite_operator(NEW, office=operator.office)
    page = signed_in(operator).get("/meja/instansi/anggota/").content.decode()
    assert "diundang oleh Pengelola instalasi ini" in page


def test_another_office_sees_nothing_of_it(office: Office) -> None:
    invite_operator(NEW, office=office)
    other = build_member(build_office(), roles=("operator",))
    with tenancy.acting(office=other.office_id, user=other.user_id):
        assert not Invitation.objects.exists()
