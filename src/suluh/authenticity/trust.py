"""Whom a verifier believes: the roots of the installations it knows, and the certificates taken back.

A trust list is a text file: root certificates in PEM, and a line "# revoked SHA256" for each certificate that is no
longer believed. Any tool that reads PEM reads the roots and passes over the rest.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding

from suluh.foundation.errors import Refusal
from suluh.foundation.language import lazy as _

_REVOKED = re.compile(r"^#\s*revoked\s+([0-9a-f]{64})\s*$", re.MULTILINE)


class BadTrustList(Refusal):
    """A file that holds no root certificate."""

    code = "authenticity.E103"


@dataclass(frozen=True, kw_only=True)
class TrustList:
    """``roots`` in PEM, one string; ``revoked`` SHA-256 fingerprints in hex of certificates taken back."""

    roots: str
    revoked: frozenset[str] = frozenset()

    def anchors(self) -> tuple[x509.Certificate, ...]:
        """Return the roots as certificates."""
        return tuple(x509.load_pem_x509_certificates(self.roots.encode()))

    def is_revoked(self, certificate: x509.Certificate) -> bool:
        return print_of(certificate) in self.revoked

    def joined(self, other: TrustList) -> TrustList:
        """Return a list that believes both lists' roots and neither's revoked certificates."""
        return TrustList(roots=self.roots + other.roots, revoked=self.revoked | other.revoked)


def parse_trust(text: str) -> TrustList:
    """Return the trust list written in ``text``. Raises ``BadTrustList``."""
    try:
        roots = x509.load_pem_x509_certificates(text.encode())
    except ValueError:
        roots = []
    if not roots:
        raise BadTrustList(_("This trust list holds no certificate in PEM. Ask for it again and choose the .pem file."))
    return TrustList(roots="".join(pem(root) for root in roots), revoked=frozenset(_REVOKED.findall(text)))


def dump_trust(trust: TrustList) -> str:
    """Return the trust list as text: revoked certificates first, each root under its name."""
    lines = [f"# revoked {print_}\n" for print_ in sorted(trust.revoked)]
    for root in trust.anchors():
        lines.append(f"# {root.subject.rfc4514_string()}\n# SHA-256 {print_of(root)}\n{pem(root)}")
    return "".join(lines)


def print_of(certificate: x509.Certificate) -> str:
    """Return the SHA-256 fingerprint of a certificate in hex."""
    return certificate.fingerprint(hashes.SHA256()).hex()


def pem(certificate: x509.Certificate) -> str:
    """Return a certificate in PEM."""
    return certificate.public_bytes(Encoding.PEM).decode()


def issuing_root(certificate: x509.Certificate, *, trust: TrustList) -> x509.Certificate | None:
    """Return the root of the list that issued this certificate, or None; dates are the caller's to check."""
    if trust.is_revoked(certificate):
        return None
    for root in trust.anchors():
        try:
            certificate.verify_directly_issued_by(root)
        except (ValueError, TypeError, InvalidSignature):
            continue
        return root
    return None
