"""The keys of the seals as an operator reads them: whose, which, from when until when, in which state."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import chain

from cryptography import x509

from suluh.authenticity.authority import Authority
from suluh.authenticity.trust import TrustList
from suluh.foundation.errors import Refusal
from suluh.foundation.language import Lazy
from suluh.foundation.language import lazy as _


class CertificateUnknown(Refusal):
    """No certificate of this installation has that serial number."""

    code = "authenticity.E107"
    status = 404


class KeyState(StrEnum):
    """What a certificate is good for."""

    IN_USE = "in_use"
    FORMER = "former"
    OVER = "over"
    REVOKED = "revoked"


STATE_LABELS: dict[KeyState, Lazy] = {
    KeyState.IN_USE: _("in use"),
    KeyState.FORMER: _("former: what it sealed stays genuine"),
    KeyState.OVER: _("over"),
    KeyState.REVOKED: _("revoked: nothing it sealed is genuine"),
}


@dataclass(frozen=True, kw_only=True)
class KeyLine:
    """One certificate of an office. ``serial`` is in hex, as openssl prints it."""

    slug: str
    serial: str
    begins_at: datetime
    ends_at: datetime
    state: KeyState


def serial_of(certificate: x509.Certificate) -> str:
    """Return the serial number in hex, in capitals, of an even length."""
    text = f"{certificate.serial_number:X}"
    return text.zfill(len(text) + len(text) % 2)


def list_keys(authority: Authority, *, at: datetime) -> tuple[KeyLine, ...]:
    """Return every certificate of every office, by office, the oldest first. The authority must be set up."""
    trust = authority.trust_list()
    return tuple(chain.from_iterable(_lines(authority, slug=slug, trust=trust, at=at) for slug in authority.offices()))


def find_certificate(authority: Authority, *, serial: str) -> tuple[str, x509.Certificate]:
    """Return the office's short name and the certificate of a serial number, typed with or without colons.

    Raises ``CertificateUnknown``.
    """
    wanted = "".join(serial.split()).replace(":", "").upper().lstrip("0")
    for slug in authority.offices():
        for certificate in authority.certificates(slug):
            if serial_of(certificate).lstrip("0") == wanted:
                return slug, certificate
    raise CertificateUnknown(
        _("No certificate here has the serial number %(serial)s. “suluh keys” lists them; copy it whole.")
        % {"serial": serial}
    )


def _lines(authority: Authority, *, slug: str, trust: TrustList, at: datetime) -> list[KeyLine]:
    certificates = authority.certificates(slug)
    return [
        KeyLine(
            slug=slug,
            serial=serial_of(certificate),
            begins_at=certificate.not_valid_before_utc,
            ends_at=certificate.not_valid_after_utc,
            state=_state(certificate, trust=trust, at=at, is_newest=certificate == certificates[-1]),
        )
        for certificate in certificates
    ]


def _state(certificate: x509.Certificate, *, trust: TrustList, at: datetime, is_newest: bool) -> KeyState:
    if trust.is_revoked(certificate):
        return KeyState.REVOKED
    if certificate.not_valid_after_utc < at:
        return KeyState.OVER
    return KeyState.IN_USE if is_newest else KeyState.FORMER
