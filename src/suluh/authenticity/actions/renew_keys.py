"""Give an office a new key; take a certificate back."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from suluh.agencies.api import Office, office_called
from suluh.authenticity.authority import Authority
from suluh.authenticity.keys import AUTHORITY_NAME
from suluh.authenticity.listing import find_certificate, serial_of
from suluh.authenticity.signers import leaf
from suluh.foundation import audit, tenancy
from suluh.foundation.clock import now


@dataclass(frozen=True, kw_only=True)
class Revoked:
    """The office whose certificate was taken back, and the serial of its new one, "" where the old was not in use."""

    office: Office
    new_serial: str


@audit.action("authenticity.rotate_key")
def rotate_key(office: Office, *, folder: Path) -> str:
    """Give the office a new key and return its serial; the old key is erased, what it sealed stays genuine.

    For who keeps the installation. Raises ``KeysUnreadable``.
    """
    authority = Authority(folder)
    authority.set_up(name=AUTHORITY_NAME, at=now())
    with tenancy.acting(office=office.pk):
        old = authority.certificates(office.slug)
        new = serial_of(leaf(authority.rotate(office.slug, name=office.name, at=now()).certificates))
        detail = {"from": serial_of(old[-1]) if old else "", "to": new}
        audit.record("authenticity.rotate_key", subject=office, office=office.pk, by=None, detail=detail)
    return new


@audit.action("authenticity.revoke_certificate")
def revoke_certificate(serial: str, *, folder: Path) -> Revoked:
    """Take a certificate back: nothing it sealed is genuine any more. Where it is in use, the office gets a new key.

    For who keeps the installation. Raises ``CertificateUnknown`` or ``KeysUnreadable``.
    """
    authority = Authority(folder)
    authority.set_up(name=AUTHORITY_NAME, at=now())
    slug, certificate = find_certificate(authority, serial=serial)
    is_in_use = certificate == authority.certificates(slug)[-1]
    office = office_called(slug)
    with tenancy.acting(office=office.pk):
        detail = {"serial": serial_of(certificate)}
        audit.record("authenticity.revoke_certificate", subject=office, office=office.pk, by=None, detail=detail)
        # The new key first: were this cut short, the office could still seal, and taking back can be asked again.
        new_serial = rotate_key(office, folder=folder) if is_in_use else ""
        authority.revoke(certificate)
    return Revoked(office=office, new_serial=new_serial)
