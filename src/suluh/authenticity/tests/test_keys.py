"""Keys as their keeper handles them: listed, renewed, taken back, or kept elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from click.testing import Result
from pytest_django import Settings

from suluh.agencies.models import Office
from suluh.authenticity import keys, media
from suluh.authenticity.actions.renew_keys import revoke_certificate, rotate_key
from suluh.authenticity.authority import Authority, KeysUnreadable
from suluh.authenticity.commands.keys import command
from suluh.authenticity.listing import CertificateUnknown, list_keys
from suluh.authenticity.sealing import Claims, seal
from suluh.authenticity.tests import signing_elsewhere
from suluh.authenticity.tests.samples import sample
from suluh.authenticity.verifying import verify
from suluh.foundation import tenancy
from suluh.foundation.clock import now
from suluh.foundation.models import AuditEntry

Run = Callable[..., Result]


@pytest.fixture
def folder(fresh: Authority, settings: Settings) -> Path:
    """The installation's key folder."""
    settings.KEYS_FOLDER = fresh.folder
    return fresh.folder


def _sealed(office: Office, *, folder: Path, claims: Claims, elsewhere: str = "") -> bytes:
    return seal(
        sample(media.PNG),
        media_type=media.PNG,
        claims=replace(claims, office=office.name),
        signer=keys.office_signer(office.brand(), folder=folder, elsewhere=elsewhere),
    )


def _states(folder: Path) -> list[str]:
    return [line.state.value for line in list_keys(Authority(folder), at=now())]


def _serials(folder: Path) -> list[str]:
    return [line.serial for line in list_keys(Authority(folder), at=now())]


def _entries(office: Office) -> list[str]:
    with tenancy.acting(office=office.pk):
        return list(AuditEntry.objects.order_by("pk").values_list("action", flat=True))


def test_a_new_key_leaves_older_seals_genuine_and_a_line_in_the_journal(
    office: Office, folder: Path, claims: Claims
) -> None:
    old = _sealed(office, folder=folder, claims=claims)
    serial = rotate_key(office, folder=folder)
    new = _sealed(office, folder=folder, claims=claims)

    trust = Authority(folder).trust_list()
    assert [verify(data, name="x.png", trust=trust).state for data in (old, new)] == ["genuine", "genuine"]
    assert _states(folder) == ["former", "in_use"]
    assert _serials(folder)[-1] == serial
    assert _entries(office) == ["authenticity.rotate_key"]


def test_a_stolen_key_is_taken_back_and_the_office_goes_on_with_a_new_one(
    office: Office, folder: Path, claims: Claims
) -> None:
    forged = _sealed(office, folder=folder, claims=claims)
    revoked = revoke_certificate(_serials(folder)[0].lower(), folder=folder)
    honest = _sealed(office, folder=folder, claims=claims)

    trust = Authority(folder).trust_list()
    assert verify(forged, name="x.png", trust=trust).state != "genuine"
    assert verify(honest, name="x.png", trust=trust).state == "genuine"
    assert _states(folder) == ["revoked", "in_use"]
    assert revoked.new_serial == _serials(folder)[-1]
    assert set(_entries(office)) == {"authenticity.revoke_certificate", "authenticity.rotate_key"}


def test_taking_a_former_certificate_back_keeps_the_key_in_use(office: Office, folder: Path) -> None:
    rotate_key(office, folder=folder)
    in_use = rotate_key(office, folder=folder)

    assert revoke_certificate(_serials(folder)[0], folder=folder).new_serial == ""
    assert _states(folder) == ["revoked", "in_use"]
    assert _serials(folder)[-1] == in_use


def test_a_certificate_ends_with_its_root(office: Office, folder: Path) -> None:
    rotate_key(office, folder=folder)
    ends_at = list_keys(Authority(folder), at=now())[0].ends_at

    assert [line.state.value for line in list_keys(Authority(folder), at=ends_at.replace(year=ends_at.year + 1))] == [
        "over"
    ]


def test_a_serial_is_found_as_openssl_prints_it(office: Office, folder: Path) -> None:
    serial = rotate_key(office, folder=folder)
    with_colons = ":".join(serial[i : i + 2] for i in range(0, len(serial), 2)).lower()

    assert revoke_certificate(with_colons, folder=folder).office == office
    with pytest.raises(CertificateUnknown, match="ABC"):
        revoke_certificate("ABC", folder=folder)


def test_the_list_shows_every_office(office: Office, other_office: Office, folder: Path, run_command: Run) -> None:
    assert "Belum ada" in run_command(command).output
    serials = [rotate_key(one, folder=folder) for one in (office, other_office)]

    said = run_command(command)

    assert said.exit_code == 0, said.output
    for one, serial in zip((office, other_office), serials, strict=True):
        assert any(one.slug in line and serial in line and "dipakai" in line for line in said.output.splitlines())


def test_the_command_asks_first(office: Office, folder: Path, run_command: Run) -> None:
    before = rotate_key(office, folder=folder)

    assert run_command(command, "--rotate", office.slug, typed="n\n").exit_code == 1
    assert run_command(command, "--revoke", before, typed="n\n").exit_code == 1
    assert _serials(folder) == [before]

    assert run_command(command, "--rotate", office.slug, typed="y\n").exit_code == 0
    said = run_command(command, "--revoke", before, "--yes")
    assert said.exit_code == 0, said.output
    assert _states(folder) == ["revoked", "in_use"]
    assert run_command(command, "--rotate", office.slug, "--revoke", before).exit_code == 2


def test_a_key_that_lies_elsewhere_seals_and_its_authority_is_believed_where_the_keeper_says_so(
    office: Office, folder: Path, claims: Claims
) -> None:
    elsewhere = "suluh.authenticity.tests.signing_elsewhere.signer"
    sealed = _sealed(office, folder=folder, claims=claims, elsewhere=elsewhere)
    assert verify(sealed, name="x.png", trust=keys.trust_list(folder)).state == "not_ours"

    (folder / "trusted").mkdir()
    (folder / "trusted" / "ca-contoh.pem").write_text(signing_elsewhere.root_pem())

    assert verify(sealed, name="x.png", trust=keys.trust_list(folder)).state == "genuine"
    assert Authority(folder).offices() == ()


def test_a_wrong_file_among_the_trusted_is_named(fresh: Authority, now: datetime) -> None:
    (fresh.folder / "trusted").mkdir()
    (fresh.folder / "trusted" / "salah.pem").write_text("bukan sertifikat")

    with pytest.raises(KeysUnreadable, match=r"salah\.pem"):
        fresh.trust_list()


def test_the_list_says_where_new_seals_are_signed(folder: Path, settings: Settings, run_command: Run) -> None:
    settings.SIGNER = "kantor.hsm.signer"
    assert "kantor.hsm.signer" in run_command(command).output
