import os
import shutil
import stat
import subprocess
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.x509.oid import ExtendedKeyUsageOID

from suluh.authenticity.authority import Authority, KeysUnreadable
from suluh.authenticity.certificates import C2PA_CLAIM_SIGNING, name_in_subject, organization
from suluh.authenticity.signers import is_signature, leaf
from suluh.authenticity.tests.conftest import OFFICE
from suluh.authenticity.trust import BadTrustList, dump_trust, is_trusted, parse_trust, pem


def test_an_office_keeps_its_key_and_certificate(fresh: Authority, now: datetime) -> None:
    first = fresh.office_signer("pali", name=OFFICE, at=now)
    again = Authority(fresh.folder).office_signer("pali", name=OFFICE, at=now)

    assert first.certificates == again.certificates
    assert is_signature(again.sign(b"halo"), over=b"halo", by=leaf(first.certificates))
    assert not is_signature(again.sign(b"halo"), over=b"hal0", by=leaf(first.certificates))


def test_a_second_set_up_changes_nothing(fresh: Authority, now: datetime) -> None:
    assert fresh.set_up(name="Lain", at=now) == fresh.trust_list()


def test_offices_that_start_at_once_get_one_key(fresh: Authority, now: datetime) -> None:
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda _n: fresh.office_signer("pali", name=OFFICE, at=now).certificates, range(4)))

    assert len(set(made)) == 1


def test_the_certificate_is_what_c2pa_readers_ask_for(fresh: Authority, now: datetime) -> None:
    certificate = leaf(fresh.office_signer("pali", name=OFFICE, at=now).certificates)
    extensions = certificate.extensions

    assert certificate.version is x509.Version.v3
    assert not extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    assert extensions.get_extension_for_class(x509.KeyUsage).value.digital_signature
    assert set(extensions.get_extension_for_class(x509.ExtendedKeyUsage).value) == {
        C2PA_CLAIM_SIGNING,
        ExtendedKeyUsageOID.EMAIL_PROTECTION,
    }
    assert extensions.get_extension_for_class(x509.SubjectKeyIdentifier)
    assert extensions.get_extension_for_class(x509.AuthorityKeyIdentifier)
    assert certificate.not_valid_after_utc - now > timedelta(days=3650)


def test_a_long_name_fits_into_its_certificate_in_whole_words(fresh: Authority, now: datetime) -> None:
    certificate = leaf(fresh.office_signer("pali", name=OFFICE, at=now).certificates)

    assert organization(certificate) == name_in_subject(OFFICE) == OFFICE.removesuffix(" Lematang Ilir") + "…"
    assert len(organization(certificate)) <= 64


def test_keys_are_readable_by_their_owner_only(fresh: Authority, now: datetime) -> None:
    fresh.office_signer("pali", name=OFFICE, at=now)
    files = [path for path in fresh.folder.rglob("*") if path.is_file()]

    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}
    assert len(files) == 2


def test_a_key_that_others_can_read_is_refused(fresh: Authority) -> None:
    (fresh.folder / "root.pem").chmod(0o644)

    with pytest.raises(KeysUnreadable, match="chmod 600"):
        fresh.trust_list()


@pytest.mark.parametrize("damage", [b"", b"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"])
def test_a_damaged_key_is_told(fresh: Authority, damage: bytes) -> None:
    (fresh.folder / "root.pem").write_bytes(damage)

    with pytest.raises(KeysUnreadable):
        fresh.trust_list()


@pytest.mark.parametrize("slug", ["../root", "", "a/b", "A", "a--b", "."])
def test_a_key_is_never_filed_outside_its_folder(fresh: Authority, now: datetime, slug: str) -> None:
    with pytest.raises(KeysUnreadable):
        fresh.office_signer(slug, name=OFFICE, at=now)


def test_a_rotation_erases_the_old_key_and_keeps_its_certificate(fresh: Authority, now: datetime) -> None:
    old = fresh.office_signer("pali", name=OFFICE, at=now)
    new = fresh.rotate("pali", name=OFFICE, at=now)
    kept = [pem(certificate) for certificate in fresh.certificates("pali")]

    assert kept == [old.certificates, new.certificates]
    assert fresh.office_signer("pali", name=OFFICE, at=now).certificates == new.certificates
    assert not [p for p in (fresh.folder / "offices" / "pali").iterdir() if old.key_pem in p.read_bytes()]
    assert all(is_trusted([c], trust=fresh.trust_list(), at=now) for c in fresh.certificates("pali"))


def test_a_revoked_certificate_is_trusted_no_more_and_the_list_says_so(fresh: Authority, now: datetime) -> None:
    certificate = leaf(fresh.office_signer("pali", name=OFFICE, at=now).certificates)
    exported = parse_trust(dump_trust(fresh.revoke(certificate)))

    assert exported == fresh.trust_list()
    assert not is_trusted([certificate], trust=exported, at=now)


def test_trust_ends_with_the_certificate_and_never_starts_with_a_root(fresh: Authority, now: datetime) -> None:
    trust = fresh.trust_list()
    certificate = leaf(fresh.office_signer("pali", name=OFFICE, at=now).certificates)

    assert is_trusted([certificate], trust=trust, at=now)
    assert not is_trusted([certificate], trust=trust, at=now + timedelta(days=3700))
    assert not is_trusted([certificate], trust=trust, at=now - timedelta(days=1))
    assert not is_trusted(trust.anchors(), trust=trust, at=now)
    assert not is_trusted([certificate] * 9, trust=trust, at=now)


@pytest.mark.parametrize("text", ["", "halo", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"])
def test_a_file_without_roots_is_no_trust_list(text: str) -> None:
    with pytest.raises(BadTrustList):
        parse_trust(text)


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is not installed")
def test_openssl_agrees_with_the_chain(fresh: Authority, now: datetime, tmp_path: Path) -> None:
    root, office = tmp_path / "root.pem", tmp_path / "office.pem"
    root.write_text(dump_trust(fresh.trust_list()))
    office.write_text(fresh.office_signer("pali", name=OFFICE, at=now).certificates)
    command = ["openssl", "verify", "-x509_strict", "-purpose", "smimesign", "-CAfile", str(root), str(office)]
    answer = subprocess.run(command, capture_output=True, text=True, check=False, env={"PATH": os.environ["PATH"]})

    assert answer.returncode == 0, answer.stderr
    assert answer.stdout.strip().endswith(": OK")
